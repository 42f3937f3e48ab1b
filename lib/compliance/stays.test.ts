import { describe, expect, it } from "vitest";
import { day, formatDay } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";
import { crossings } from "./cases/student-facts";
import { presenceOf, staysOf, unseenSince } from "./stays";

const NINETY_IN_180 = [{ kind: "window", days: 90, within: 180 }] as const;
const since = unseenSince(day("2025-09-01"), NINETY_IN_180, true, null);

function spans(list: readonly DaySpan[]): string[] {
  return list.map(({ from, to }) => `${formatDay(from)}..${formatDay(to)}`);
}

function logOf(text: string, asOf = "2025-12-31") {
  const log = staysOf(crossings(text), day(asOf), since);
  return {
    inside: log.inside,
    problems: log.problems.map(({ code, at, ref }) => `${code} ${formatDay(at)} ${ref}`),
    most: spans(presenceOf(log.stays, "most", true)),
    fewest: spans(presenceOf(log.stays, "fewest", true)),
  };
}

describe("stays from a log", () => {
  it("last from entry to exit, both days included, and the open one to the day asked for", () => {
    expect(logOf("+2025-09-01 -2025-09-05 +2025-12-30")).toEqual({
      inside: true,
      problems: [],
      most: ["2025-09-01..2025-09-05", "2025-12-30..2025-12-31"],
      fewest: ["2025-09-01..2025-09-05", "2025-12-30..2025-12-31"],
    });
  });

  it("ignore crossings after the day asked for", () => {
    expect(logOf("+2025-09-01 -2025-09-05", "2025-09-04")).toMatchObject({
      inside: true,
      most: ["2025-09-01..2025-09-04"],
    });
    expect(logOf("+2025-09-01", "2025-08-31").inside).toBeNull();
  });

  it("an entry after an entry: fewest the first day, most up to the second entry", () => {
    expect(logOf("+2025-09-01 +2025-09-10 -2025-09-12")).toEqual({
      inside: false,
      problems: ["entry_without_exit 2025-09-01 #1"],
      most: ["2025-09-01..2025-09-12"],
      fewest: ["2025-09-01..2025-09-01", "2025-09-10..2025-09-12"],
    });
  });

  it("an exit after an exit: fewest the day of the second, most from the first on", () => {
    expect(logOf("+2025-09-01 -2025-09-03 -2025-09-12")).toEqual({
      inside: false,
      problems: ["exit_without_entry 2025-09-12 #3"],
      most: ["2025-09-01..2025-09-12"],
      fewest: ["2025-09-01..2025-09-03", "2025-09-12..2025-09-12"],
    });
  });

  it("a log that begins with an exit: most from the rule's first day on", () => {
    expect(logOf("-2025-09-20")).toEqual({
      inside: false,
      problems: ["exit_without_entry 2025-09-20 #1"],
      most: ["2025-09-01..2025-09-20"],
      fewest: ["2025-09-20..2025-09-20"],
    });
    const schengen = unseenSince(null, NINETY_IN_180, true, null);
    expect(formatDay(schengen(day("2025-12-31")))).toBe("2025-07-05");
  });

  it.each([
    ["in and out on one day, in any order of the rows", "-2025-09-05 +2025-09-05", false],
    ["out and in on one day of a stay", "+2025-09-01 +2025-09-05 -2025-09-05", true],
    ["in, out and in again", "+2025-09-05 +2025-09-05 -2025-09-05", true],
    ["a time on one record only", "+2025-09-01 +2025-09-05T10:00 -2025-09-05", true],
    ["both in one minute", "+2025-09-01 +2025-09-05T10:00 -2025-09-05T10:00", true],
  ])("are whole where a day's records alternate: %s", (_, log, inside) => {
    expect(logOf(log)).toMatchObject({ inside, problems: [] });
  });

  it.each([
    ["the same minute", "+2025-09-01T08:00 +2025-09-01T08:00", "duplicate_crossing 2025-09-01 #2"],
    ["no time in either", "+2025-09-01 +2025-09-01", "duplicate_crossing 2025-09-01 #2"],
    ["a time in one of them", "+2025-09-01 +2025-09-01T08:00", "duplicate_crossing 2025-09-01 #1"],
    ["an exit too many", "+2025-08-01 -2025-09-01 -2025-09-01", "duplicate_crossing 2025-09-01 #3"],
  ])("drop a record that is there twice: %s", (_, log, problem) => {
    expect(logOf(log).problems).toEqual([problem]);
  });

  it("two entries at different times of one day are not one: an exit is missing", () => {
    expect(logOf("+2025-09-01T08:00 +2025-09-01T18:00").problems).toEqual([
      "entry_without_exit 2025-09-01 #1",
    ]);
  });
});
