import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import { written } from "./cases/assessed";
import { granted, student } from "./cases/student-facts";
import type { StudentFacts } from "./facts";
import { project } from "./project";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

function projected(facts: StudentFacts, asOf: string, days: number) {
  return project(facts, ruleSetFor("kg"), defaultSettings, day(asOf), days);
}

describe("what lies ahead", () => {
  const left = student("KZ", "+2025-09-01 -2025-11-19");

  it("outside with 80 days used: ten days may start today, eleven when a day has left the window", () => {
    expect(written(projected(left, "2025-12-01", 10).rolling?.earliestEntry)).toBe("2025-12-01");
    // The eleventh day, 28 February, is the first whose window leaves 1 September behind.
    expect(written(projected(left, "2025-12-01", 11).rolling?.earliestEntry)).toBe("2026-02-18");
    expect(written(projected(left, "2025-12-01", 11).cumulative?.earliestEntry)).toBe("2026-02-18");
    expect(projected(left, "2025-12-01", 91).rolling?.earliestEntry).toBeNull();
  });

  it("on the day of the last exit that day, which is counted already, belongs to the stay", () => {
    // 81 days by 15 February; it and the nine days after it make 90, until 24 September leaves the window on 23 March.
    const leaving = student(
      "KZ",
      "+2025-09-24 -2025-10-23 +2025-11-01 -2025-11-09 +2026-01-03 -2026-01-31 +2026-02-03 -2026-02-06 +2026-02-07 -2026-02-15",
    );
    const first = (days: number) =>
      written(projected(leaving, "2026-02-15", days).rolling?.earliestEntry);
    expect([first(1), first(10), first(11)]).toEqual(["2026-02-15", "2026-02-15", "2026-03-14"]);
  });

  it("a granted ground makes room for a longer stay", () => {
    const facts = { ...left, grounds: [granted("2025-12-11", "2026-06-30")] };
    expect(written(projected(facts, "2025-12-01", 100).rolling?.earliestEntry)).toBe("2025-12-01");
  });

  it("inside: the last lawful day, and the breach of the rhythm", () => {
    const weekly = student("KZ", "+2025-09-01 -2025-09-28 +2025-10-06");
    const { rolling } = projected(weekly, "2025-10-06", 1);
    expect(written(rolling?.lastLawfulDay)).toBe("2025-12-06");
    // 29 used; 21 days in each 28: 71 on 1 December, and the twentieth day after is the 91st.
    expect(written(rolling?.rhythmBreach)).toBe("2025-12-21");
    expect(rolling?.earliestEntry).toBeNull();
  });

  it("says nothing where no limit applies", () => {
    expect(projected(student("IN", "+2025-09-01"), "2025-10-06", 1)).toEqual({});
    expect(projected(student("KG", "+2025-09-01"), "2025-10-06", 1)).toEqual({});
  });
});
