import { expect, test } from "vitest";
import { day, formatDay } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "./academic-year";

test.each([
  ["2025-06-30", "2024-09-01", "2025-06-30"],
  ["2025-07-01", "2025-09-01", "2026-06-30"],
  ["2025-12-31", "2025-09-01", "2026-06-30"],
  ["2026-01-01", "2025-09-01", "2026-06-30"],
])("on %s the academic year is %s to %s", (on, from, to) => {
  const year = defaultAcademicYear(day(on));
  expect([formatDay(year.from), formatDay(year.to)]).toEqual([from, to]);
});
