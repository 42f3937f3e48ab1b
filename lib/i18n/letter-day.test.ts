import { describe, expect, test } from "vitest";
import { addDays, day } from "@/lib/civil-date/day";
import { dayInLetter, inMonthOfLetter } from "./letter-day";

const SEVENTH = day("2025-12-07");

describe("a date in a letter", () => {
  test("is written as letters of its language write it", () => {
    expect(dayInLetter(SEVENTH, "ru")).toBe("7 декабря 2025 года");
    expect(dayInLetter(SEVENTH, "ky")).toBe("2025-жылдын 7-декабры");
    expect(dayInLetter(SEVENTH, "en")).toBe("7 December 2025");
  });

  test("has the Kyrgyz case that its place asks for", () => {
    expect(dayInLetter(SEVENTH, "ky", "from")).toBe("2025-жылдын 7-декабрынан");
    expect(dayInLetter(SEVENTH, "ky", "to")).toBe("2025-жылдын 7-декабрына");
    expect(dayInLetter(SEVENTH, "ky", "on")).toBe("2025-жылдын 7-декабрында");
    expect(dayInLetter(day("2026-04-10"), "ky", "from")).toBe("2026-жылдын 10-апрелинен");
    expect(dayInLetter(day("2026-06-30"), "ky", "to")).toBe("2026-жылдын 30-июнуна");
  });

  test("follows the harmony of vowels in every month", () => {
    for (let month = 0; month < 12; month += 1) {
      const text = dayInLetter(addDays(day("2025-01-15"), month * 30), "ky", "from");
      const soft = /[еиөү][^аоуыэяюеёиөү]*н[ае]н$/.test(text);
      expect(text.endsWith(soft ? "нен" : "нан"), text).toBe(true);
    }
  });

  test("names the month in which something was", () => {
    expect(inMonthOfLetter(SEVENTH, "ru")).toBe("в декабре 2025 года");
    expect(inMonthOfLetter(SEVENTH, "ky")).toBe("2025-жылдын декабрында");
    expect(inMonthOfLetter(SEVENTH, "en")).toBe("in December 2025");
  });
});
