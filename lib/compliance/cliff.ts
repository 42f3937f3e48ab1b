import { addDays, type Day } from "@/lib/civil-date/day";
import { isOver } from "./answers/breaches-between";
import { assess } from "./assess";
import { READINGS, type ReadingName } from "./assessment";
import type { AcademicYear, StudentFacts } from "./facts";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";

/** What the count is on the first day without a ground, that day itself among the days used where it counts. */
export type CliffReading = {
  limit: number;
  used: number;
  remaining: number;
  /** The last day on which staying on is lawful; null: over already, or nothing ends it. */
  lastLawfulDay: Day | null;
  /** The first unprotected day is itself over the limit. */
  isOver: boolean;
};

/** The day after the grounds end, and what is left then. */
export type Cliff = {
  /** The last day of the unbroken chain of granted grounds that holds on asOf. */
  protectedUntil: Day;
  dayAfter: Day;
  /** Every reading that the regime knows; empty where no day limit applies. */
  readings: Partial<Record<ReadingName, CliffReading>>;
};

/**
 * What happens when the chain of grounds that holds on `asOf` ends, for a person who stays inside until
 * then, or, being outside, comes back on the day after. null: no ground holds, or the chain has no end.
 */
export function cliffOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  academicYear: AcademicYear,
): Cliff | null {
  const { protectedUntil, inside } = assess(facts, ruleSet, settings, asOf, academicYear);
  if (protectedUntil === null || protectedUntil === "open") return null;
  const dayAfter = addDays(protectedUntil, 1);
  const past = facts.crossings.filter(({ day }) => day <= asOf);
  const entry = { day: dayAfter, minute: null, direction: "entry" as const, ref: "cliff" };
  const crossings = inside === true ? past : [...past, entry];
  const then = assess({ ...facts, crossings }, ruleSet, settings, dayAfter, academicYear);
  const readings: Cliff["readings"] = {};
  for (const name of READINGS) {
    const result = then.readings[name];
    if (result === undefined) continue;
    const { limit, used, remaining, lastLawfulDay } = result;
    readings[name] = { limit, used, remaining, lastLawfulDay, isOver: isOver(result, dayAfter) };
  }
  return { protectedUntil, dayAfter, readings };
}
