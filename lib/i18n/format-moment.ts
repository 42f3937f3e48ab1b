import type { Locale } from "@/lib/auth/permissions";
import { day } from "@/lib/civil-date/day";
import { dayInWords } from "./format-day";

const bishkek = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Bishkek",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** "07.12.2025 14:35", the time in Bishkek: a moment in a table, the same in every language. */
export function momentInTable(moment: Date): string {
  return bishkek.format(moment).replaceAll("/", ".").replace(",", "");
}

/** "14:35", the time of a moment in Bishkek: 24 hours in every language. */
export function timeOfMoment(moment: Date): string {
  return momentInTable(moment).slice(-5);
}

const bishkekDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Bishkek",
  dateStyle: "short",
});

/** The civil day of a moment in Bishkek, as a day inside a sentence: "7 декабря 2025". */
export function dayOfMomentInWords(moment: Date, locale: Locale): string {
  return dayInWords(day(bishkekDay.format(moment)), locale);
}
