import { addDays, type Day, day, parseDay } from "@/lib/civil-date/day";
import type { IssueCode } from "../row-issue";
import { readMonth } from "./month-words";
import { remembering } from "./word";

/** How 03/04/2026 is to be read in a file; unknown: it is not. */
export type SlashOrder = "dayFirst" | "monthFirst" | "unknown";

export type MomentRead =
  | { ok: true; day: Day; minute: number | null }
  | { ok: false; code: IssueCode };

const YEAR_FIRST = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/;
/** 07.12.25: of which century the year is, is not to be guessed. */
const SHORT_YEAR = /^\d{1,2}[-./]\d{1,2}[-./]\d{2}$/;
const SHORT_YEAR_NAMED =
  /^\d{1,2}[\s.-]+\p{L}{3,}\.?,?[\s.-]+\d{2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
/** 7 декабря 2025, 07-Dec-2025. */
const DAY_NAME_YEAR = /^(\d{1,2})[\s.-]+(\p{L}+)\.?,?[\s.-]+(\d{4})$/u;
/** December 7, 2025. */
const NAME_DAY_YEAR = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
/** 2025-жылдын 7-декабры, 2025 жылғы 7 желтоқсан. */
const YEAR_DAY_NAME =
  /^(\d{4})[\s-]*(?:ж\.?|жыл\p{L}*|года?|г\.?)?[\s,-]+(\d{1,2})[\s-]*(\p{L}+)$/u;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?$/;
const ZONE = /(?:z|utc|gmt|[+-]\d{1,2}:?\d{2}|[+-]\d{1,2})$/i;
/** What Excel shows where a date lost its format: 2 Oct 1954 to 6 Jun 2064. */
const SERIAL = /^([2-5]\d{4})(?:[.,](\d+))?$/;
const SERIAL_ZERO = day("1899-12-30");
const MINUTES_PER_DAY = 1440;
/** No date is longer, and patterns take long over what is. */
const LONGEST = 100;

/**
 * A date with or without a time of day: YYYY-MM-DD, dd.mm.yyyy (also with "-" or one digit), YYYYMMDD, with the
 * month's name in four languages, or nn/nn/yyyy in the file's order; then "T" or a space and HH:MM[:SS]. Excel's
 * count of days only where `serials` says that the file has it. Civil time as it is written; a time zone is an
 * issue, since shifting it would be a guess.
 */
export function readMoment(text: string, order: SlashOrder, serials = false): MomentRead {
  if (text.length > LONGEST) return { ok: false, code: "unreadableDate" };
  const usual = readUsual(text);
  if (usual !== null) return usual;
  const written = text.trim().replace(/\s*(?:г\.?|года|ж\.?|жыл)$/iu, "");
  const serial = SERIAL.exec(written);
  if (serial) return serials ? serialMoment(serial) : { ok: false, code: "serialDate" };
  if (SHORT_YEAR_NAMED.test(written)) return { ok: false, code: "shortYear" };
  const named = readNamed(written);
  if (named !== null) return withTime(named.date, named.rest);
  const [, dateText = "", timeText = ""] = /^(\S+?)(?:(?:T|,?\s+)(\S.*))?$/.exec(written) ?? [];
  return withTime(readDate(dateText, order), timeText.trim());
}

const isoDay = remembering((text) => parseDay(text));
const dottedDay = remembering((text) =>
  parseDay(`${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`),
);
const DATE_LETTERS = 10;
const WITH_MINUTES = 16;
const WITH_SECONDS = 19;
const [SPACE, COLON, T] = [" ", ":", "T"].map((sign) => sign.charCodeAt(0));

/**
 * Nearly all moments of logs are YYYY-MM-DD or dd.mm.yyyy, alone or with " HH:MM" or " HH:MM:SS": these without
 * a search. Null for whatever is not exactly so, or does not exist.
 */
function readUsual(text: string): MomentRead | null {
  const { length } = text;
  if (length !== DATE_LETTERS && length !== WITH_MINUTES && length !== WITH_SECONDS) return null;
  const date = usualDate(length === DATE_LETTERS ? text : text.slice(0, DATE_LETTERS));
  if (date === null) return null;
  if (length === DATE_LETTERS) return { ok: true, day: date, minute: null };
  const minute = usualMinute(text);
  return minute === null ? null : { ok: true, day: date, minute };
}

function usualDate(text: string): Day | null {
  if (text[4] === "-") return isoDay(text);
  return text[2] === "." && text[5] === "." ? dottedDay(text) : null;
}

/** The time behind the ten letters of a date. */
function usualMinute(text: string): number | null {
  const between = text.charCodeAt(DATE_LETTERS);
  if ((between !== SPACE && between !== T) || text.charCodeAt(13) !== COLON) return null;
  const [hour, minute] = [twoDigits(text, 11), twoDigits(text, 14)];
  const seconds = text.length === WITH_SECONDS ? secondsAt(text, WITH_MINUTES) : 0;
  return hour > 23 || minute > 59 || seconds > 59 ? null : hour * 60 + minute;
}

/** ":SS" at a place; beyond 59 where it is none. */
function secondsAt(text: string, at: number): number {
  return text.charCodeAt(at) === COLON ? twoDigits(text, at + 1) : NO_DIGITS;
}

const ZERO = 48;
const NO_DIGITS = 1000;

/** Two digits at a place as a number; far too much where they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

function withTime(date: Day | IssueCode, timeText: string): MomentRead {
  if (typeof date === "string") return { ok: false, code: date };
  if (timeText === "") return { ok: true, day: date, minute: null };
  const minute = readTime(timeText);
  return typeof minute === "string" ? { ok: false, code: minute } : { ok: true, day: date, minute };
}

/** A count of days since the end of 1899; its fraction is the time of day, 0 is none. */
function serialMoment([, days = "", fraction = ""]: RegExpExecArray): MomentRead {
  const minute = Math.round(Number(`0.${fraction || "0"}`) * MINUTES_PER_DAY);
  const date = addDays(SERIAL_ZERO, Number(days) + Math.floor(minute / MINUTES_PER_DAY));
  return { ok: true, day: date, minute: fraction === "" ? null : minute % MINUTES_PER_DAY };
}

/** True for a date with slashes whose order of day and month only the whole file can tell. */
export function slashParts(text: string): { first: number; second: number } | null {
  if (!text.includes("/")) return null;
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/\d{4}(?!\d)/.exec(text);
  return match ? { first: Number(match[1]), second: Number(match[2]) } : null;
}

/** A date with the month's name, and what follows it; null where there is no such name. */
function readNamed(written: string): { date: Day | IssueCode; rest: string } | null {
  if (!/\p{L}{3}/u.test(written)) return null;
  const [, dateText = "", rest = ""] =
    /^(.*?)(?:(?:г\.?|года)?[\s,]+(\d{1,2}:\d{2}.*))?$/u.exec(written) ?? [];
  const parts = namedParts(dateText.trim());
  const month = parts && readMonth(parts.name);
  if (!parts || !month) return null;
  return { date: existing(parts.year, String(month), parts.day), rest: rest.trim() };
}

function namedParts(text: string): { year: string; name: string; day: string } | null {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  if (dayFirst) return namedDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const nameFirst = NAME_DAY_YEAR.exec(text);
  if (nameFirst) return namedDate(nameFirst[3], nameFirst[1], nameFirst[2]);
  const yearFirst = YEAR_DAY_NAME.exec(text);
  return yearFirst && namedDate(yearFirst[1], yearFirst[3], yearFirst[2]);
}

function namedDate(year = "", name = "", dayOfMonth = "") {
  return { year, name, day: dayOfMonth };
}

function readDate(text: string, order: SlashOrder): Day | IssueCode {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return existing(yearFirst[1], yearFirst[3], yearFirst[4]);
  const compact = COMPACT.exec(text);
  if (compact) return existing(compact[1], compact[2], compact[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (!dayFirst) return SHORT_YEAR.test(text) ? "shortYear" : "unreadableDate";
  if (dayFirst[2] === "/" && order === "unknown") return "ambiguousDate";
  if (dayFirst[2] === "/" && order === "monthFirst") {
    return existing(dayFirst[4], dayFirst[1], dayFirst[3]);
  }
  return existing(dayFirst[4], dayFirst[3], dayFirst[1]);
}

function existing(year = "", month = "", dayOfMonth = ""): Day | IssueCode {
  const iso = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return parseDay(iso) ?? "impossibleDate";
}

function readTime(text: string): number | IssueCode {
  const match = TIME.exec(text);
  if (!match) return ZONE.test(text) ? "timeZone" : "impossibleTime";
  const minute = Number(match[1]) * 60 + Number(match[2]);
  const valid = Number(match[2]) < 60 && Number(match[3] ?? 0) < 60 && minute < MINUTES_PER_DAY;
  return valid ? minute : "impossibleTime";
}
