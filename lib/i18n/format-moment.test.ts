import { expect, test } from "vitest";
import { dayOfMomentInWords, momentInTable, timeOfMoment } from "./format-moment";

test("a moment is shown by Bishkek's clock, wherever the machine stands", () => {
  expect(momentInTable(new Date("2025-12-06T20:05:59Z"))).toBe("07.12.2025 02:05");
});

test("midnight is 00, not 24", () => {
  expect(momentInTable(new Date("2025-12-06T18:00:00Z"))).toBe("07.12.2025 00:00");
});

test("a time of day has 24 hours, whatever the language", () => {
  expect(timeOfMoment(new Date("2025-12-07T08:35:00Z"))).toBe("14:35");
  expect(timeOfMoment(new Date("2025-12-06T19:05:00Z"))).toBe("01:05");
});

test("the day of a moment is the one that Bishkek has then, in the words of the language", () => {
  const late = new Date("2026-12-29T20:00:00Z");
  expect(dayOfMomentInWords(late, "ru")).toBe("30 декабря 2026");
  expect(dayOfMomentInWords(late, "ky")).toBe("2026-ж. 30-декабрь");
  expect(dayOfMomentInWords(late, "en")).toBe("30 December 2026");
});
