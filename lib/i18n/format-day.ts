import type { Locale } from "@/lib/auth/permissions";
import { civilDate, type Day } from "@/lib/civil-date/day";

const MILLISECONDS_A_DAY = 86_400_000;

/** Browsers come without the Kyrgyz names of the months; Intl would write "M12" there. */
const KYRGYZ_MONTHS = [
  "январь",
  "февраль",
  "март",
  "апрель",
  "май",
  "июнь",
  "июль",
  "август",
  "сентябрь",
  "октябрь",
  "ноябрь",
  "декабрь",
] as const;

const KYRGYZ_MONTHS_SHORT = [
  "янв",
  "фев",
  "мар",
  "апр",
  "май",
  "июн",
  "июл",
  "авг",
  "сен",
  "окт",
  "ноя",
  "дек",
] as const;

function kyrgyzMonth(day: Day, names: readonly string[] = KYRGYZ_MONTHS): string {
  return names[civilDate(day).month - 1] ?? "";
}

/** "7 декабря 2025" · "2025-ж. 7-декабрь" · "7 December 2025": a day inside a sentence. */
export function dayInWords(day: Day, locale: Locale): string {
  const { year } = civilDate(day);
  const dayAndMonth = dayAndMonthInWords(day, locale);
  return locale === "ky" ? `${year}-ж. ${dayAndMonth}` : `${dayAndMonth} ${year}`;
}

/** "7 декабря" · "7-декабрь" · "7 December": where the year is plain from what stands around. */
export function dayAndMonthInWords(day: Day, locale: Locale): string {
  if (locale === "ky") return `${civilDate(day).dayOfMonth}-${kyrgyzMonth(day)}`;
  return format(day, locale, { day: "numeric", month: "long" });
}

/** "7 дек 2025" · "2025-ж. 7-дек" · "7 Dec 2025": short, and the month is plain all the same. */
export function dayShort(day: Day, locale: Locale): string {
  const { year, dayOfMonth } = civilDate(day);
  const month = monthShort(day, locale);
  return locale === "ky" ? `${year}-ж. ${dayOfMonth}-${month}` : `${dayOfMonth} ${month} ${year}`;
}

/** "07.12.2025" in every language: a day in a table, as registrars of Kyrgyzstan write it. */
export function dayInTable(day: Day): string {
  const { year, month, dayOfMonth } = civilDate(day);
  return `${twoDigits(dayOfMonth)}.${twoDigits(month)}.${String(year).padStart(4, "0")}`;
}

/** "декабрь 2025" · "2025-ж. декабрь" · "December 2025". */
export function monthInWords(day: Day, locale: Locale): string {
  const { year } = civilDate(day);
  if (locale === "ky") return `${year}-ж. ${kyrgyzMonth(day)}`;
  const month = format(day, locale, { month: "long" });
  return `${locale === "en" ? month : month.toLocaleLowerCase(locale)} ${year}`;
}

/** "дек", "дек", "Dec": the shortest name of the month. */
export function monthShort(day: Day, locale: Locale): string {
  if (locale === "ky") return kyrgyzMonth(day, KYRGYZ_MONTHS_SHORT);
  const month = format(day, locale, { month: "short" }).replace(".", "");
  return locale === "en" ? month : month.toLocaleLowerCase(locale);
}

/** "вс", "жек", "Sun": the shortest name of the weekday. */
export function weekdayShort(day: Day, locale: Locale): string {
  return format(day, locale, { weekday: "short" }).replace(".", "");
}

function format(day: Day, locale: Locale, options: Intl.DateTimeFormatOptions): string {
  // British order, so that the day stands before the month in all three languages.
  const tag = locale === "en" ? "en-GB" : locale;
  // A Day is midnight UTC of its date by construction, so no zone can move it.
  return new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(
    day * MILLISECONDS_A_DAY,
  );
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
