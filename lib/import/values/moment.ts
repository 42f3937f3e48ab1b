import { type Day, parseDay } from "@/lib/civil-date/day";
import type { IssueCode } from "../row-issue";

/** How 03/04/2026 is to be read in a file; unknown: it is not. */
export type SlashOrder = "dayFirst" | "unknown";

export type MomentRead =
  | { ok: true; day: Day; minute: number | null }
  | { ok: false; code: IssueCode };

const YEAR_FIRST = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?$/;
const ZONE = /(?:z|utc|gmt|[+-]\d{1,2}:?\d{2}|[+-]\d{1,2})$/i;
/** What Excel shows where a date lost its format: 2 Oct 1954 to 6 Jun 2064. */
const SERIAL = /^(?:[2-5]\d{4})(?:[.,]\d+)?$/;
const MINUTES_PER_DAY = 1440;

/**
 * A date with or without a time of day: YYYY-MM-DD, dd.mm.yyyy (also with "-" or one digit), or
 * dd/mm/yyyy where the file is known to put the day first; then "T" or a space and HH:MM[:SS].
 * Civil time as it is written; a time zone is an issue, since shifting it would be a guess.
 */
export function readMoment(text: string, order: SlashOrder): MomentRead {
  const written = text.trim().replace(/\s*(?:г\.?|года|ж\.?|жыл)$/iu, "");
  if (SERIAL.test(written)) return { ok: false, code: "serialDate" };
  const [, dateText = "", timeText = ""] = /^(\S+?)(?:(?:T|,?\s+)(\S.*))?$/.exec(written) ?? [];
  const date = readDate(dateText, order);
  if (typeof date === "string") return { ok: false, code: date };
  if (timeText === "") return { ok: true, day: date, minute: null };
  const minute = readTime(timeText.trim());
  return typeof minute === "string" ? { ok: false, code: minute } : { ok: true, day: date, minute };
}

/** True for a date with slashes whose order of day and month only the whole file can tell. */
export function slashParts(text: string): { first: number; second: number } | null {
  const match = /^\s*(\d{1,2})\/(\d{1,2})\/\d{4}(?!\d)/.exec(text);
  return match ? { first: Number(match[1]), second: Number(match[2]) } : null;
}

function readDate(text: string, order: SlashOrder): Day | IssueCode {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return existing(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = DAY_FIRST.exec(text);
  if (!dayFirst) return "unreadableDate";
  if (dayFirst[2] === "/" && order === "unknown") return "ambiguousDate";
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
