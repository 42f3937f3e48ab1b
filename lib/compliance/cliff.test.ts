import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { studentsAround } from "./cases/any-student";
import { granted, student } from "./cases/student-facts";
import { cliffOf } from "./cliff";
import type { StudentFacts } from "./facts";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };
const KG = ruleSetFor("kg");

function cliff(facts: StudentFacts, asOf: string) {
  return cliffOf(facts, KG, defaultSettings, day(asOf), YEAR);
}

describe("the cliff", () => {
  it("85 days used before a registration: the day after it ends is day 86 for a rolling count no more", () => {
    // docs/rules.md: inside 1 September to 30 November, registered 25 November to 30 June.
    const facts = student("KZ", "+2025-09-01", [granted("2025-11-25", "2026-06-30")]);
    const found = cliff(facts, "2026-03-01");
    expect(found).toMatchObject({ protectedUntil: day("2026-06-30"), dayAfter: day("2026-07-01") });
    // In the window of 1 July (from 2 January) nothing counted but that day.
    expect(found?.readings.rolling).toEqual({
      limit: 90,
      used: 1,
      remaining: 89,
      lastLawfulDay: day("2026-09-28"),
      isOver: false,
    });
    // No absence has cleared the cumulative count: five days are left, this one among them.
    expect(found?.readings.cumulative).toMatchObject({
      used: 86,
      remaining: 4,
      lastLawfulDay: day("2026-07-05"),
    });
  });

  it("a chain of grounds ends with its last; over the limit the day after", () => {
    const facts = student("KZ", "+2025-09-01", [
      granted("2025-11-30", "2025-12-10"),
      granted("2025-12-11", "2025-12-20", "address"),
    ]);
    expect(cliff(facts, "2025-12-05")).toMatchObject({
      protectedUntil: day("2025-12-20"),
      readings: { rolling: { used: 91, remaining: 0, lastLawfulDay: null, isOver: true } },
    });
  });

  it("who is outside is taken to come back on the day after", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-10", [granted("2025-09-20", "2025-12-20")]);
    expect(cliff(facts, "2025-10-01")?.readings.rolling).toMatchObject({ used: 11 });
  });

  it("there is none without a ground, or where it has no end", () => {
    expect(cliff(student("KZ", "+2025-09-01"), "2025-10-01")).toBeNull();
    const open = student("KZ", "+2025-09-01", [granted("2025-09-10", null)]);
    expect(cliff(open, "2025-10-01")).toBeNull();
    const later = student("KZ", "+2025-09-01", [granted("2025-11-10", "2026-06-30")]);
    expect(cliff(later, "2025-10-01")).toBeNull();
  });

  it("by visa the readings are empty, and the day is named", () => {
    const visa = student("IN", "+2025-09-01", [granted("2025-09-01", "2026-01-31", "visa")]);
    expect(cliff(visa, "2025-10-01")).toMatchObject({ dayAfter: day("2026-02-01"), readings: {} });
  });

  it("is what the engine says on that day of who stayed inside", () => {
    const asOf = day("2026-02-15");
    fc.assert(
      fc.property(studentsAround(asOf), (facts) => {
        const crossings = facts.crossings.filter((one) => one.day <= asOf);
        const today = assess(facts, KG, defaultSettings, asOf, YEAR);
        const found = cliffOf(facts, KG, defaultSettings, asOf, YEAR);
        if (found === null || today.inside !== true) return;
        expect(found.dayAfter).toBe(addDays(found.protectedUntil, 1));
        const then = assess({ ...facts, crossings }, KG, defaultSettings, found.dayAfter, YEAR);
        expect(then.protectedUntil).toBeNull();
        expect(found.readings.rolling?.used).toBe(then.readings.rolling?.used);
        expect(found.readings.anchored?.lastLawfulDay).toBe(then.readings.anchored?.lastLawfulDay);
      }),
      { numRuns: 200 },
    );
  });
});
