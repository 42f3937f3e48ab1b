import { describe, expect, test } from "vitest";
import { dotted, faultOf, readDate, sentText } from "./typed-date";

describe("what a date field sends", () => {
  test("is the day as YYYY-MM-DD, whatever was typed of it first", () => {
    expect(sentText({ day: 7, month: 12, year: 2025 })).toBe("2025-12-07");
    expect(sentText({ day: 29, month: 2, year: 2024 })).toBe("2024-02-29");
  });

  test("is nothing where nothing is entered", () => {
    expect(sentText({ day: null, month: null, year: null })).toBe("");
  });

  test("is no day where half of it is missing: it is refused, not taken for none or for the day before", () => {
    expect(sentText({ day: 7, month: 12, year: null })).toBe("07.12.");
    expect(sentText({ day: null, month: 12, year: 2025 })).toBe(".12.2025");
    expect(readDate(sentText({ day: null, month: 12, year: 2025 }))).toBeNull();
  });

  test("is no day while the year is being typed", () => {
    expect(sentText({ day: 7, month: 12, year: 202 })).toBe("07.12.0202");
    expect(sentText({ day: 7, month: 12, year: 1000 })).toBe("1000-12-07");
  });

  test("is no day where no calendar has it: 31.02 is refused, not moved", () => {
    expect(sentText({ day: 31, month: 2, year: 2025 })).toBe("31.02.2025");
    expect(sentText({ day: 29, month: 2, year: 2025 })).toBe("29.02.2025");
    expect(readDate("2025-02-29")).toBeNull();
  });
});

describe("a date field says", () => {
  const limits = { min: "2025-09-01", max: "2025-10-01" };

  test("nothing of an empty field and of the days that are allowed, both ends too", () => {
    expect(faultOf("", limits)).toBeNull();
    expect(faultOf("2025-09-01", limits)).toBeNull();
    expect(faultOf("2025-10-01", limits)).toBeNull();
    expect(faultOf("1950-01-01", {})).toBeNull();
  });

  test("which day is the first or the last allowed", () => {
    expect(faultOf("2025-08-31", limits)).toEqual({ kind: "tooEarly", limit: "2025-09-01" });
    expect(faultOf("2025-10-02", limits)).toEqual({ kind: "tooLate", limit: "2025-10-01" });
  });

  test("that half a date is none, and that no calendar has such a day", () => {
    expect(faultOf("07.12.", limits)).toEqual({ kind: "incomplete" });
    expect(faultOf("07.12.0202", limits)).toEqual({ kind: "incomplete" });
    expect(faultOf("31.02.2025", limits)).toEqual({ kind: "impossible", typed: "31.02.2025" });
  });
});

test("a date stands as in tables, day first in every language", () => {
  expect(dotted("2025-12-07")).toBe("07.12.2025");
  expect(dotted("07.12.")).toBe("07.12.");
});
