import { type CalendarDate, parseDate } from "@internationalized/date";

/** What a date field holds as typed: a number for each part that is filled in, null for the others. */
export type TypedDate = { day: number | null; month: number | null; year: number | null };

/** "YYYY-MM-DD" → the date; null for an empty text and for one that no calendar has. */
export function readDate(text: string | undefined): CalendarDate | null {
  if (!text) return null;
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}

/** A year before this one is still being typed: 0202 is on the way to 2025. */
const FIRST_YEAR = 1000;

/**
 * What a field sends: "YYYY-MM-DD" for a day, "" for an empty field, and for half a date or one that no calendar
 * has the typed text ("31.02.2025", "07.12."), which whoever reads it refuses. Half a date is never sent as none.
 */
export function sentText({ day, month, year }: TypedDate): string {
  if (day === null && month === null && year === null) return "";
  const iso = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  const isDay = year !== null && year >= FIRST_YEAR && readDate(iso) !== null;
  return isDay ? iso : `${padded(day, 2)}.${padded(month, 2)}.${padded(year, 4)}`;
}

/** What is wrong with a sent text by itself; `min` and `max` are "YYYY-MM-DD", both allowed. */
export type DateFault =
  | { kind: "incomplete" }
  | { kind: "impossible"; typed: string }
  | { kind: "tooEarly"; limit: string }
  | { kind: "tooLate"; limit: string };

/** The fault of what a field would send, null where there is none. Empty is no fault here. */
export function faultOf(
  sent: string,
  { min, max }: { min?: string | undefined; max?: string | undefined },
): DateFault | null {
  if (sent === "") return null;
  if (readDate(sent) === null) {
    const isWhole = /^\d{2}\.\d{2}\.[1-9]\d{3}$/.test(sent);
    return isWhole ? { kind: "impossible", typed: sent } : { kind: "incomplete" };
  }
  if (min && sent < min) return { kind: "tooEarly", limit: min };
  if (max && sent > max) return { kind: "tooLate", limit: max };
  return null;
}

/** "YYYY-MM-DD" → "DD.MM.YYYY", as dates stand in tables; another text stays as it is. */
export function dotted(text: string): string {
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3.$2.$1");
}

function padded(part: number | null, digits: number): string {
  return part === null ? "" : String(part).padStart(digits, "0");
}
