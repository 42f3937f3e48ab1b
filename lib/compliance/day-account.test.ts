import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { READINGS, type ReadingName } from "./assessment";
import { anySettings } from "./cases/any-settings";
import { studentsAround } from "./cases/any-student";
import { granted, student } from "./cases/student-facts";
import { accountOf, summaryOf } from "./day-account";
import { explain } from "./explain";
import type { StudentFacts } from "./facts";
import { REGIME_IDS, ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

const KG = ruleSetFor("kg");
const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

function account(facts: StudentFacts, asOf: string, reading: ReadingName = "rolling") {
  return accountOf(facts, KG, defaultSettings, day(asOf), reading);
}

function runs(facts: StudentFacts, asOf: string, reading: ReadingName = "rolling") {
  return summaryOf(facts, KG, defaultSettings, day(asOf), reading)?.runs.map((run) => {
    const refs = run.kind === "paused" ? run.grounds.join("+") : `${run.entryRef}>${run.exitRef}`;
    return [formatDay(run.from), formatDay(run.to), run.kind, run.days, refs].join(" ");
  });
}

describe("the account of every day", () => {
  it("numbers the counted days, and names the crossings and grounds of each", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-03 +2025-09-03", [
      granted("2025-09-05", "2025-09-06"),
    ]);
    const rows = account(facts, "2025-09-07", "anchored").map((row) =>
      [formatDay(row.day), row.status, row.number, row.crossings.join("+"), ...row.grounds].join(
        " ",
      ),
    );
    expect(rows).toEqual([
      "2025-09-01 counted 1 #1+#2",
      "2025-09-02 counted 2 #1+#2",
      "2025-09-03 counted 3 #1+#2+#3",
      "2025-09-04 counted 4 #3",
      "2025-09-05 paused  #3 dormitory 2025-09-05",
      "2025-09-06 paused  #3 dormitory 2025-09-05",
      "2025-09-07 counted 5 #3",
    ]);
  });

  it("the rolling reading looks at its whole window, from the first day outside on", () => {
    const rows = account(student("KZ", "+2025-09-01 -2025-09-10"), "2026-02-28");
    expect(rows).toHaveLength(180);
    expect(rows[0]).toMatchObject({ day: day("2025-09-02"), number: 1 });
    expect(rows.at(-1)).toMatchObject({ status: "outside", number: null });
  });

  it("is written in few runs: stays, pauses, and days that only may count", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-03 +2025-09-05 +2025-09-10", [
      granted("2025-09-12", "2025-09-20"),
    ]);
    expect(runs(facts, "2025-09-22")).toEqual([
      "2025-09-01 2025-09-03 counted 3 #1>#2",
      "2025-09-05 2025-09-05 counted 1 #3>null",
      "2025-09-06 2025-09-09 possible 4 #3>null",
      "2025-09-10 2025-09-11 counted 2 #4>null",
      "2025-09-12 2025-09-20 paused 9 dormitory 2025-09-12",
      "2025-09-21 2025-09-22 counted 2 #4>null",
    ]);
  });

  it("a shared border day counts in the earlier stay", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-05 +2025-09-05 -2025-09-10");
    expect(runs(facts, "2025-10-01")).toEqual([
      "2025-09-01 2025-09-05 counted 5 #1>#2",
      "2025-09-06 2025-09-10 counted 5 #3>#4",
    ]);
  });

  it("where a day counts for each of its stays, its weight is how many they are", () => {
    // docs/rules.md: stays 1–5 September and 5–10 September are 11 days if double-counted.
    const facts = student("KZ", "+2025-09-01 -2025-09-05 +2025-09-05 -2025-09-10");
    const twice = { ...defaultSettings, sameDayCounts: "twice" as const };
    const rows = accountOf(facts, KG, twice, day("2025-09-10"), "anchored");
    expect(rows.at(-1)).toMatchObject({ number: 11, weight: 1 });
    expect(rows[4]).toMatchObject({ day: day("2025-09-05"), number: 6, weight: 2 });
  });

  it("there is none where no limit applies", () => {
    expect(account(student("IN", "+2025-09-01"), "2025-10-01")).toEqual([]);
    expect(
      summaryOf(student("KG", "+2025-09-01"), KG, defaultSettings, YEAR.from, "rolling"),
    ).toBeNull();
  });

  it("the counted days add up to the days used, always", () => {
    const asOf = day("2026-02-15");
    fc.assert(
      fc.property(
        studentsAround(asOf),
        anySettings,
        fc.constantFrom(...READINGS),
        fc.constantFrom(...REGIME_IDS),
        (drawn, settings, reading, regime) => {
          const ruleSet = ruleSetFor(regime);
          const crossings = drawn.crossings.map((one, index) => ({ ...one, ref: `r${index}` }));
          const facts = { ...drawn, crossings };
          const used = explain(facts, ruleSet, settings, asOf).readings[reading]?.used ?? 0;
          const rows = accountOf(facts, ruleSet, settings, asOf, reading);
          const numbers = rows.flatMap(({ number }) => number ?? []);
          expect(numbers.at(-1) ?? 0).toBe(used);
          expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBe(used);
          const summary = summaryOf(facts, ruleSet, settings, asOf, reading);
          const added = summary?.runs.filter(({ kind }) => kind !== "paused") ?? [];
          expect(added.reduce((sum, { days }) => sum + days, 0)).toBe(used);
          expect(rows.every(({ day }, index) => day === addDays(rows[0]?.day ?? day, index))).toBe(
            true,
          );
          const { readings, dataProblems } = assess(facts, ruleSet, settings, asOf, YEAR);
          if (dataProblems.length === 0) expect(readings[reading]?.used ?? 0).toBe(used);
        },
      ),
      { numRuns: 150 },
    );
  });
});
