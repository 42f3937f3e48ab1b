import type { IssueCode } from "../row-issue";

/** 14:05, 14.05, with seconds, which are dropped. */
const TIME = /^(\d{1,2})([:.])(\d{2})(?:\2(\d{2})(?:[.,]\d+)?)?$/;
/** 3:30 PM, 3 p.m. */
const TIME_12 = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?\s?([ap])\.?\s?m\.?$/i;
/** 14 ч 05 мин, 14ч. */
const TIME_NAMED = /^(\d{1,2})\s?ч(?:ас\p{L}*)?\.?(?:\s?(\d{1,2})\s?м(?:ин\p{L}*)?\.?)?$/iu;
const ZONE = /(?:z|utc|gmt|[+-]\d{1,2}:?\d{2}|[+-]\d{1,2})$/i;
/** 25 minutes past midnight, or a quarter of the day: not to be guessed. */
const MAY_BE_FRACTION = /^0\.\d{2}$/;
/** What Excel shows where a time lost its format. */
const FRACTION = /^0[.,](?:\d|[6-9]\d|\d{3,})$/;
export const MINUTES_PER_DAY = 1440;

/**
 * The minute of the day that a text names, 0 to 1440: 24:00 is the end of the day. HH:MM[:SS], also with points, "3:30 PM",
 * "14 ч 05 мин"; else why it is none. A time zone is an issue, since shifting would be a guess.
 */
export function readTimeOfDay(text: string): number | IssueCode {
  const plain = TIME.exec(text);
  if (plain && !MAY_BE_FRACTION.test(text)) return minuteOf(plain[1], plain[3], plain[4]);
  const twelve = TIME_12.exec(text);
  if (twelve) return ofTwelve(twelve);
  const named = TIME_NAMED.exec(text);
  if (named) return minuteOf(named[1], named[2], "0");
  return ZONE.test(text) ? "timeZone" : "impossibleTime";
}

function minuteOf(hours = "", minutes = "0", seconds = "0"): number | IssueCode {
  const minute = Number(hours) * 60 + Number(minutes);
  const valid = Number(minutes) < 60 && Number(seconds) < 60;
  const ends = minute === MINUTES_PER_DAY && Number(seconds) === 0;
  return valid && (minute < MINUTES_PER_DAY || ends) ? minute : "impossibleTime";
}

function ofTwelve([, hours = "", minutes = "0", seconds = "0", half = ""]: RegExpExecArray) {
  const hour = Number(hours);
  if (hour < 1 || hour > 12) return "impossibleTime";
  const afternoon = half.toLowerCase() === "p" ? 12 : 0;
  return minuteOf(String((hour % 12) + afternoon), minutes, seconds);
}

/** A time that stands in a column of its own; Excel's fraction of a day as the time that it is. */
export function timeText(text: string): string {
  if (!FRACTION.test(text)) return text;
  const minute = Math.round(Number(text.replace(",", ".")) * MINUTES_PER_DAY);
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${hours}:${String(minutes).padStart(2, "0")}`;
}
