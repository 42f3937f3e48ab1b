import { addDays, civilDate, type Day, dayOf } from "@/lib/civil-date/day";
import {
  clipSpans,
  closed,
  countDays,
  type DaySpan,
  earlier,
  later,
} from "@/lib/civil-date/day-range";
import type { ReadingName } from "./assessment";
import type { GroundKind, StudentFacts } from "./facts";
import type { Reckoned } from "./readings/first-over-ahead";
import { reckonedOf } from "./readings/reading-result";
import { usedOn } from "./readings/readings";
import { at, lastDayOf } from "./readings/runs";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { type Situation, situationOf } from "./situation";
import { lastDayInside, presenceOf } from "./stays";
import { registrationDuty } from "./verdict/registration-duty";

/** A stay, as far as it lies in the days that a reading looks at. */
export type ExplainedStay = {
  from: Day;
  to: Day;
  /** Counted days of this stay; a border day that two stays share counts in the earlier one (A7 twice: in both). */
  counted: number;
  /** Refs of its crossings; null: not in the log (or, for an exit, still inside). */
  entryRef: string | null;
  exitRef: string | null;
  open: boolean;
  /** false: one end is missing, and these are the most days possible. */
  certain: boolean;
};

/** A granted ground, as far as it lies in the days that a reading looks at. */
export type ExplainedPause = {
  kind: GroundKind;
  from: Day;
  to: Day;
  /** Days inside that it takes out of the count (days under two grounds are in both). */
  daysInside: number;
  ref: string;
};

/** How a reading comes to its number: `used` is the sum of `counted` of its stays. */
export type ExplainedReading = {
  limit: number;
  window: number | null;
  /** First day that the reading looks at; null: no period is running (anchored), no stay is (per_stay), or nothing was ever counted. */
  from: Day | null;
  /** Last day of the window or period (it may lie ahead); null: a cumulative count and that of a stay have no end. */
  to: Day | null;
  used: number;
  stays: ExplainedStay[];
  pauses: ExplainedPause[];
  citations: readonly string[];
};

export type Explanation = {
  asOf: Day;
  /** First day that counts under the rule in force; null: none is left out, or no limit applies. */
  countsFrom: Day | null;
  readings: Partial<Record<ReadingName, ExplainedReading>>;
  /** The duty to register in the open stay, also where a ground answers it, from its entry on; null: none. */
  registration: { since: Day; entryRef: string; lastDay: Day; citations: readonly string[] } | null;
};

/** Traces the numbers of an assessment on `asOf` to crossings and grounds, by their refs. */
export function explain(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
): Explanation {
  const situation = situationOf(facts, ruleSet, settings, asOf);
  if (ruleSet.home.includes(facts.citizenship)) {
    return { asOf, countsFrom: null, readings: {}, registration: null };
  }
  return {
    asOf,
    countsFrom: situation.limit?.value.length ? situation.limit.countsFrom : null,
    readings: explainedReadings(situation),
    registration: explainedRegistration(situation),
  };
}

function explainedReadings(situation: Situation): Explanation["readings"] {
  const { asOf, ruleSet, limit, most } = situation;
  const readings: Explanation["readings"] = {};
  for (const reckoned of reckonedOf(situation, most)) {
    const { name, days, window } = reckoned.read;
    const span = lookedAt(situation, reckoned);
    const seen = span.from === null ? null : { from: span.from, to: asOf };
    readings[name] = {
      limit: days,
      window,
      ...span,
      used: usedOn(name, reckoned.reckoning, most.runs, most.stops.resets, asOf),
      stays: seen === null ? [] : staysWithin(situation, name, seen),
      pauses: seen === null ? [] : pausesWithin(situation, seen),
      citations:
        ruleSet.readings.find((reading) => reading.name === name)?.citations ??
        limit?.citations ??
        [],
    };
  }
  return readings;
}

/** The days that the reading looks at on asOf; a reset (A9) hides what lies before it. */
function lookedAt(situation: Situation, reckoned: Reckoned): { from: Day | null; to: Day | null } {
  const { asOf, most } = situation;
  const span = periodOf(situation, reckoned);
  const reset = most.stops.resets.findLast((day) => day <= asOf);
  return span.from === null || reset === undefined
    ? span
    : { from: later(span.from, reset), to: span.to };
}

function periodOf(situation: Situation, reckoned: Reckoned): { from: Day | null; to: Day | null } {
  const { asOf, most } = situation;
  const { read, reckoning } = reckoned;
  const none = { from: null, to: null };
  const until = reckoning.until as Day;
  switch (read.name) {
    case "rolling":
      return { from: addDays(asOf, 1 - reckoning.span), to: asOf };
    case "anchored":
      return asOf > until ? none : { from: addDays(until, 1 - reckoning.span), to: until };
    case "calendar_year": {
      const { year } = civilDate(asOf);
      return {
        from: dayOf({ year, month: 1, dayOfMonth: 1 }),
        to: dayOf({ year, month: 12, dayOfMonth: 31 }),
      };
    }
    case "per_stay":
      return lastDayOf(most.runs) === asOf ? { from: reckoning.entry as Day, to: null } : none;
    case "cumulative": {
      const first = firstCounted(situation, reckoned);
      return { from: first, to: null };
    }
  }
}

/** The first day of a cumulative count; null: nothing counts. */
function firstCounted({ asOf, most }: Situation, { read, reckoning }: Reckoned): Day | null {
  const { runs, stops } = most;
  if (usedOn(read.name, reckoning, runs, stops.resets, asOf) === 0) return null;
  const first = runs.before.findIndex(
    (before, index) => before >= reckoning.base && at(runs.weight, index) > 0,
  );
  return at(runs.from, first) as Day;
}

function staysWithin(situation: Situation, name: ReadingName, seen: DaySpan): ExplainedStay[] {
  const explained: ExplainedStay[] = [];
  const { settings, log } = situation;
  let next = seen.from;
  for (const stay of log.stays) {
    const last = lastDayInside(stay, "most", settings.exitDayCounts);
    if (!isLookedAt(last, name, seen)) continue;
    const to = earlier(last, seen.to);
    const from = later(stay.most.from, settings.sameDayCounts === "twice" ? seen.from : next);
    explained.push({
      from: later(stay.most.from, seen.from),
      to,
      counted: countedBetween(situation, from, to),
      entryRef: stay.entry?.ref ?? null,
      exitRef: stay.exit?.ref ?? null,
      open: stay.open,
      certain: stay.most === stay.fewest,
    });
    if (name === "per_stay") break;
    next = later(next, addDays(to, 1));
  }
  return explained;
}

/** A count per stay looks at the earliest stay that lasts to the day, all others at whatever they see. */
function isLookedAt(last: Day, name: ReadingName, seen: DaySpan): boolean {
  return last >= (name === "per_stay" ? seen.to : seen.from);
}

/** How many of the days count. */
function countedBetween({ limit, most }: Situation, from: Day, to: Day): number {
  const first = later(from, limit?.countsFrom ?? from);
  if (first > to) return 0;
  return to - first + 1 - countDays(clipSpans(most.stops.days, first, to));
}

function pausesWithin(situation: Situation, seen: DaySpan): ExplainedPause[] {
  const { log, settings, most } = situation;
  const inside = presenceOf(log.stays, "most", settings.exitDayCounts);
  return most.stops.grounds.flatMap((ground) => {
    const span = clipSpans([closed(ground)], seen.from, seen.to)[0];
    if (span === undefined) return [];
    const daysInside = countDays(clipSpans(inside, span.from, span.to));
    return [{ kind: ground.kind, ...span, daysInside, ref: ground.ref }];
  });
}

function explainedRegistration(situation: Situation): Explanation["registration"] {
  const duty = registrationDuty(situation, situation.most);
  if (duty === null) return null;
  const { entry, ...rest } = duty;
  return { since: entry.day, entryRef: entry.ref, ...rest };
}
