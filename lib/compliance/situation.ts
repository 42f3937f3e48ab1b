import type { Day } from "@/lib/civil-date/day";
import { closed, type DaySpan, mergeSpans } from "@/lib/civil-date/day-range";
import type { Ground, StudentFacts } from "./facts";
import { type Stops, stopsOf } from "./grounds/stopped-days";
import { addStay } from "./readings/add-days-inside";
import { type ReadLimit, readLimit } from "./readings/readings";
import { type Counting, NEVER, noRuns, type Runs } from "./readings/runs";
import type { CitizenshipRules, DatedLimits, RuleSet } from "./regimes/regime";
import { inForce, limitsAsRead, rulesFor } from "./regimes/rule-in-force";
import type { Settings } from "./settings";
import { lastDayInside, type StayLog, staysOf, unseenSince } from "./stays";

/** The limits in force from a day to a day, and from which day on days count (null: they look back without end). */
export type LimitRule = DatedLimits & { countsFrom: Day | null };

/** What holds if every missing crossing lay where it makes stays longest ("most"), or shortest. */
export type Hypothesis = { which: "most" | "fewest"; stops: Stops; runs: Runs };

/** All that the answers of the engine are drawn from: the facts, read by the law, on a day. */
export type Situation = {
  asOf: Day;
  ruleSet: RuleSet;
  settings: Settings;
  rules: CitizenshipRules;
  /** In time order; the last may have no end. */
  limits: readonly LimitRule[];
  /** In force on asOf; null: asOf is outside the known law. */
  limit: LimitRule | null;
  /** The readings of the limits in force on asOf. */
  readings: readonly ReadLimit[];
  log: StayLog;
  most: Hypothesis;
  /** The same as `most` where no crossing is missing. */
  fewest: Hypothesis;
  /** The granted grounds of the kinds that the regime knows. */
  granted: readonly Ground[];
  /** The days on which one of them holds by itself, whatever it does to the count: sorted, disjoint. */
  groundDays: readonly DaySpan[];
};

type Reading = { facts: StudentFacts; ruleSet: RuleSet; settings: Settings; asOf: Day };

/** What was read last: whoever assesses a student, looks ahead and draws the days of one set of facts reads it once. */
let last: { of: Reading; situation: Situation } | null = null;

/** Reads a student's facts by a rule set, on a day. Nobody changes what it returns: the same facts give the same one. */
export function situationOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
): Situation {
  if (
    last !== null &&
    last.of.facts === facts &&
    last.of.ruleSet === ruleSet &&
    last.of.settings === settings &&
    last.of.asOf === asOf
  ) {
    return last.situation;
  }
  const situation = readSituation(facts, ruleSet, settings, asOf);
  last = { of: { facts, ruleSet, settings, asOf }, situation };
  return situation;
}

function readSituation(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
): Situation {
  const rules = rulesFor(ruleSet, facts.citizenship);
  const limits = limitsAsRead(rules, settings).map((limit) => ({
    ...limit,
    countsFrom: ruleSet.looksBackBeforeFrom ? null : limit.from,
  }));
  const limit = inForce(limits, asOf) as LimitRule | null;
  const birth = facts.birth ?? null;
  const since = unseenSince(
    limit?.countsFrom ?? null,
    limit?.value ?? [],
    settings.exitDayCounts,
    birth,
  );
  const log = staysOf(facts.crossings, asOf, since, birth);
  const granted = facts.grounds.filter(
    ({ status, kind }) => status === "granted" && ruleSet.pausingKinds.includes(kind),
  );
  const situation = { asOf, ruleSet, settings, rules, limits, limit, log };
  const most = hypothesisOf(situation, granted, "most");
  // Stryker disable next-line ConditionalExpression: a shortcut, of a log without a gap fewest and most are the same
  const isBroken = log.stays.some((stay) => stay.most !== stay.fewest);
  return {
    ...situation,
    readings: readingsUnder(limit, ruleSet),
    granted,
    most,
    fewest: isBroken ? hypothesisOf(situation, granted, "fewest") : most,
    groundDays: daysOf(granted),
  };
}

type Read = Pick<Situation, "asOf" | "settings" | "limit" | "log">;

function hypothesisOf(
  read: Read,
  granted: readonly Ground[],
  which: "most" | "fewest",
): Hypothesis {
  const stops = stopsOf(granted, read.log.stays, which, read.settings);
  const runs = noRuns();
  if (read.limit !== null)
    addLog(runs, countingUnder(read.limit, stops, read.settings), read, which);
  return { which, stops, runs };
}

/** How days count under a rule. */
export function countingUnder(rule: LimitRule, stops: Stops, settings: Settings): Counting {
  return {
    from: rule.countsFrom ?? NEVER,
    stopped: stops.days,
    resets: stops.resets,
    twice: settings.sameDayCounts === "twice",
  };
}

/** Adds the days inside up to asOf, as they count. */
export function addLog(
  runs: Runs,
  counting: Counting,
  { log, settings }: Pick<Situation, "log" | "settings">,
  which: "most" | "fewest",
): void {
  for (const stay of log.stays) {
    const { from } = stay[which];
    const last = lastDayInside(stay, which, settings.exitDayCounts);
    addStay(runs, counting, from, last, from, stay.exit?.day ?? NEVER);
  }
}

/** The limits of a rule, each with the readings that the regime has of it. */
function readingsUnder(limit: LimitRule | null, { readings, reentryWait }: RuleSet): ReadLimit[] {
  const absence = reentryWait?.days ?? null;
  return (limit?.value ?? []).flatMap((one) =>
    one.kind === "window"
      ? readings.map(({ name }) => readLimit(name, one, absence))
      : readLimit(one.kind, one, absence),
  );
}

function daysOf(grounds: readonly Ground[]): DaySpan[] {
  return mergeSpans(grounds.map(closed));
}
