import { addDays, type Day } from "@/lib/civil-date/day";
import type { RowReader } from "./row-reader";

/** The longest course of study, medicine, takes six years, and grounds of stay are given for studies: days further from today are likely a mistyped year. */
const LONGEST_COURSE_DAYS = 6 * 366;
/** What is given for a later half-year has not been asked for yet. */
const SOON_DAYS = 183;

/** Warns of the first and the last day of a ground (null: unknown, or none) that are far from today; they are read all the same. */
export function tellFarDays(row: RowReader, from: Day | null, to: Day | null): void {
  if (from !== null && row.isBehind(addDays(from, LONGEST_COURSE_DAYS))) {
    row.notice("beganLongAgo", "valid_from");
  }
  if (from !== null && row.isAhead(addDays(from, -SOON_DAYS))) {
    row.notice("beginsLate", "valid_from");
  }
  if (to !== null && row.isAhead(addDays(to, -LONGEST_COURSE_DAYS))) {
    row.notice("endsFarAhead", "valid_to");
  }
}
