/**
 * A civil day: the number of days since 1970-01-01 in the proleptic Gregorian calendar.
 * It has no clock and no time zone; a moment becomes a Day only where a zone is named.
 */
export type Day = number & { readonly __brand: "Day" };

const DAYS_PER_ERA = 146_097; // 400 years
const EPOCH_SHIFT = 719_468; // days from 0000-03-01 to 1970-01-01

/** Year, month 1–12, day 1–31. */
export type CivilDate = { year: number; month: number; dayOfMonth: number };

/** The Day of a civil date, without checking that the date exists. Use parseDay for text. */
export function dayOf({ year, month, dayOfMonth }: CivilDate): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT) as Day;
}

/** The civil date of a Day. */
export function civilDate(day: Day): CivilDate {
  const z = day + EPOCH_SHIFT;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** "YYYY-MM-DD" → Day, or null unless the text prints back exactly as written (31.02 is refused). */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = dayOf({
    year: Number(match[1]),
    month: Number(match[2]),
    dayOfMonth: Number(match[3]),
  });
  return formatDay(day) === text ? day : null;
}

/** Day → "YYYY-MM-DD". */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = civilDate(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** A Day written in source code; throws on text that is no date, so that a typing error cannot pass. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a civil day: ${text}`);
  return parsed;
}

/** The Day n days later (earlier where n is negative). */
export function addDays(day: Day, n: number): Day {
  return (day + n) as Day;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Both ends belong to the range. `to` null: no end is known or none exists. */
export type DayRange = { from: Day; to: Day | null };
