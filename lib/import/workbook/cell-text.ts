import type { CellValue } from "hucre/xlsx";
import { addDays, day, formatDay } from "@/lib/civil-date/day";

const EPOCH = day("1970-01-01");
/** What a date-formatted number below 1 is: a time without a day. */
const FIRST_SERIAL_DAY = day("1900-01-01");
/** Spreadsheets keep 15 digits; a longer number has lost its last ones, and its look must say so. */
const EXACT_BELOW = 1e15;
const SECONDS_PER_DAY = 86_400;

/** A cell as text: dates in ISO 8601, whole numbers without point or exponent (up to 15 digits), nothing as "". */
export function cellText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return dateText(value.getTime());
}

function numberText(value: number): string {
  if (Math.abs(value) >= EXACT_BELOW) return value.toExponential().toUpperCase();
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** The reader gives the serial number as milliseconds in UTC: no zone is meant, none is applied. */
function dateText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const date = addDays(EPOCH, Math.floor(seconds / SECONDS_PER_DAY));
  const time = timeText(seconds - Math.floor(seconds / SECONDS_PER_DAY) * SECONDS_PER_DAY);
  if (date < FIRST_SERIAL_DAY) return time === "" ? "00:00" : time;
  return time === "" ? formatDay(date) : `${formatDay(date)}T${time}`;
}

/** "" at midnight: a date without a time of day. */
function timeText(seconds: number): string {
  if (seconds === 0) return "";
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
