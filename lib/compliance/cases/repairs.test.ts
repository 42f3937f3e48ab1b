import { describe, expect, it } from "vitest";
import { type Day, day } from "@/lib/civil-date/day";
import { troublesOf, withRepair } from "../log-troubles";
import { ruleSetFor } from "../rule-set";
import { defaultSettings } from "../settings";
import { daysOpen, eitherEffect } from "../troubles/effect";
import { written } from "./assessed";
import { student } from "./student-facts";

const KG = ruleSetFor("kg");
const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

describe("what a repair would do", () => {
  it("adds a crossing without a time, under the name of a repair", () => {
    const facts = student("KZ", "+2025-09-01");
    const repaired = withRepair(facts, { kind: "add_exit", day: day("2025-09-05") });
    expect(repaired.crossings.slice(1)).toEqual([
      { day: day("2025-09-05"), minute: null, direction: "exit", ref: "repair" },
    ]);
  });

  it("has no figures where no limit applies", () => {
    const facts = student("IN", "+2025-09-01 +2025-09-03");
    const [trouble] = troublesOf(
      facts,
      KG,
      defaultSettings,
      day("2025-09-05"),
      YEAR,
      day("2025-09-05"),
    );
    expect(trouble?.repairs).toHaveLength(3);
    for (const { effect } of trouble?.repairs ?? []) {
      expect(effect).toMatchObject({ reading: null, usedMin: null, usedMax: null });
      expect(daysOpen(effect)).toBe(0);
    }
  });

  it("of two possible effects is the widest range, the worst and the mildest verdict", () => {
    const effect = {
      reading: "rolling" as const,
      usedMin: 10,
      usedMax: 20,
      verdict: "at_risk" as const,
      verdictAtLeast: "unregistered" as const,
    };
    const other = {
      reading: "rolling" as const,
      usedMin: 15,
      usedMax: 95,
      verdict: "overstaying" as const,
      verdictAtLeast: "at_risk" as const,
    };
    const either = {
      reading: "rolling",
      usedMin: 10,
      usedMax: 95,
      verdict: "overstaying",
      verdictAtLeast: "unregistered",
    };
    expect([eitherEffect(effect, other), eitherEffect(other, effect)]).toEqual([either, either]);
    expect(eitherEffect({ ...effect, usedMin: null }, { ...other, usedMax: null })).toMatchObject({
      usedMin: 15,
      usedMax: 20,
    });
    expect(eitherEffect(effect, { ...other, usedMin: null }).usedMin).toBe(10);
  });

  it("looks for a missing first entry a year back where no rule begins later", () => {
    const asOf = day("2025-10-01");
    const [trouble] = troublesOf(
      student("RU", "-2025-09-20"),
      KG,
      defaultSettings,
      asOf,
      YEAR,
      asOf,
    );
    const [repair] = trouble?.repairs ?? [];
    const span = repair?.kind === "add_entry" ? [repair.between.from, repair.between.to] : [];
    expect(span.map((on: Day) => written(on)).sort()).toEqual(["2024-09-20", "2025-09-20"]);
  });
});
