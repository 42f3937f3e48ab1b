import { addDays, type Day } from "@/lib/civil-date/day";
import { later, spanAt } from "@/lib/civil-date/day-range";
import { nthWorkingDay } from "@/lib/civil-date/working-days";
import type { Crossing } from "../facts";
import { limitUnder } from "../readings/first-over-ahead";
import { readLimit, reckon, reckoningOf } from "../readings/readings";
import { forked } from "../readings/reckoning";
import { copyOf, NEVER } from "../readings/runs";
import { stayingOn } from "../readings/ways-ahead";
import type { Limit, RegistrationFree } from "../regimes/regime";
import { inForce } from "../regimes/rule-in-force";
import { countingUnder, type Hypothesis, type LimitRule, type Situation } from "../situation";

/** The entry that the days are counted from, the last day without registration in the open stay, and the sources of the rule. */
export type RegistrationDuty = { entry: Crossing; lastDay: Day; citations: readonly string[] };

/**
 * The duty to register in the open stay, whether or not a ground answers it; null: no stay, or no duty. By the most days
 * of a log with entries in a row the stay began with the first of them.
 */
export function registrationDuty(
  situation: Situation,
  hypothesis: Hypothesis,
): RegistrationDuty | null {
  const entry = situation.log.began?.[hypothesis.which] ?? null;
  const rule = inForce(situation.rules.registration, situation.asOf);
  if (entry === null || rule === null || rule.value === null) return null;
  const lastDay = lastDayFree(situation, hypothesis, rule.value, entry.day);
  return lastDay === null ? null : { entry, lastDay, citations: rule.citations };
}

/** The day of entry is day 1, among working days if it is one (KG-689, KG-KZ-2012). */
function lastDayFree(
  situation: Situation,
  hypothesis: Hypothesis,
  { days, unit }: RegistrationFree,
  entry: Day,
): Day | null {
  const { limit, settings } = situation;
  if (unit === "working") return nthWorkingDay(entry, days, new Set(settings.holidays));
  const window = limit === null ? null : limitUnder(limit, "rolling");
  return settings.registrationTrigger === "inWindow" && limit !== null && window !== null
    ? lastDayFreeInWindow(situation, hypothesis, limit, { ...window, days }, entry)
    : addDays(entry, days - 1);
}

/** A12: the day before the first day of the stay on which the days counted in the window exceed the free ones. */
function lastDayFreeInWindow(
  situation: Situation,
  hypothesis: Hypothesis,
  rule: LimitRule,
  free: Limit,
  entry: Day,
): Day | null {
  const way = stayingOn(situation);
  if (way === null) return null;
  const runs = copyOf(hypothesis.runs);
  const counting = countingUnder(rule, hypothesis.stops, situation.settings);
  way.add(runs, counting, 0, way.horizon);
  const sweep = forked(reckoningOf(readLimit("rolling", free, null)), entry);
  reckon("rolling", sweep, runs);
  const over = sweep.firstOver;
  return over === NEVER ? null : later(entry, addDays(over as Day, -1));
}

/** The last day without registration for a person inside and without a ground on asOf; null: none needed. */
export function registrationDueOn(situation: Situation, hypothesis: Hypothesis): Day | null {
  if (spanAt(situation.groundDays, situation.asOf) !== null) return null;
  return registrationDuty(situation, hypothesis)?.lastDay ?? null;
}
