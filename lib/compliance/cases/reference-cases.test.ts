import { describe, expect, it } from "vitest";
import { addDays, day, formatDay, weekday } from "@/lib/civil-date/day";
import { type ReadingName, WINDOW_READINGS } from "../assessment";
import type { StudentFacts } from "../facts";
import { assessedOn, written } from "./assessed";
import { granted, student } from "./student-facts";

function read(facts: StudentFacts, asOf: string, reading: ReadingName) {
  const result = assessedOn(facts, asOf).readings[reading];
  if (result === undefined) throw new Error(`no reading ${reading}`);
  return result;
}

/** Same-day trips from `from` to `to` on the weekdays up to `lastWeekday` (1 = Monday). */
function commuter(from: string, to: string, lastWeekday: number): StudentFacts {
  const trips: string[] = [];
  for (let on = day(from); on <= day(to); on = addDays(on, 1)) {
    if (weekday(on) <= lastWeekday) trips.push(`+${formatDay(on)}T08:00 -${formatDay(on)}T18:00`);
  }
  return student("KZ", trips.join(" "));
}

describe("the reference cases of a citizen of Kazakhstan, counted from 1 September 2025", () => {
  it.each(WINDOW_READINGS)(
    "inside from 1 September: day 90 is 29 November, breach on the 30th (%s)",
    (reading) => {
      const facts = student("KZ", "+2025-09-01");
      expect(read(facts, "2025-11-28", reading)).toMatchObject({ used: 89, firstBreach: null });
      expect(read(facts, "2025-11-29", reading)).toMatchObject({ used: 90, firstBreach: null });
      expect(read(facts, "2025-11-30", reading)).toMatchObject({
        used: 91,
        firstBreach: day("2025-11-30"),
        overstayDays: 1,
      });
      expect(written(read(facts, "2025-10-01", reading).lastLawfulDay)).toBe("2025-11-29");
    },
  );

  it("out on Friday, in on Sunday every second weekend: 90 used on leaving on 5 December, the 7th would be day 91", () => {
    const weekends: string[] = ["+2025-09-01"];
    for (
      let friday = day("2025-09-12");
      friday <= day("2025-11-21");
      friday = addDays(friday, 14)
    ) {
      weekends.push(`-${formatDay(friday)} +${formatDay(addDays(friday, 2))}`);
    }
    const facts = student("KZ", `${weekends.join(" ")} -2025-12-05`);
    const day89 = assessedOn(facts, "2025-12-04").readings;
    const left = assessedOn(facts, "2025-12-05").readings;
    for (const name of WINDOW_READINGS) {
      expect(day89[name]).toMatchObject({ used: 89, firstBreach: null });
      expect(left[name]).toMatchObject({ used: 90, firstBreach: null, remaining: 0 });
    }
    expect(written(left.rolling?.earliestEntry)).toBe("2026-02-28");
    expect(written(left.anchored?.earliestEntry)).toBe("2026-02-28");
    expect(written(left.cumulative?.earliestEntry)).toBe("2026-03-06");
    expect(assessedOn(facts, "2025-12-06").verdict).toBe("barred");
    const returned = student("KZ", `${weekends.join(" ")} -2025-12-05 +2025-12-07`);
    expect(assessedOn(returned, "2025-12-07")).toMatchObject({
      verdict: "overstaying",
      readings: { rolling: { used: 91, firstBreach: day("2025-12-07") } },
    });
  });

  it("commuting Monday to Friday: day 90 is 2 January, breach on the 5th, and no registration is ever due", () => {
    const facts = commuter("2025-09-01", "2026-01-31", 5);
    for (const name of WINDOW_READINGS) {
      expect(read(facts, "2026-01-01", name)).toMatchObject({ used: 89 });
      expect(read(facts, "2026-01-02", name)).toMatchObject({ used: 90, firstBreach: null });
      expect(read(facts, "2026-01-05", name).firstBreach).toBe(day("2026-01-05"));
    }
    expect(assessedOn(facts, "2026-01-02").registrationDueOn).toBeNull();
  });

  it("commuting Monday to Saturday: day 90 is 13 December", () => {
    const facts = commuter("2025-09-01", "2025-12-31", 6);
    for (const name of WINDOW_READINGS) {
      expect(read(facts, "2025-12-12", name).used).toBe(89);
      expect(read(facts, "2025-12-13", name)).toMatchObject({ used: 90, firstBreach: null });
      expect(read(facts, "2025-12-15", name).firstBreach).toBe(day("2025-12-15"));
    }
  });

  it("ten days at the start of each month: the readings part, and the cumulative one is broken on 1 June", () => {
    const months = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02"].concat([
      "2026-03",
      "2026-04",
      "2026-05",
      "2026-06",
      "2026-07",
      "2026-08",
    ]);
    const facts = student("KZ", months.map((month) => `+${month}-01 -${month}-10`).join(" "));
    expect(read(facts, "2026-08-10", "rolling")).toMatchObject({ used: 60, firstBreach: null });
    expect(read(facts, "2026-08-10", "anchored")).toMatchObject({ used: 60, firstBreach: null });
    expect(read(facts, "2026-08-10", "cumulative")).toMatchObject({
      used: 120,
      firstBreach: day("2026-06-01"),
    });
    expect(read(facts, "2026-05-31", "cumulative")).toMatchObject({ used: 90, firstBreach: null });
  });

  it("September and October, then 20 December to 31 March: breach on 18 January in all, then they part", () => {
    const facts = student("KZ", "+2025-09-01 -2025-10-31 +2025-12-20 -2026-03-31");
    for (const name of WINDOW_READINGS) {
      expect(read(facts, "2026-01-17", name)).toMatchObject({ used: 90, firstBreach: null });
      expect(read(facts, "2026-01-18", name).firstBreach).toBe(day("2026-01-18"));
    }
    expect(read(facts, "2026-03-15", "rolling").used).toBe(131);
    expect(read(facts, "2026-03-15", "anchored").used).toBe(16);
    expect(read(facts, "2026-03-15", "cumulative").used).toBe(147);
  });

  it("stays of 1–5 and 5–10 September are ten distinct days", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-05 +2025-09-05 -2025-09-10");
    for (const name of WINDOW_READINGS) expect(read(facts, "2025-09-10", name).used).toBe(10);
  });

  it("inside from 1 June to 30 September 2025: 30 days on 30 September, none before the rule", () => {
    const facts = student("KZ", "+2025-06-01 -2025-09-30");
    for (const name of WINDOW_READINGS) {
      expect(read(facts, "2025-09-01", name).used).toBe(1);
      expect(read(facts, "2025-09-30", name).used).toBe(30);
    }
    expect(assessedOn(facts, "2025-08-31").readings).toEqual({});
  });

  it("registered from 25 November to 30 June: 85 used on leaving on 30 November, no breach", () => {
    const facts = student("KZ", "+2025-09-01 -2025-11-30", [granted("2025-11-25", "2026-06-30")]);
    for (const name of WINDOW_READINGS) {
      expect(read(facts, "2025-11-24", name).used).toBe(85);
      expect(read(facts, "2025-11-30", name)).toMatchObject({ used: 85, firstBreach: null });
    }
  });
});
