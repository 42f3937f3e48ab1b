import { civilDate, type Day, dayOf } from "@/lib/civil-date/day";
import type { AcademicYear } from "./facts";

const JULY = 7;

/**
 * The academic year that an office means on a day when it has not said so: 1 September to 30 June.
 * From July on it is the coming one. Since YEAR-2025 the authorised body sets the start: offices can enter it.
 */
export function defaultAcademicYear(asOf: Day): AcademicYear {
  const { year, month } = civilDate(asOf);
  const start = month >= JULY ? year : year - 1;
  return {
    from: dayOf({ year: start, month: 9, dayOfMonth: 1 }),
    to: dayOf({ year: start + 1, month: 6, dayOfMonth: 30 }),
  };
}
