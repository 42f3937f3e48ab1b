import { addDays, type Day } from "@/lib/civil-date/day";
import { spanAt } from "@/lib/civil-date/day-range";
import { nthWorkingDay } from "@/lib/civil-date/working-days";
import { inForce } from "../regimes/rule-in-force";
import type { Situation } from "../situation";

/** The last day without registration in the open stay, and the sources of the rule. */
export type RegistrationDuty = { lastDay: Day; citations: readonly string[] };

/** The duty to register in the open stay, whether or not a ground answers it; null: no stay, or no duty. */
export function registrationDuty(situation: Situation): RegistrationDuty | null {
  const entry = situation.log.insideSince;
  const rule = inForce(situation.rules.registration, situation.asOf);
  if (entry === null || rule === null || rule.value === null) return null;
  const { days, unit } = rule.value;
  // The day of entry is day 1, among working days if it is one (KG-689, KG-KZ-2012).
  const lastDay =
    unit === "calendar"
      ? addDays(entry, days - 1)
      : nthWorkingDay(entry, days, new Set(situation.settings.holidays));
  return { lastDay, citations: rule.citations };
}

/** The last day without registration for a person inside and unprotected on asOf; null: none needed. */
export function registrationDueOn(situation: Situation): Day | null {
  if (spanAt(situation.protectedDays, situation.asOf) !== null) return null;
  return registrationDuty(situation)?.lastDay ?? null;
}
