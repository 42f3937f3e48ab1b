import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, formatDay } from "@/lib/civil-date/day";
import { WINDOW_READINGS } from "./assessment";
import { studentsAround } from "./cases/any-student";
import { assessedOn } from "./cases/assessed";
import { granted, student } from "./cases/student-facts";
import { explain } from "./explain";
import type { StudentFacts } from "./facts";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

function explained(facts: StudentFacts, asOf: string) {
  return explain(facts, ruleSetFor("kg"), defaultSettings, day(asOf));
}

function days(from: Day | null, to: Day | null): string {
  return `${from === null ? "" : formatDay(from)}..${to === null ? "" : formatDay(to)}`;
}

describe("an explanation", () => {
  const facts = student("KZ", "+2025-09-01 -2025-10-31 +2025-12-20 -2026-03-31", [
    granted("2026-01-10", "2026-01-19"),
  ]);

  it("names the days that each reading looks at, and the stays that fill them", () => {
    const { readings, countsFrom } = explained(facts, "2026-03-15");
    expect(countsFrom).toBe(day("2025-09-01"));
    const { rolling, anchored, cumulative } = readings;
    expect(days(rolling?.from ?? null, rolling?.to ?? null)).toBe("2025-09-17..2026-03-15");
    expect(days(anchored?.from ?? null, anchored?.to ?? null)).toBe("2026-02-28..2026-08-26");
    expect(days(cumulative?.from ?? null, cumulative?.to ?? null)).toBe("2025-09-01..");
    expect(rolling?.stays).toMatchObject([
      { counted: 45, entryRef: "#1", exitRef: "#2", certain: true },
      { counted: 76, entryRef: "#3", exitRef: null, open: true },
    ]);
    expect(rolling?.pauses).toMatchObject([{ kind: "dormitory", daysInside: 10 }]);
    expect(anchored?.pauses).toEqual([]);
  });

  it("says that no period is running where none is", () => {
    const left = student("KZ", "+2025-09-01 -2025-09-10");
    expect(explained(left, "2026-02-27").readings.anchored).toMatchObject({ used: 10 });
    expect(explained(left, "2026-02-28").readings.anchored).toMatchObject({
      used: 0,
      from: null,
      stays: [],
    });
    expect(explained(left, "2025-12-09").readings.cumulative).toMatchObject({
      used: 0,
      from: null,
    });
  });

  it("names the duty to register also where a ground answers it", () => {
    const registered = student("KZ", "+2025-09-01", [granted("2025-09-05", null)]);
    expect(explained(registered, "2025-10-01").registration).toMatchObject({
      entryRef: "#1",
      lastDay: day("2025-09-30"),
    });
  });

  it("accounts for every used day, stay by stay, whatever the log", () => {
    fc.assert(
      fc.property(
        studentsAround(day("2025-12-01")),
        fc.integer({ min: -60, max: 120 }),
        (anyone, n) => {
          const asOf = formatDay((day("2025-12-01") + n) as Day);
          const { readings } = explained(anyone, asOf);
          const assessed = assessedOn(anyone, asOf).readings;
          for (const name of WINDOW_READINGS) {
            const sum = readings[name]?.stays.reduce((total, stay) => total + stay.counted, 0);
            expect(sum).toBe(readings[name]?.used);
            expect(sum).toBeGreaterThanOrEqual(assessed[name]?.usedMin ?? Number.NaN);
            expect(sum).toBeLessThanOrEqual(assessed[name]?.usedMax ?? Number.NaN);
          }
        },
      ),
    );
  });
});
