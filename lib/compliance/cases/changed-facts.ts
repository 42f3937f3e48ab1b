import fc from "fast-check";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import { assess } from "../assess";
import { type Assessment, READINGS, type ReadingName, VERDICTS } from "../assessment";
import type { AcademicYear, StudentFacts } from "../facts";
import { ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";

/** The day around which students are drawn whose changed facts are compared. */
export const MIDDLE = day("2026-03-01");
/** Their academic year. */
export const YEAR: AcademicYear = { from: day("2025-09-01"), to: day("2026-06-30") };
/** Days of the assessment: up to five months before and after. */
export const asOfs = fc.integer({ min: -150, max: 150 }).map((n) => addDays(MIDDLE, n));
/** One with a rule that changed, one without. */
export const citizenships = fc.constantFrom("KZ", "RU");
/** Which of the crossings is changed. */
export const places = fc.nat({ max: 15 });

/** What the rules of Kyrgyzstan say of the facts on a day. */
export function inKyrgyzstan(
  facts: StudentFacts,
  asOf: Day,
  settings = defaultSettings,
): Assessment {
  return assess(facts, ruleSetFor("kg"), settings, asOf, YEAR);
}

/** Every day in a value moved by n; days are the only numbers above 10,000. */
export function moved<T>(value: T, n: number): T {
  const text = JSON.stringify(value, (_, inner) =>
    typeof inner === "number" && inner > 10_000 ? inner + n : inner,
  );
  return JSON.parse(text);
}

/** The days used in a reading; 0 where the rule has none. */
export function usedIn(assessment: Assessment, name: ReadingName): number {
  return assessment.readings[name]?.used ?? 0;
}

/** Readings in which a counted day more never makes the count smaller. An anchored period may begin elsewhere. */
export const ADDING_UP = READINGS.filter((name) => name !== "anchored");

/** Only the readings that add up have a say in the verdict. */
export function addingUp(settings: Settings): Settings {
  return { ...settings, readings: ["rolling", "cumulative"] };
}

/** The five verdicts that ask for action at once are 0 to 4; all others are one. */
export function urgency({ verdict }: Pick<Assessment, "verdict">): number {
  return Math.min(5, VERDICTS.indexOf(verdict));
}
