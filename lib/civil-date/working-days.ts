import { addDays, type Day, weekday } from "./day";

const SATURDAY = 6;

/** Monday to Friday and not a holiday. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  return weekday(day) < SATURDAY && !holidays.has(day);
}

/** The n-th working day from `from` on (n ≥ 1); `from` itself is the first if it is a working day. */
export function nthWorkingDay(from: Day, n: number, holidays: ReadonlySet<Day>): Day {
  let current = from;
  let left = isWorkingDay(current, holidays) ? n - 1 : n;
  while (left > 0) {
    current = addDays(current, 1);
    if (isWorkingDay(current, holidays)) left -= 1;
  }
  return current;
}
