import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import { assess } from "./assess";
import type { Assessment } from "./assessment";
import { groundsAround, studentsAround } from "./cases/any-student";
import type { AcademicYear, StudentFacts } from "./facts";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

const MIDDLE = day("2026-03-01");
const YEAR: AcademicYear = { from: day("2025-09-01"), to: day("2026-06-30") };
const asOfs = fc.integer({ min: -150, max: 150 }).map((n) => addDays(MIDDLE, n));

function inKyrgyzstan(facts: StudentFacts, asOf: Day): Assessment {
  return assess(facts, ruleSetFor("kg"), defaultSettings, asOf, YEAR);
}

/** Every day in a value moved by n; days are the only numbers above 10,000. */
function moved<T>(value: T, n: number): T {
  const text = JSON.stringify(value, (_, inner) =>
    typeof inner === "number" && inner > 10_000 ? inner + n : inner,
  );
  return JSON.parse(text);
}

describe("whatever the student, the verdict", () => {
  it("does not depend on the order of the rows", () => {
    const shuffled = studentsAround(MIDDLE).chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts.crossings], { minLength: facts.crossings.length }),
        fc.shuffledSubarray([...facts.grounds], { minLength: facts.grounds.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, asOfs, ([facts, crossings, grounds], asOf) => {
        expect(inKyrgyzstan({ ...facts, crossings, grounds }, asOf)).toEqual(
          inKyrgyzstan(facts, asOf),
        );
      }),
    );
  });

  it("moves with all dates where the rule has no first day that counts", () => {
    fc.assert(
      fc.property(
        studentsAround(MIDDLE),
        asOfs,
        fc.integer({ min: -1000, max: 1000 }),
        (facts, asOf, n) => {
          const schengen = (one: StudentFacts, on: Day, year: AcademicYear) =>
            assess(one, ruleSetFor("schengen"), defaultSettings, on, year);
          const there = schengen(moved(facts, n), addDays(asOf, n), moved(YEAR, n));
          expect(there).toEqual(moved(schengen(facts, asOf, YEAR), n));
        },
      ),
    );
  });

  it("never rests on more used days for one more granted ground, where days only add up", () => {
    fc.assert(
      fc.property(studentsAround(MIDDLE), groundsAround(MIDDLE), asOfs, (facts, ground, asOf) => {
        const grounds = [...facts.grounds, { ...ground, status: "granted" as const }];
        const before = inKyrgyzstan(facts, asOf).readings;
        const after = inKyrgyzstan({ ...facts, grounds }, asOf).readings;
        for (const name of ["rolling", "cumulative"] as const) {
          expect(after[name]?.used ?? 0).toBeLessThanOrEqual(before[name]?.used ?? 0);
          expect(after[name]?.overstayDays ?? 0).toBeLessThanOrEqual(
            before[name]?.overstayDays ?? 0,
          );
        }
      }),
    );
  });

  it("does not change for a ground that is not granted, but from unknown", () => {
    fc.assert(
      fc.property(studentsAround(MIDDLE), groundsAround(MIDDLE), asOfs, (facts, ground, asOf) => {
        const grounds = [...facts.grounds, { ...ground, status: "requested" as const }];
        const before = inKyrgyzstan(facts, asOf);
        const after = inKyrgyzstan({ ...facts, grounds }, asOf);
        if (before.verdict !== "unknown") expect(after).toEqual(before);
      }),
    );
  });

  it("does not know the future crossings", () => {
    fc.assert(
      fc.property(studentsAround(MIDDLE), asOfs, (facts, asOf) => {
        const crossings = facts.crossings.filter(({ day: on }) => on <= asOf);
        expect(inKyrgyzstan({ ...facts, crossings }, asOf)).toEqual(inKyrgyzstan(facts, asOf));
      }),
    );
  });
});
