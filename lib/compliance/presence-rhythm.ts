import { addDays, type Day } from "@/lib/civil-date/day";
import { clipSpans, countDays, type DaySpan, joinSorted, later } from "@/lib/civil-date/day-range";
import { knownCrossings } from "./answers/known-crossings";
import type { StudentFacts } from "./facts";
import { type Stay, type StayLog, staysOf } from "./stays";

export const RHYTHM_KINDS = [
  /** Inside on every day. */
  "resident",
  /** Lives inside, leaves overnight or longer every so many days. */
  "goes_home",
  /** Comes for the day, or for one night, at least twice a week. */
  "commuter",
  /** Not inside on any of the days. */
  "away",
  "irregular",
  /** No crossing, a gap in the log, or fewer than 14 days seen since the first entry or a long absence. */
  "unknown",
] as const;
export type RhythmKind = (typeof RHYTHM_KINDS)[number];

/** How a person comes and goes. */
export type Rhythm = {
  kind: RhythmKind;
  /** goes_home: days from one departure to the next, as a rule; otherwise null. */
  everyDays: number | null;
  /** Days inside of the 28 that end with asOf, the most that the log allows. */
  daysInside: number;
};

/** Days that make a rhythm (docs/rules.md). */
export const RHYTHM_DAYS = 28;
/** Going home is looked for in twelve weeks. */
const HOME_DAYS = 84;
/** Fewer days say nothing. */
const FEWEST_DAYS = 14;
/** An absence of so many whole days is no part of a rhythm: holidays, or life elsewhere. */
const LONG_ABSENCE = 21;
/** Going home lasts no longer, in days from the exit to the entry. */
const LONGEST_VISIT = 15;
/** Departures so far apart are no rhythm any more. */
const RAREST_VISIT = 42;

/**
 * The pattern of a log up to and with `asOf`: from the last 28 days, and from up to 12 weeks for how
 * often a person goes home. It names what the rhythm of the rules repeats; it decides nothing.
 */
export function rhythmOf(facts: StudentFacts, asOf: Day): Rhythm {
  return rhythmIn(staysOf(knownCrossings(facts), asOf), asOf);
}

/** The same of a log that was read up to and with `asOf`; a stay before its first crossing tells nothing but the day of exit. */
export function rhythmIn(read: StayLog, asOf: Day): Rhythm {
  const log = withoutUnseen(read);
  const present = joinSorted(log.stays.map(({ most }) => most));
  const daysInside = countDays(clipSpans(present, addDays(asOf, 1 - RHYTHM_DAYS), asOf));
  return { ...patternOf(log, present, daysInside, asOf), daysInside };
}

/** A first exit without an entry holds the day of exit alone, however far back the count looks. */
function withoutUnseen(log: StayLog): StayLog {
  const [first, ...others] = log.stays;
  if (first === undefined || first.entry !== null) return log;
  return { ...log, stays: [{ ...first, most: first.fewest }, ...others] };
}

function patternOf(
  log: StayLog,
  present: readonly DaySpan[],
  daysInside: number,
  asOf: Day,
): Pick<Rhythm, "kind" | "everyDays"> {
  const only = (kind: RhythmKind) => ({ kind, everyDays: null });
  if (log.inside === null) return only("unknown");
  if (daysInside === 0) return only("away");
  const from = seenFrom(present, asOf);
  const days = asOf - from + 1;
  const stays = log.stays.filter(({ most }) => most.to >= from);
  if (days < FEWEST_DAYS || stays.some(isUncertain)) return only("unknown");
  const insideAlways = countDays(clipSpans(present, from, asOf)) === days;
  if (!insideAlways && isCommuting(stays, days)) return only("commuter");
  const everyDays = homeEvery(log, asOf);
  if (everyDays !== null) return { kind: "goes_home", everyDays };
  return only(insideAlways ? "resident" : "irregular");
}

/** The first of the last 28 days that belongs to the present life: after the first entry, after a long absence. */
function seenFrom(present: readonly DaySpan[], asOf: Day): Day {
  let from = addDays(asOf, 1 - RHYTHM_DAYS);
  for (const [index, span] of present.entries()) {
    const before = present[index - 1];
    const isNew = before === undefined || span.from - before.to - 1 >= LONG_ABSENCE;
    if (isNew) from = later(from, span.from);
  }
  return from;
}

function isUncertain({ most, fewest }: Stay): boolean {
  return most.from !== fewest.from || most.to !== fewest.to;
}

/** At least two stays a week, most of them of one day or one night. */
function isCommuting(stays: readonly Stay[], days: number): boolean {
  const short = stays.filter(({ most }) => most.to - most.from <= 1);
  return short.length * 7 >= days * 2 && short.length * 4 >= stays.length * 3;
}

/** How many days lie between the departures of the last twelve weeks, where they come regularly. */
function homeEvery(log: StayLog, asOf: Day): number | null {
  const departures = departuresOf(log, asOf).filter((day) => day > asOf - HOME_DAYS);
  const last = departures.at(-1) ?? asOf;
  const steps = departures.slice(1).map((day, index) => day - (departures[index] ?? day));
  const usual = median(steps);
  const tolerance = Math.max(2, usual / 3);
  const isRegular =
    usual > 1 &&
    usual <= RAREST_VISIT &&
    asOf - last <= usual + tolerance &&
    steps.every((step) => Math.abs(step - usual) <= tolerance);
  return isRegular ? usual : null;
}

/** Days of exit for a night or longer, but not for good; who is outside may come back any day. */
function departuresOf({ stays }: StayLog, asOf: Day): Day[] {
  const departures: Day[] = [];
  for (const [index, { exit }] of stays.entries()) {
    const next = stays[index + 1];
    if (exit === null) continue;
    const away = (next === undefined ? asOf : (next.entry?.day ?? exit.day)) - exit.day;
    if (away <= LONGEST_VISIT && (away >= 1 || next === undefined)) departures.push(exit.day);
  }
  return departures;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? upper) + upper) / 2);
}
