import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { READINGS } from "./assessment";
import { anySettings } from "./cases/any-settings";
import { studentsAround } from "./cases/any-student";
import { granted, student } from "./cases/student-facts";
import type { Ground } from "./facts";
import { REGIME_IDS, ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";
import { situationOf } from "./situation";
import { NOT_YET, usedByDay } from "./used-by-day";

const AROUND = day("2026-01-10");
const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

describe("used day by day", () => {
  it("is what an assessment on each of the days finds, in every reading", () => {
    fc.assert(
      fc.property(
        studentsAround(AROUND),
        fc.constantFrom(...REGIME_IDS),
        anySettings,
        fc.integer({ min: -60, max: 60 }),
        (anyone, regime, settings, n) => {
          const ruleSet = ruleSetFor(regime);
          const asOf = addDays(AROUND, n);
          const from = addDays(asOf, -30);
          // A registration known today may reach back (A10), and a missing exit be told: today's log is the base.
          const whole = situationOf(anyone, ruleSet, settings, asOf).log;
          fc.pre(whole.problems.length === 0 && settings.registrationCovers === "ownStart");
          fc.pre(
            situationOf(anyone, ruleSet, settings, from).limit?.from ===
              situationOf(anyone, ruleSet, settings, asOf).limit?.from,
          );
          const series = usedByDay(anyone, ruleSet, settings, from, addDays(asOf, 5), asOf);
          for (let i = 0; i <= 30; i++) {
            const { readings } = assess(anyone, ruleSet, settings, addDays(from, i), YEAR);
            for (const name of READINGS) expect(series[name]?.[i]).toBe(readings[name]?.used);
          }
          for (const used of Object.values(series))
            expect(used.slice(31)).toEqual(new Int16Array(5).fill(NOT_YET));
        },
      ),
    );
  });

  it("rises to the limit and beyond", () => {
    const inside = student("KZ", "+2025-09-01");
    const { rolling } = usedByDay(
      inside,
      ruleSetFor("kg"),
      defaultSettings,
      day("2025-08-31"),
      day("2025-12-01") as Day,
    );
    expect(rolling?.[0]).toBe(0);
    expect(rolling?.[90]).toBe(90);
    expect(rolling?.at(-1)).toBe(92);
  });

  it("begins a new stay with its second day where the first, shared with the stay before, is paused", () => {
    const log = "+2026-02-22 -2026-02-27 +2026-02-27";
    const permit = granted("2026-02-27", "2026-02-27", "residence_permit");
    const usedOn = (grounds: Ground[]) => {
      const [from, to] = [day("2026-02-26"), day("2026-03-01")];
      const facts = student("RU", log, grounds);
      return [...(usedByDay(facts, ruleSetFor("kz"), defaultSettings, from, to).per_stay ?? [])];
    };
    // 22–26 February are five days. The 27th is the sixth of the first stay and the first of the second.
    expect(usedOn([])).toEqual([5, 6, 2, 3]);
    // Paused, it is no day of either.
    expect(usedOn([permit])).toEqual([5, 5, 1, 2]);
  });
});
