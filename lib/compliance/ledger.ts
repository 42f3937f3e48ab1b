import { addDays, type Day } from "@/lib/civil-date/day";
import {
  clipSpans,
  closed,
  type DaySpan,
  FIRST_DAY,
  LAST_DAY,
  spanAt,
} from "@/lib/civil-date/day-range";
import type { StudentFacts } from "./facts";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { type Situation, situationOf } from "./situation";
import { lastDayInside, presenceOf } from "./stays";

/** What a day is in the account of a stay. */
export type DayStatus = "counted" | "paused" | "outside" | "not_counted" | "unknown" | "ahead";

/** Why a day has its status. */
export type DayReason =
  /** Inside, and nothing takes the day out of the count. */
  | "present"
  /** Inside, under a granted ground. */
  | "ground"
  /** No stay holds the day. */
  | "absent"
  /** Inside, before the rule's first day. */
  | "before_rule"
  /** Inside, but no day limit applies to this citizenship. */
  | "no_limit"
  /** Inside only if the missing entry or exit lay as far away as it can. */
  | "log_gap"
  /** The log holds no crossing at all. */
  | "no_crossings"
  /** After the day of the assessment. */
  | "after_as_of";

export type LedgerDay = {
  day: Day;
  status: DayStatus;
  reason: DayReason;
  /** What the day adds to a count on the most days that the log allows (0, 1; A7 twice: as many as stays hold it). */
  weight: number;
  /** Refs of the crossings that bound the stays of this day. */
  crossings: string[];
  /** Refs of the granted grounds that hold on this day and pause the count. */
  grounds: string[];
};

/**
 * One entry a day from `from` to `to`, both included, as the rule in force on `asOf` sees it. Crossings
 * after `asOf` are ignored, and the days after it are `ahead`.
 */
export function dayLedger(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  from: Day,
  to: Day,
  asOf: Day = to,
): LedgerDay[] {
  const situation = situationOf(facts, ruleSet, settings, asOf);
  const atHome = ruleSet.home.includes(facts.citizenship);
  const first = firstCounted(situation, atHome);
  const seen = seenDays(situation, first, from, to);
  const grounds = situation.most.stops.grounds.map((ground) => ({
    ref: ground.ref,
    ...closed(ground),
  }));
  const stays = situation.log.stays.map((stay) => ({
    from: stay.most.from,
    to: lastDayInside(stay, "most", settings.exitDayCounts),
    refs: [stay.entry, stay.exit].flatMap((crossing) => (crossing === null ? [] : [crossing.ref])),
  }));
  return seen.map((one, index) => {
    const day = addDays(from, index);
    const holding = stays.filter((stay) => stay.from <= day && day <= stay.to);
    return {
      day,
      ...one,
      weight: weightOf(situation, first, day, holding.length),
      crossings: [...new Set(holding.flatMap(({ refs }) => refs))],
      grounds: grounds
        .filter((ground) => ground.from <= day && day <= ground.to)
        .map(({ ref }) => ref),
    };
  });
}

/** A letter's code. */
function letter(text: string): number {
  return text.charCodeAt(0);
}

/** One letter a day: c counted, p paused, o outside, n present but not counted, u unknown, - ahead. */
const LETTERS: Record<DayStatus, number> = {
  counted: letter("c"),
  paused: letter("p"),
  outside: letter("o"),
  not_counted: letter("n"),
  unknown: letter("u"),
  ahead: letter("-"),
};

/** The ledger from `from` to `to` as a string with one letter a day (see LETTERS in this file). */
export function stripOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  from: Day,
  to: Day,
  asOf: Day = to,
): string {
  const situation = situationOf(facts, ruleSet, settings, asOf);
  const first = firstCounted(situation, ruleSet.home.includes(facts.citizenship));
  const seen = seenDays(situation, first, from, to);
  // One call for all letters: strings added one by one are laid out far more slowly.
  return String.fromCharCode(...seen.map(({ status }) => LETTERS[status]));
}

type Seen = Readonly<{ status: DayStatus; reason: DayReason }>;

const AHEAD: Seen = { status: "ahead", reason: "after_as_of" };
const NOBODY_KNOWS: Seen = { status: "unknown", reason: "no_crossings" };
const OUTSIDE: Seen = { status: "outside", reason: "absent" };
const GAP: Seen = { status: "unknown", reason: "log_gap" };
const PAUSED: Seen = { status: "paused", reason: "ground" };
const NO_LIMIT: Seen = { status: "not_counted", reason: "no_limit" };
const BEFORE_RULE: Seen = { status: "not_counted", reason: "before_rule" };
const COUNTED: Seen = { status: "counted", reason: "present" };

/** What each day from `from` to `to` is: painted span by span, later layers over earlier ones. */
function seenDays(situation: Situation, first: Day | null, from: Day, to: Day): Seen[] {
  const { asOf, log, settings, most, fewest } = situation;
  const days: Seen[] = new Array(Math.max(0, to - from + 1)).fill(
    log.inside === null ? NOBODY_KNOWS : OUTSIDE,
  );
  const paint = (spans: readonly DaySpan[], seen: Seen) => {
    for (const span of clipSpans(spans, from, to))
      days.fill(seen, span.from - from, span.to - from + 1);
  };
  const sure = presenceOf(log.stays, "fewest", settings.exitDayCounts);
  // Stryker disable next-line ConditionalExpression: a shortcut, the sure days are painted over the same ones
  if (most !== fewest) paint(presenceOf(log.stays, "most", settings.exitDayCounts), GAP);
  paint(sure, first === null ? NO_LIMIT : COUNTED);
  paint(clipSpans(sure, FIRST_DAY, addDays(first ?? FIRST_DAY, -1)), BEFORE_RULE);
  for (const stop of most.stops.days) paint(clipSpans(sure, stop.from, stop.to), PAUSED);
  paint([{ from: addDays(asOf, 1), to: LAST_DAY }], AHEAD);
  return days;
}

/** The first day that may count; null: no day limit applies. */
function firstCounted({ limit }: Situation, atHome: boolean): Day | null {
  if (atHome || limit === null || limit.value.length === 0) return null;
  return limit.countsFrom ?? FIRST_DAY;
}

/** What a day adds to a count, where so many stays hold it. */
function weightOf(situation: Situation, first: Day | null, day: Day, stays: number): number {
  const { most, settings } = situation;
  const isCounted = first !== null && first <= day && spanAt(most.stops.days, day) === null;
  if (!isCounted) return 0;
  return settings.sameDayCounts === "twice" ? stays : Math.min(1, stays);
}
