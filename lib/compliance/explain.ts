import { addDays, type Day } from "@/lib/civil-date/day";
import { clipSpans, closed, type DaySpan, earlier, later } from "@/lib/civil-date/day-range";
import type { ReadingName, WindowReading } from "./assessment";
import type { GroundKind, StudentFacts } from "./facts";
import { countBetween, type DayCount, dayCount } from "./readings/day-count";
import { type Tally, tallyOf, usedOn } from "./readings/tally";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { countedDays, type Situation, situationOf } from "./situation";
import { registrationDuty } from "./verdict/registration-duty";

/** A stay, as far as it lies in the days that a reading looks at. */
export type ExplainedStay = {
  from: Day;
  to: Day;
  /** Counted days of this stay; a border day that two stays share counts in the earlier one. */
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
  /** First day that the reading looks at; null: an anchored period is not running, or nothing was ever counted. */
  from: Day | null;
  /** Last day of the window or period (anchored: it may lie ahead); null: a cumulative count has no end. */
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
  /** The duty to register in the open stay, also where a ground answers it; null: none. */
  registration: { entryRef: string; lastDay: Day; citations: readonly string[] } | null;
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
    countsFrom: situation.limit?.value ? situation.limit.countsFrom : null,
    readings: explainedReadings(situation),
    registration: explainedRegistration(situation),
  };
}

function explainedReadings(situation: Situation): Explanation["readings"] {
  const { limit: rule, present, asOf, ruleSet, clearingAbsence } = situation;
  const readings: Explanation["readings"] = {};
  if (rule === null || rule.value === null) return readings;
  const counted = dayCount(countedDays(situation, rule, present, asOf));
  for (const { name, citations } of ruleSet.readings) {
    const tally = tallyOf(name, rule.value, counted, present, clearingAbsence);
    const span = lookedAt(name, tally, asOf);
    const seen = span.from === null ? null : { from: span.from, to: asOf };
    readings[name] = {
      limit: rule.value.days,
      window: rule.value.within,
      ...span,
      used: usedOn(tally, asOf),
      stays: seen === null ? [] : staysWithin(situation, counted, seen),
      pauses: seen === null ? [] : pausesWithin(situation, seen),
      citations,
    };
  }
  return readings;
}

/** The window or period that holds asOf. */
function lookedAt(
  name: WindowReading,
  tally: Tally,
  asOf: Day,
): { from: Day | null; to: Day | null } {
  const start = tally.startFor(asOf) as Day;
  switch (name) {
    case "rolling":
      return { from: start, to: asOf };
    case "anchored":
      return tally.restarts.includes(start)
        ? { from: start, to: addDays(start, tally.limit.within - 1) }
        : { from: null, to: null };
    case "cumulative": {
      const first = clipSpans(tally.counted.spans, start, asOf)[0];
      return { from: first?.from ?? null, to: null };
    }
  }
}

function staysWithin(situation: Situation, counted: DayCount, seen: DaySpan): ExplainedStay[] {
  const explained: ExplainedStay[] = [];
  let next = seen.from;
  for (const { most, fewest, entry, exit, open } of situation.log.stays) {
    if (most.to < seen.from || most.from > seen.to) continue;
    const to = earlier(most.to, seen.to);
    explained.push({
      from: later(most.from, seen.from),
      to,
      counted: countBetween(counted, later(most.from, next), to),
      entryRef: entry?.ref ?? null,
      exitRef: exit?.ref ?? null,
      open,
      certain: most === fewest,
    });
    next = later(next, addDays(to, 1));
  }
  return explained;
}

function pausesWithin(situation: Situation, seen: DaySpan): ExplainedPause[] {
  const inside = dayCount(situation.present);
  return situation.pausing.flatMap((ground) => {
    const span = clipSpans([closed(ground)], seen.from, seen.to)[0];
    if (span === undefined) return [];
    const daysInside = countBetween(inside, span.from, span.to);
    return [{ kind: ground.kind, ...span, daysInside, ref: ground.ref }];
  });
}

function explainedRegistration(situation: Situation): Explanation["registration"] {
  const duty = registrationDuty(situation);
  const entry = situation.log.stays.at(-1)?.entry ?? null;
  return duty === null || entry === null ? null : { entryRef: entry.ref, ...duty };
}
