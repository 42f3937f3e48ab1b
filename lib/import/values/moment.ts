import { addDays, type Day, day, parseDay } from "@/lib/civil-date/day";
import type { IssueCode } from "../row-issue";
import { withoutInvisible } from "./invisible";
import { readMonth } from "./month-words";
import { MINUTES_PER_DAY, readTimeOfDay } from "./time-of-day";
import { remembering } from "./word";

/** How 03/04/2026 and 25/12/07 are to be read in a file; unknown: they are not. */
export type SlashOrder = "dayFirst" | "monthFirst" | "yearFirst" | "unknown";

export type MomentRead =
  | { ok: true; day: Day; minute: number | null }
  | { ok: false; code: IssueCode };

/** The year that two digits of it mean, or why that is not known. */
export type YearOf = (twoDigits: number) => number | IssueCode;
const noYear: YearOf = () => "shortYear";
/** Stands in where the year is not known: it has a 29 February. */
const ANY_YEAR = 2000;

const YEAR_FIRST = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-./,])(\d{1,2})\2(\d{4})$/;
/** 10 09 2025. */
const SPACED = /^(\d{1,2}) (\d{1,2}) (\d{4})(?=$|[\sT])/;
/** 07.12.25, 07/12/25: of which century the year is, the field tells, or a person. */
const SHORT_YEAR = /^(\d{1,2})([.,/])(\d{1,2})\2(\d{2})$/;
/** 25-12-07 may begin with the year as well: it is not read. */
const SHORT_YEAR_SOMEWHERE = /^\d{1,2}-\d{1,2}-\d{2}$/;
/** 7-дек-25, 7 декабря 25. */
const SHORT_YEAR_NAMED = /^(\d{1,2}[\s.-]+\p{L}{3,}\.?,?[\s.-]+)(\d{2})(?=$|[\s,Tг])/u;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
/** 7 декабря 2025, 07-Dec-2025. */
const DAY_NAME_YEAR = /^(\d{1,2})[\s.-]+(\p{L}+)\.?,?[\s.-]+(\d{4})$/u;
/** December 7, 2025. */
const NAME_DAY_YEAR = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
/** 2025-жылдын 7-декабры, 2025 жылғы 7 желтоқсан. */
const YEAR_DAY_NAME =
  /^(\d{4})[\s-]*(?:ж\.?|жыл\p{L}*|года?|г\.?)?[\s,-]+(\d{1,2})[\s-]*(\p{L}+)$/u;
/** What Excel shows where a date lost its format: 2 Oct 1954 to 6 Jun 2064. */
const SERIAL = /^([2-5]\d{4})(?:[.,](\d+))?$/;
const SERIAL_DAY = /^[2-5]\d{4}$/;
const SERIAL_ZERO = day("1899-12-30");
/** No date is longer, and patterns take long over what is. */
const LONGEST = 100;

/**
 * A date with or without a time of day: YYYY-MM-DD, dd.mm.yyyy (also with "-", ",", spaces or one digit), YYYYMMDD, with the
 * month's name in four languages, or nn/nn/yyyy and nn/nn/yy in the file's order; then "T" or a space and a time of day. Excel's
 * count of days only where `serials` says that the file has it. Civil time as it is written; a time zone is an
 * issue, since shifting it would be a guess.
 */
export function readMoment(
  text: string,
  order: SlashOrder,
  serials = false,
  yearOf: YearOf = noYear,
): MomentRead {
  if (text.length > LONGEST) return { ok: false, code: "unreadableDate" };
  const usual = readUsual(text);
  if (usual !== null) return usual;
  const written = text
    .trim()
    .replace(/\s*(?:г\.?|года|ж\.?|жыл)$/iu, "")
    .replace(SPACED, "$1.$2.$3");
  const serial = SERIAL.exec(written);
  if (serial) return serials ? serialMoment(serial) : { ok: false, code: "serialDate" };
  const named = readNamed(written, yearOf);
  if (named !== null) return withTime(named.date, named.rest);
  const [, dateText = "", timeText = ""] = /^(\S+?)(?:(?:T|,?\s+)(\S.*))?$/.exec(written) ?? [];
  if (SERIAL_DAY.test(dateText)) return countedDay(dateText, timeText.trim(), serials);
  return withTime(readDate(dateText, order, yearOf), timeText.trim());
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
  const minute = readTimeOfDay(timeText);
  if (typeof minute === "string") return { ok: false, code: minute };
  if (minute === MINUTES_PER_DAY) return { ok: true, day: addDays(date, 1), minute: 0 };
  return { ok: true, day: date, minute };
}

/** A count of days since the end of 1899; its fraction is the time of day, 0 is none. */
function serialMoment([, days = "", fraction = ""]: RegExpExecArray): MomentRead {
  const minute = Math.round(Number(`0.${fraction || "0"}`) * MINUTES_PER_DAY);
  const date = addDays(SERIAL_ZERO, Number(days) + Math.floor(minute / MINUTES_PER_DAY));
  return { ok: true, day: date, minute: fraction === "" ? null : minute % MINUTES_PER_DAY };
}

/** A count of days whose time stands apart from it. */
function countedDay(days: string, timeText: string, serials: boolean): MomentRead {
  if (!serials) return { ok: false, code: "serialDate" };
  return withTime(addDays(SERIAL_ZERO, Number(days)), timeText);
}

/** Day and month, in whichever order, of a date with slashes; `shortYear`: its year has two digits. */
export type SlashParts = { first: number; second: number; shortYear: boolean };

/** The parts of a date with slashes, whose order only the whole file can tell; null for any other text. */
export function slashParts(text: string): SlashParts | null {
  if (!text.includes("/")) return null;
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/.exec(withoutInvisible(text));
  if (!match) return null;
  const [, first, second, year = ""] = match;
  return { first: Number(first), second: Number(second), shortYear: year.length === 2 };
}

/** A date with the month's name, and what follows it; null where there is no such name. */
function readNamed(text: string, yearOf: YearOf): { date: Day | IssueCode; rest: string } | null {
  if (!/\p{L}{3}/u.test(text)) return null;
  const short = SHORT_YEAR_NAMED.exec(text);
  const year = short ? yearOf(Number(short[2])) : null;
  const written = short
    ? `${short[1]}${typeof year === "number" ? year : ANY_YEAR}${text.slice(short[0].length)}`
    : text;
  const [, dateText = "", rest = ""] =
    /^(.*?)(?:(?:г\.?|года)?[\s,]+(\d{1,2}[:.]\d{2}.*))?$/u.exec(written) ?? [];
  const parts = namedParts(dateText.trim());
  const month = parts && readMonth(parts.name);
  if (!parts || !month) return null;
  if (typeof year === "string") return { date: year, rest: "" };
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

function readDate(text: string, order: SlashOrder, yearOf: YearOf): Day | IssueCode {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return existing(yearFirst[1], yearFirst[3], yearFirst[4]);
  const compact = COMPACT.exec(text);
  if (compact) return existing(compact[1], compact[2], compact[3]);
  const dayFirst = DAY_FIRST.exec(text);
  return dayFirst ? ordered(dayFirst, dayFirst[4], order) : readShort(text, order, yearOf);
}

/** A date whose year has two digits. */
function readShort(text: string, order: SlashOrder, yearOf: YearOf): Day | IssueCode {
  const short = SHORT_YEAR.exec(text);
  if (!short) return SHORT_YEAR_SOMEWHERE.test(text) ? "shortYear" : "unreadableDate";
  if (short[2] === "/" && order === "unknown") return "ambiguousDate";
  if (short[2] === "/" && order === "yearFirst") return yearFirstOf(short, yearOf);
  const year = yearOf(Number(short[4]));
  return typeof year === "string" ? year : ordered(short, String(year), order);
}

/** 25/12/07: the year is written with two digits. */
function yearFirstOf(
  [, first = "", , second, last]: RegExpExecArray,
  yearOf: YearOf,
): Day | IssueCode {
  if (first.length < 2) return "impossibleDate";
  const year = yearOf(Number(first));
  return typeof year === "string" ? year : existing(String(year), second, last);
}

/** Day and month come first, with slashes in the file's order; that years come first is said of short ones only. */
function ordered(
  [, first, separator, second]: RegExpExecArray,
  year: string | undefined,
  order: SlashOrder,
): Day | IssueCode {
  if (separator !== "/") return existing(year, second, first);
  if (order === "unknown" || order === "yearFirst") return "ambiguousDate";
  return order === "monthFirst" ? existing(year, first, second) : existing(year, second, first);
}

function existing(year = "", month = "", dayOfMonth = ""): Day | IssueCode {
  const iso = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return parseDay(iso) ?? "impossibleDate";
}
