import { type Day, day, formatDay } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "../academic-year";
import { assess } from "../assess";
import type { Assessment } from "../assessment";
import type { StudentFacts } from "../facts";
import { type RegimeId, ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";

/** A student assessed on a day, with the academic year of that day, by default in Kyrgyzstan. */
export function assessedOn(
  facts: StudentFacts,
  asOf: string,
  settings: Partial<Settings> = {},
  regime: RegimeId = "kg",
): Assessment {
  const on = day(asOf);
  const all = { ...defaultSettings, ...settings };
  return assess(facts, ruleSetFor(regime), all, on, defaultAcademicYear(on));
}

/** A day as it is written, or what stands in its place. */
export function written(value: Day | "open" | null | undefined): string | null {
  return value === null || value === undefined || value === "open"
    ? (value ?? null)
    : formatDay(value);
}
