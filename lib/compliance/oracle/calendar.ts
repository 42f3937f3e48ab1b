const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days since 1970-01-01, counted one year, one month at a time. For dates from 1970 on. */
export function dayNumber(text: string): number {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split("-").map(Number);
  let days = 0;
  for (let y = 1970; y < year; y += 1) days += isLeap(y) ? 366 : 365;
  for (let m = 1; m < month; m += 1) days += monthLength(year, m);
  return days + dayOfMonth - 1;
}

/** Day number → "YYYY-MM-DD", counted down the same way. */
export function dayText(day: number): string {
  let rest = day;
  let year = 1970;
  while (rest >= (isLeap(year) ? 366 : 365)) {
    rest -= isLeap(year) ? 366 : 365;
    year += 1;
  }
  let month = 1;
  while (rest >= monthLength(year, month)) {
    rest -= monthLength(year, month);
    month += 1;
  }
  return `${year}-${String(month).padStart(2, "0")}-${String(rest + 1).padStart(2, "0")}`;
}

/** 1970-01-01 was a Thursday. */
export function isWeekend(day: number): boolean {
  const sinceThursday = day % 7;
  return sinceThursday === 2 || sinceThursday === 3;
}

/** Every day from the first to the last, both included; none where last lies before first. */
export function eachDay(first: number, last: number): number[] {
  const days: number[] = [];
  for (let d = first; d <= last; d += 1) days.push(d);
  return days;
}

const NEW_YEARS = new Set(eachDay(1970, 2099).map((year) => dayNumber(`${year}-01-01`)));

/** 1 January, up to 2099. */
export function isNewYear(day: number): boolean {
  return NEW_YEARS.has(day);
}
