import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import { granted, student } from "./cases/student-facts";
import type { StudentFacts } from "./facts";
import { dayLedger, stripOf } from "./ledger";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

function strip(facts: StudentFacts, from: string, to: string, asOf: string): string {
  return stripOf(facts, ruleSetFor("kg"), defaultSettings, day(from), day(to), day(asOf));
}

describe("the strip of days", () => {
  it("shows counted, paused and outside days, and nothing of the days ahead", () => {
    const facts = student("KZ", "+2025-09-02 -2025-09-07", [granted("2025-09-04", "2025-09-05")]);
    expect(strip(facts, "2025-09-01", "2025-09-10", "2025-09-08")).toBe("occppcco--");
  });

  it("shows days before the rule, and of people without a limit, as present but not counted", () => {
    const facts = student("KZ", "+2025-08-30 -2025-09-02");
    expect(strip(facts, "2025-08-29", "2025-09-03", "2025-09-03")).toBe("onncco");
    expect(strip(student("IN", "+2025-09-02"), "2025-09-01", "2025-09-03", "2025-09-03")).toBe(
      "onn",
    );
    expect(strip(student("KG", "+2025-09-02"), "2025-09-01", "2025-09-03", "2025-09-03")).toBe(
      "onn",
    );
  });

  it("shows as unknown what only the most possible days hold, and everything where there is no log", () => {
    const facts = student("KZ", "+2025-09-02 +2025-09-05 -2025-09-06");
    expect(strip(facts, "2025-09-01", "2025-09-07", "2025-09-07")).toBe("ocuucco");
    expect(strip(student("KZ", ""), "2025-09-01", "2025-09-03", "2025-09-03")).toBe("uuu");
  });

  it("says with each day why, and by which crossings and grounds", () => {
    const facts = student("KZ", "+2025-09-02 -2025-09-04", [granted("2025-09-04", "2025-09-05")]);
    const days = dayLedger(
      facts,
      ruleSetFor("kg"),
      defaultSettings,
      day("2025-09-03"),
      day("2025-09-05"),
    );
    expect(
      days.map(({ status, reason, crossings, grounds }) => [status, reason, crossings, grounds]),
    ).toEqual([
      ["counted", "present", ["#1", "#2"], []],
      ["paused", "ground", ["#1", "#2"], ["dormitory 2025-09-04"]],
      ["outside", "absent", [], ["dormitory 2025-09-04"]],
    ]);
  });
});
