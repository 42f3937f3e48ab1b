import { addDays, civilDate, type Day } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";

/** What a strip of days is drawn from. All days are civil days; ranges include both ends. */
export type DayStripData = {
  /** The day of the first letter. */
  start: Day;
  /** A letter a day: c counted, p paused, o outside, n inside but not counted, u unknown, - ahead. */
  days: string;
  /** The day that the screen speaks of. */
  asOf?: Day | null | undefined;
  /** The days that the count looks at; `to` null: no end. */
  window?: { from: Day; to: Day | null } | null | undefined;
  /** The first day over the limit. */
  limitOn?: Day | null | undefined;
  /** Granted grounds, and those that a plan adds; `to` null: no end. */
  grounds?: readonly { from: Day; to: Day | null; planned?: boolean }[] | undefined;
  /** Days that are as a plan has them, not as the log does. */
  planned?: readonly DaySpan[] | undefined;
};

export const STRIP_LETTERS = ["c", "p", "o", "n", "u", "-"] as const;
export type StripLetter = (typeof STRIP_LETTERS)[number];

/** The letter of a day; a letter that is not in the alphabet is unknown, never something better. */
export function letterAt(data: DayStripData, day: Day): StripLetter | null {
  const text = data.days[day - data.start];
  if (text === undefined) return null;
  return STRIP_LETTERS.find((letter) => letter === text) ?? "u";
}

/** Whether the day is as a plan has it. */
export function isPlanned({ planned = [] }: DayStripData, day: Day): boolean {
  return planned.some(({ from, to }) => from <= day && day <= to);
}

/** How many days of each kind lie in the range (both ends included). */
export function countLetters(data: DayStripData, from: Day, to: Day): Record<StripLetter, number> {
  const counts = { c: 0, p: 0, o: 0, n: 0, u: 0, "-": 0 };
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const letter = letterAt(data, day);
    if (letter !== null) counts[letter] += 1;
  }
  return counts;
}

/** The last day that has a letter; the day before `start` for an empty strip. */
export function lastDayOf(data: DayStripData): Day {
  return addDays(data.start, data.days.length - 1);
}

/** The months that the strip touches, each whole: its first and its last day. */
export function monthsOf(data: DayStripData): { from: Day; to: Day }[] {
  const months: { from: Day; to: Day }[] = [];
  const last = lastDayOf(data);
  let from = addDays(data.start, 1 - civilDate(data.start).dayOfMonth);
  while (from <= last) {
    const inNextMonth = addDays(from, 31);
    const next = addDays(inNextMonth, 1 - civilDate(inNextMonth).dayOfMonth);
    months.push({ from, to: addDays(next, -1) });
    from = next;
  }
  return months;
}
