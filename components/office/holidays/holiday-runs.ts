import type { Day } from "@/lib/civil-date/day";

/** Days in a row that have one name and one source. */
export type HolidayRun<Holiday> = { from: Day; to: Day; first: Holiday };

/** Holidays in order of days, those that follow each other and are alike put together. */
export function holidayRuns<Holiday extends { day: Day }>(
  holidays: readonly Holiday[],
  alike: (a: Holiday, b: Holiday) => boolean,
): HolidayRun<Holiday>[] {
  const runs: HolidayRun<Holiday>[] = [];
  for (const holiday of [...holidays].sort((a, b) => a.day - b.day)) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === holiday.day && alike(last.first, holiday)) {
      last.to = holiday.day;
    } else {
      runs.push({ from: holiday.day, to: holiday.day, first: holiday });
    }
  }
  return runs;
}
