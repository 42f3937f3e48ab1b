import { describe, expect, test, vi } from "vitest";
import { day } from "@/lib/civil-date/day";
import {
  dayAndMonthInWords,
  dayInTable,
  dayInWords,
  dayShort,
  monthInWords,
  monthShort,
} from "./format-day";

const SEVENTH = day("2025-12-07");

describe("a day for people", () => {
  test("stands in a sentence as its language writes it", () => {
    expect(dayInWords(SEVENTH, "ru")).toBe("7 декабря 2025");
    expect(dayInWords(SEVENTH, "ky")).toBe("2025-ж. 7-декабрь");
    expect(dayInWords(SEVENTH, "en")).toBe("7 December 2025");
  });

  test("leaves out the year where it is plain", () => {
    expect(dayAndMonthInWords(SEVENTH, "ru")).toBe("7 декабря");
    expect(dayAndMonthInWords(SEVENTH, "ky")).toBe("7-декабрь");
    expect(dayAndMonthInWords(SEVENTH, "en")).toBe("7 December");
  });

  test("stands in a table with two digits for day and month", () => {
    expect(dayInTable(SEVENTH)).toBe("07.12.2025");
    expect(dayInTable(day("2024-02-29"))).toBe("29.02.2024");
  });

  test("is short with the month by its name", () => {
    expect(dayShort(SEVENTH, "ru")).toBe("7 дек 2025");
    expect(dayShort(SEVENTH, "ky")).toBe("2025-ж. 7-дек");
    expect(dayShort(SEVENTH, "en")).toBe("7 Dec 2025");
  });

  test("names a month with its year, and shortest without", () => {
    expect(monthInWords(SEVENTH, "ru")).toBe("декабрь 2025");
    expect(monthInWords(SEVENTH, "ky")).toBe("2025-ж. декабрь");
    expect(monthInWords(SEVENTH, "en")).toBe("December 2025");
    expect(monthShort(SEVENTH, "ru")).toBe("дек");
    expect(monthShort(SEVENTH, "ky")).toBe("дек");
    expect(monthShort(SEVENTH, "en")).toBe("Dec");
  });

  test("is Kyrgyz in a browser too, which has no Kyrgyz names of the months", () => {
    vi.stubGlobal("Intl", {});
    try {
      expect(dayInWords(SEVENTH, "ky")).toBe("2025-ж. 7-декабрь");
      expect(monthInWords(SEVENTH, "ky")).toBe("2025-ж. декабрь");
      expect(monthShort(SEVENTH, "ky")).toBe("дек");
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test("is not moved by the machine's time zone at either end of a year", () => {
    expect(dayInWords(day("2025-12-31"), "ru")).toBe("31 декабря 2025");
    expect(dayInWords(day("2026-01-01"), "ru")).toBe("1 января 2026");
  });
});
