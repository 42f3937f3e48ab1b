import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "../academic-year";
import { assess } from "../assess";
import type { ReadingName } from "../assessment";
import { type Explanation, explain } from "../explain";
import { type RegimeId, ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";
import { anySettings } from "./any-settings";
import { studentsAround } from "./any-student";
import { written } from "./assessed";
import { granted, student } from "./student-facts";

const MIDDLE = day("2026-01-15");

function spanOf({ readings }: Explanation, name: ReadingName): string {
  const { from, to } = readings[name] ?? { from: null, to: null };
  return `${written(from) ?? ""}..${written(to) ?? ""}`;
}

function explained(log: string, on: string, regime: RegimeId, others: Partial<Settings> = {}) {
  const registered = granted("2025-10-10", "2025-10-19");
  const settings = { ...defaultSettings, ...others };
  return explain(student("GB", log, [registered]), ruleSetFor(regime), settings, day(on));
}

describe("the days that a reading looks at", () => {
  it("of a calendar year are the whole year, whether the person was inside or not", () => {
    const ru = (on: string) =>
      spanOf(explained("+2025-09-01 -2025-10-31", on, "ru"), "calendar_year");
    expect(ru("2025-09-10")).toBe("2025-01-01..2025-12-31");
    expect(ru("2025-12-31")).toBe("2025-01-01..2025-12-31");
    expect(ru("2026-01-01")).toBe("2026-01-01..2026-12-31");
  });

  it("of a stay begin with its entry and have no end; there are none outside", () => {
    const log = "+2025-09-01 -2025-09-10 +2025-09-20 -2025-09-25";
    const kz = (on: string) => spanOf(explained(log, on, "kz"), "per_stay");
    expect([kz("2025-09-10"), kz("2025-09-11"), kz("2025-09-20"), kz("2025-09-25")]).toEqual([
      "2025-09-01..",
      "..",
      "2025-09-20..",
      "2025-09-20..",
    ]);
  });

  it("begin with a registration that resets the count, from its first day on", () => {
    const spans = (on: string) => {
      const told = explained("+2025-09-01", on, "kg", { registrationEffect: "resets" });
      return (["rolling", "cumulative"] as const).map((name) => spanOf(told, name));
    };
    expect(spans("2025-10-09")).toEqual(["2025-06-12..2025-10-09", "2025-09-01.."]);
    expect(spans("2025-10-21")).toEqual(["2025-10-10..2025-10-21", "2025-10-20.."]);
  });
});

describe("an explanation", () => {
  it.each<RegimeId>(["kg", "schengen", "kz", "ru", "ge"])(
    "accounts for every used day under %s, whatever the log and the answers to the open questions",
    (regime) => {
      fc.assert(
        fc.property(
          studentsAround(MIDDLE),
          anySettings,
          fc.integer({ min: -100, max: 120 }),
          (facts, settings, n) => {
            const asOf = addDays(MIDDLE, n);
            const { readings } = explain(facts, ruleSetFor(regime), settings, asOf);
            const year = defaultAcademicYear(asOf);
            const assessed = assess(facts, ruleSetFor(regime), settings, asOf, year).readings;
            expect(Object.keys(readings).sort()).toEqual(Object.keys(assessed).sort());
            for (const [name, told] of Object.entries(readings)) {
              const sum = told.stays.reduce((total, stay) => total + stay.counted, 0);
              expect(sum, `${name} on ${formatDay(asOf)}`).toBe(told.used);
              const { usedMin = 0, usedMax = 0 } = assessed[name as ReadingName] ?? {};
              expect(usedMin <= told.used && told.used <= usedMax).toBe(true);
              for (const { from, to } of told.pauses) {
                expect(from).toBeLessThanOrEqual(to);
                expect(to).toBeLessThanOrEqual(asOf);
              }
            }
          },
        ),
      );
    },
  );
});
