import { addDays, day, formatDay } from "@/lib/civil-date/day";

/** The days before serial 1, by the two calendars of spreadsheets. */
const EPOCH_1900 = day("1899-12-31");
const EPOCH_1904 = day("1904-01-01");
/** Spreadsheets believe that 1900 had a 29 February: serial 60. Later days are counted one too many. */
const LEAP_MISTAKE = 60;
const LAST_SERIAL = 2_958_465;
/** Spreadsheets keep 15 digits; a longer number has lost its last ones, and its look must say so. */
const EXACT_BELOW = 1e15;
const SECONDS_PER_DAY = 86_400;

/** A number as text: whole ones without point or exponent (up to 15 digits). What is no number stays as it is written. */
export function numberText(written: string): string {
  const value = Number(written);
  if (written.trim() === "" || !Number.isFinite(value)) return written.trim();
  if (Math.abs(value) >= EXACT_BELOW) return value.toExponential().toUpperCase();
  return String(value);
}

/**
 * A number that the sheet shows as a date, in ISO 8601, with its time where it has one; below 1 the time alone. `showsTime`:
 * midnight is shown as 00:00, and so it is a time as well.
 */
export function dateText(written: string, from1904: boolean, showsTime: boolean): string {
  const serial = Number(written);
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return numberText(written);
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  const time = timeText(seconds - days * SECONDS_PER_DAY);
  if (days === 0 && !from1904) return time === "" ? "00:00" : time;
  const date = dayText(days, from1904);
  if (time === "" && !showsTime) return date;
  return `${date}T${time === "" ? "00:00" : time}`;
}

const dayTexts = { from1900: new Map<number, string>(), from1904: new Map<number, string>() };

/** A sheet names few days many times. */
function dayText(days: number, from1904: boolean): string {
  const known = from1904 ? dayTexts.from1904 : dayTexts.from1900;
  const found = known.get(days);
  if (found !== undefined) return found;
  const text = writtenDay(days, from1904);
  if (known.size >= KNOWN_DAYS) known.clear();
  known.set(days, text);
  return text;
}

const KNOWN_DAYS = 10_000;

function writtenDay(days: number, from1904: boolean): string {
  if (from1904) return formatDay(addDays(EPOCH_1904, days));
  if (days === LEAP_MISTAKE) return "1900-02-29";
  return formatDay(addDays(EPOCH_1900, days < LEAP_MISTAKE ? days : days - 1));
}

/** "" at midnight: a date without a time of day. */
function timeText(seconds: number): string {
  if (seconds === 0) return "";
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const text = `${twoDigits(hour)}:${twoDigits(minute)}`;
  return seconds % 60 === 0 ? text : `${text}:${twoDigits(seconds % 60)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
