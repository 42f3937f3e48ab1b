import type { Day } from "@/lib/civil-date/day";
import {
  clipSpans,
  closed,
  type DaySpan,
  earlier,
  FIRST_DAY,
  LAST_DAY,
  mergeSpans,
  subtractSpans,
} from "@/lib/civil-date/day-range";
import type { Ground, StudentFacts } from "./facts";
import type { CitizenshipRules, Dated, RuleSet, WindowLimit } from "./regimes/regime";
import { inForce, limitsAsRead, rulesFor } from "./regimes/rule-in-force";
import type { Settings } from "./settings";
import { presenceOf, type StayLog, staysOf, unseenSince } from "./stays";

/** The rule on a limit of days within days, and from which day on days count under it (null: it looks back without end). */
export type LimitRule = Dated<WindowLimit | null> & { countsFrom: Day | null };

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
  /** Whole days of absence that clear a cumulative count; null: the regime knows none. */
  clearingAbsence: number | null;
  log: StayLog;
  /** Days of presence up to asOf, the most and the fewest that the log allows. */
  present: readonly DaySpan[];
  presentForSure: readonly DaySpan[];
  /** Grounds that take days out of the count. */
  pausing: readonly Ground[];
  protectedDays: readonly DaySpan[];
};

/** Reads a student's facts by a rule set, on a day. */
export function situationOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
): Situation {
  const rules = rulesFor(ruleSet, facts.citizenship);
  const limits = limitsAsRead(rules, settings).map(({ value, ...limit }) => ({
    ...limit,
    value: value.find((limit) => limit.kind === "window") ?? null,
    countsFrom: ruleSet.looksBackBeforeFrom ? null : limit.from,
  }));
  const limit = inForce(limits, asOf) as LimitRule | null;
  const log = staysOf(
    facts.crossings,
    asOf,
    unseenSince(limit?.value ? limit.countsFrom : asOf, limit?.value?.within ?? null),
  );
  const pausing = facts.grounds.filter(
    (ground) => ground.status === "granted" && ruleSet.pausingKinds.includes(ground.kind),
  );
  const present = presenceOf(log.stays, "most");
  const broken = log.stays.some((stay) => stay.most !== stay.fewest);
  return {
    asOf,
    ruleSet,
    settings,
    rules,
    limits,
    limit,
    clearingAbsence: ruleSet.reentryWait?.days ?? null,
    log,
    present,
    presentForSure: broken ? presenceOf(log.stays, "fewest") : present,
    pausing,
    protectedDays: mergeSpans(pausing.map(closed)),
  };
}

/** The days of a presence that count under a rule, up to `to`: not protected, not before the rule looks. */
export function countedDays(
  situation: Situation,
  rule: LimitRule,
  present: readonly DaySpan[],
  to: Day,
): DaySpan[] {
  const seen = clipSpans(present, rule.countsFrom ?? FIRST_DAY, earlier(to, rule.to ?? LAST_DAY));
  return subtractSpans(seen, situation.protectedDays);
}
