import { describe, expect, it } from "vitest";
import { day, formatDay } from "./day";
import { isWorkingDay, nthWorkingDay } from "./working-days";

const none = new Set([day("1990-01-01")]);

describe("working days", () => {
  it("are Monday to Friday and no holiday", () => {
    expect(isWorkingDay(day("2025-11-14"), none)).toBe(true);
    expect(isWorkingDay(day("2025-11-15"), none)).toBe(false);
    expect(isWorkingDay(day("2025-11-16"), none)).toBe(false);
    expect(isWorkingDay(day("2025-11-17"), none)).toBe(true);
    expect(isWorkingDay(day("2025-11-17"), new Set([day("2025-11-17")]))).toBe(false);
  });

  it.each([
    ["2025-11-10", 5, "2025-11-14"],
    ["2025-11-11", 5, "2025-11-17"],
    ["2025-11-15", 1, "2025-11-17"],
    ["2025-11-16", 5, "2025-11-21"],
  ])("from %s on, number %i is %s", (from, n, expected) => {
    expect(formatDay(nthWorkingDay(day(from), n, none))).toBe(expected);
  });

  it("holidays at the start push the count back", () => {
    const holidays = new Set([day("2025-11-10"), day("2025-11-11")]);
    expect(formatDay(nthWorkingDay(day("2025-11-10"), 1, holidays))).toBe("2025-11-12");
  });
});
