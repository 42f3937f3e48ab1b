import { describe, expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import type { StudentFacts } from "@/lib/compliance/facts";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { staysUntil } from "./strictest";

const ACADEMIC_YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

/** A citizen of Tajikistan, 60 days in 120, inside since 11 July 2025. */
const since = (grounds: StudentFacts["grounds"] = []): StudentFacts => ({
  citizenship: "TJ",
  crossings: [{ day: day("2025-07-11"), minute: null, direction: "entry", ref: "1" }],
  grounds,
});

const on = (text: string, facts = since(), settings = defaultSettings) =>
  staysUntil(assess(facts, ruleSetFor("kg"), settings, day(text), ACADEMIC_YEAR), settings);

describe("the last lawful day of a stay that goes on", () => {
  test("is day 60, named on the days before and on itself", () => {
    expect(on("2025-09-07")).toBe(day("2025-09-08"));
    expect(on("2025-09-08")).toBe(day("2025-09-08"));
  });

  test("is none once a reading is over the limit, whatever a new period of another one allows", () => {
    expect(on("2025-09-09")).toBeNull();
    expect(on("2025-11-15")).toBeNull();
  });

  test("is that of the readings the office has chosen", () => {
    const anchored = { ...defaultSettings, readings: ["anchored" as const] };
    expect(on("2025-11-15", since(), anchored)).toBe(day("2026-01-06"));
  });
});
