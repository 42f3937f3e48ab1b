import { describe, expect, it } from "vitest";
import { addDays, type Day, day, formatDay } from "@/lib/civil-date/day";
import { assessedOn, written } from "./assessed";
import { granted, student } from "./student-facts";

/** A stay as other calculators take it: two dates, both days inside. */
type Trip = readonly [entry: string, exit: string];

/** Every day of some trips, once. */
function daysOf(trips: readonly Trip[]): Set<Day> {
  const days = new Set<Day>();
  for (const [entry, exit] of trips) {
    for (let on = day(entry); on <= day(exit); on = addDays(on, 1)) days.add(on);
  }
  return days;
}

/** How many of the days lie in the last `window` days up to a day, itself included. */
function within(days: ReadonlySet<Day>, last: Day, window: number): number {
  return [...days].filter((on) => last - window < on && on <= last).length;
}

/** The first day from one on that a test accepts. */
function firstDay(from: string, accepts: (on: Day) => boolean): string {
  let on = day(from);
  while (!accepts(on)) on = addDays(on, 1);
  return formatDay(on);
}

/** A citizen of Russia in Kyrgyzstan: 90 days in 180, and no first day of the rule in reach. */
function russian(...trips: Trip[]) {
  return student("RU", trips.map(([entry, exit]) => `+${entry} -${exit}`).join(" "));
}

/**
 * What other calculators get wrong. Each test makes the mistake as well and shows that it leads to another answer to
 * the same question: a test that the mistake would pass proves nothing.
 */
describe("a mistake that other calculators make is not made here:", () => {
  it("a window of 181 days", () => {
    const trip: Trip = ["2026-01-01", "2026-01-01"];
    const used = (asOf: string) => assessedOn(russian(trip), asOf).readings.rolling?.used;
    expect([used("2026-06-29"), used("2026-06-30")]).toEqual([1, 0]);
    expect(within(daysOf([trip]), day("2026-06-30"), 181)).toBe(1);
  });

  it("overlapping stays counted twice", () => {
    const trips: Trip[] = [
      ["2025-09-01", "2025-09-05"],
      ["2025-09-05", "2025-09-10"],
    ];
    expect(assessedOn(russian(...trips), "2025-09-10").readings.rolling?.used).toBe(10);
    expect(trips.map((trip) => daysOf([trip]).size)).toEqual([5, 6]);
  });

  it("nights counted instead of days", () => {
    const trip: Trip = ["2025-09-01", "2025-09-01"];
    expect(assessedOn(russian(trip), "2025-09-01").readings.rolling?.used).toBe(1);
    expect(day(trip[1]) - day(trip[0])).toBe(0);
  });

  it("three months taken for ninety days", () => {
    const { rolling } = assessedOn(student("RU", "+2025-09-01"), "2025-09-01").readings;
    expect(written(rolling?.lastLawfulDay)).toBe("2025-11-29");
    expect(formatDay(addDays(day("2025-12-01"), -1))).toBe("2025-11-30");
  });

  it("stays over the limit dropped, or cut to the limit", () => {
    const trips: Trip[] = [
      ["2025-09-01", "2025-12-31"],
      ["2026-02-01", "2026-02-10"],
    ];
    const { rolling, cumulative } = assessedOn(russian(...trips), "2026-02-10").readings;
    expect([rolling?.used, cumulative?.used]).toEqual([132, 132]);
    expect(rolling?.overstayDays).toBe(32 + 10);
    const lengths = trips.map((trip) => daysOf([trip]).size);
    expect(lengths.map((length) => Math.min(90, length))).toEqual([90, 10]);
    expect(lengths.filter((length) => length <= 90)).toEqual([10]);
  });

  it("a day outside that starts the count anew", () => {
    const facts = student("RU", "+2025-09-01 -2025-11-20 +2025-11-22");
    expect(assessedOn(facts, "2025-11-30").readings.rolling?.used).toBe(90);
    expect(daysOf([["2025-11-22", "2025-11-30"]]).size).toBe(9);
  });

  it("no roll-off of old days in the longest stay", () => {
    const autumn: Trip = ["2025-09-01", "2025-10-15"];
    const facts = student("RU", `+${autumn[0]} -${autumn[1]} +2026-02-01`);
    const { rolling } = assessedOn(facts, "2026-02-01").readings;
    expect(rolling).toMatchObject({ used: 46, remaining: 44 });
    // From 28 February on each day inside takes the place of one of autumn.
    const staying = (on: Day) =>
      new Set([...daysOf([autumn]), ...daysOf([["2026-02-01", formatDay(on)]])]);
    const over = firstDay("2026-02-01", (on) => within(staying(on), on, 180) > 90);
    expect([written(rolling?.lastLawfulDay), over]).toEqual(["2026-05-01", "2026-05-02"]);
    expect(formatDay(addDays(day("2026-02-01"), 44))).toBe("2026-03-17");
  });

  it("the day of entry forgotten in the earliest entry", () => {
    const trip: Trip = ["2025-09-01", "2025-11-29"];
    const { rolling } = assessedOn(russian(trip), "2025-11-29").readings;
    expect(rolling?.used).toBe(90);
    expect(written(rolling?.earliestEntry)).toBe("2026-02-28");
    const before = daysOf([trip]);
    expect(firstDay("2025-11-30", (on) => within(new Set([...before, on]), on, 180) <= 90)).toBe(
      "2026-02-28",
    );
    expect(firstDay("2025-11-30", (on) => within(before, on, 180) <= 90)).toBe("2025-11-30");
  });

  it("history erased by a permit", () => {
    const permit = granted("2025-11-25", "2025-12-10", "temporary_residence_permit");
    const facts = student("RU", "+2025-09-01", [permit]);
    // 85 days up to the permit, and five after it.
    expect(assessedOn(facts, "2025-12-15").readings.rolling).toMatchObject({ used: 90 });
    expect(written(assessedOn(facts, "2025-12-16").readings.rolling?.firstBreach)).toBe(
      "2025-12-16",
    );
    expect(daysOf([["2025-12-11", "2025-12-16"]]).size).toBe(6);
  });

  it("days under a permit counted", () => {
    const permit = granted("2025-09-11", "2025-09-20", "temporary_residence_permit");
    const facts = student("RU", "+2025-09-01", [permit]);
    expect(assessedOn(facts, "2025-09-30").readings.rolling?.used).toBe(20);
    expect(daysOf([["2025-09-01", "2025-09-30"]]).size).toBe(30);
  });

  it("an entry lost that has no exit, an exit lost that has no entry", () => {
    const range = (log: string) => {
      const { rolling } = assessedOn(student("RU", log), "2025-10-25").readings;
      return [rolling?.usedMin, rolling?.usedMax];
    };
    expect(range("+2025-10-01 +2025-10-20 -2025-10-25")).toEqual([7, 25]);
    expect(daysOf([["2025-10-20", "2025-10-25"]]).size).toBe(6);
    expect(range("+2025-10-01 -2025-10-05 -2025-10-20")).toEqual([6, 20]);
    expect(daysOf([["2025-10-01", "2025-10-05"]]).size).toBe(5);
  });

  it("a crossing late in the evening moved to the next day by the machine's time zone", () => {
    const trips = student("RU", "+2025-09-01T23:30 -2025-09-03T00:10");
    expect(assessedOn(trips, "2025-09-03").readings.rolling?.used).toBe(3);
    // The suite runs fourteen hours east of Greenwich: read as Greenwich's, half past eleven is in the next day.
    expect(process.env["TZ"]).toBe("Pacific/Kiritimati");
    const [minuteOfDay, hoursEast] = [23 * 60 + 30, 14];
    expect(Math.floor((minuteOfDay + hoursEast * 60) / 1440)).toBe(1);
  });
});
