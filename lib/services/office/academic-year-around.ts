import "server-only";
import { civilDate, type Day, dayOf } from "@/lib/civil-date/day";

/**
 * The academic year as universities of Kyrgyzstan have it, 1 September to 30 June, that a day
 * belongs to or, in July and August, that comes next. What an office starts from, to be corrected.
 */
export function academicYearAround(day: Day): { from: Day; to: Day } {
  const { year, month } = civilDate(day);
  const start = month >= 7 ? year : year - 1;
  return {
    from: dayOf({ year: start, month: 9, dayOfMonth: 1 }),
    to: dayOf({ year: start + 1, month: 6, dayOfMonth: 30 }),
  };
}
