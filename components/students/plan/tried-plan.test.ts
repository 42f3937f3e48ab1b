import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { readPlan } from "./plan-address";
import type { PlanBasis } from "./plan-basis";
import { tryPlan } from "./tried-plan";

/** A citizen of Kazakhstan of whom the log holds these entries. */
function knowing(...entries: string[]): PlanBasis {
  const crossings = entries.map((on, index) => ({
    day: day(on),
    minute: null,
    direction: "entry" as const,
    ref: String(index),
  }));
  return {
    facts: { citizenship: "KZ", crossings, grounds: [] },
    ruleSet: ruleSetFor("kg"),
    settings: defaultSettings,
    asOf: day("2025-11-15"),
    academicYear: { from: day("2025-09-01"), to: day("2026-06-30") },
  };
}
const isUnseen = (basis: PlanBasis, plan = "") => tryPlan(readPlan(plan).rows, basis).isUnseen;

test("without a crossing in the log the count rests on nothing, whatever is planned ahead", () => {
  expect(isUnseen(knowing())).toBe(true);
  expect(isUnseen(knowing(), "visit.2025-11-20.2025-12-10")).toBe(true);
  expect(isUnseen(knowing(), "visit.2025-11-15.")).toBe(true);
});

test("a crossing that was made, in the log or tried as missing in it, is something to count from", () => {
  expect(isUnseen(knowing("2025-11-01"))).toBe(false);
  expect(isUnseen(knowing(), "entry.2025-11-01")).toBe(false);
  expect(isUnseen(knowing(), "entry.2026-11-01")).toBe(true);
});
