import { describe, expect, test } from "vitest";
import { readAsOf, withAsOf } from "./as-of";
import { day } from "./day";

const TODAY = day("2025-11-15");

describe("the day that the screen speaks of", () => {
  test("is today where nothing is asked", () => {
    expect(readAsOf(undefined, TODAY)).toEqual({ asOf: TODAY, refused: null });
    expect(readAsOf("", TODAY)).toEqual({ asOf: TODAY, refused: null });
  });

  test("is the day that is asked, the first where there are several", () => {
    expect(readAsOf("2026-02-28", TODAY)).toEqual({ asOf: day("2026-02-28"), refused: null });
    expect(readAsOf(["2026-02-28", "2026-03-01"], TODAY).asOf).toBe(day("2026-02-28"));
  });

  test("is today, and says so, where the text is no date", () => {
    expect(readAsOf("2026-02-31", TODAY)).toEqual({ asOf: TODAY, refused: "2026-02-31" });
  });

  test("is today, and says so, where the date is farther than any log or plan reaches", () => {
    for (const far of ["9999-12-31", "2031-01-01", "1990-01-01", "0001-01-01"]) {
      expect(readAsOf(far, TODAY)).toEqual({ asOf: TODAY, refused: far });
    }
    expect(readAsOf("2030-01-01", TODAY).refused).toBeNull();
    expect(readAsOf("2000-01-01", TODAY).refused).toBeNull();
  });

  test("goes along on a link without disturbing the rest of its address", () => {
    expect(withAsOf("/students", "2026-02-28")).toBe("/students?asOf=2026-02-28");
    expect(withAsOf("/students?page=2&asOf=2025-01-01", "2026-02-28")).toBe(
      "/students?page=2&asOf=2026-02-28",
    );
    expect(withAsOf("/students?asOf=2025-01-01", null)).toBe("/students");
  });
});
