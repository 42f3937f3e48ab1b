import { addDays, civilDate, type Day, formatDay } from "@/lib/civil-date/day";
import type { Grade, ProposedHoliday, ProposedHolidays, Words } from "../regime";
import {
  complain,
  countAt,
  dayAt,
  fieldsOf,
  ifGiven,
  listAt,
  type Place,
  propertyOf,
  textAt,
  UNREAD,
  type Unread,
  whole,
} from "./place";
import { doubled } from "./read-questions";
import { labelledByStart } from "./read-series";
import { citationsAt, gradeAt } from "./read-sources";
import { wordsAt } from "./read-words";

/** The public holidays that are proposed to an office, year by year; a name is written once and referred to. */
export function holidaysAt(
  place: Place,
  known: ReadonlySet<string>,
): readonly ProposedHolidays[] | Unread {
  const fields = fieldsOf(place, ["names", "years"]);
  if (fields === UNREAD) return UNREAD;
  const names = namesAt(fields.names);
  const years = listAt(fields.years, (year) => yearAt(year, names, known), labelledByYear);
  if (years === UNREAD) return UNREAD;
  for (const year of doubled(years.map((one) => one.year))) {
    complain(fields.years, `the year ${year} stands twice`);
  }
  return years;
}

function namesAt(place: Place): ReadonlyMap<string, Words | Unread> {
  const { value } = place;
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const fields = fieldsOf(place, keys);
  if (fields === UNREAD) return new Map();
  return new Map(Object.entries(fields).map(([key, at]) => [key, wordsAt(at)]));
}

function yearAt(
  place: Place,
  names: ReadonlyMap<string, Words | Unread>,
  known: ReadonlySet<string>,
): ProposedHolidays | Unread {
  const fields = fieldsOf(place, ["year", "days"], ["note"]);
  if (fields === UNREAD) return UNREAD;
  const read = whole<{ year: number; note: Words | null; days: readonly ProposedHoliday[][] }>({
    year: countAt(fields.year),
    note: ifGiven(fields.note, wordsAt),
    days: listAt(fields.days, (item) => holidaySpanAt(item, names, known), labelledByStart),
  });
  if (read === UNREAD) return UNREAD;
  const days = read.days.flat();
  for (const { day } of days) {
    if (civilDate(day).year !== read.year) complain(place, `${formatDay(day)} is another year`);
  }
  for (const day of doubled(days.map((one) => one.day))) {
    complain(place, `${formatDay(day)} stands twice`);
  }
  return { ...read, days };
}

/** A holiday from its first day to its last, one entry a day. */
function holidaySpanAt(
  place: Place,
  names: ReadonlyMap<string, Words | Unread>,
  known: ReadonlySet<string>,
): ProposedHoliday[] | Unread {
  const fields = fieldsOf(place, ["from", "to", "name", "citations", "grade"]);
  if (fields === UNREAD) return UNREAD;
  const read = whole<{
    from: Day;
    to: Day;
    name: Words;
    citations: readonly string[];
    grade: Grade;
  }>({
    from: dayAt(fields.from),
    to: dayAt(fields.to),
    name: nameAt(fields.name, names),
    citations: citationsAt(fields.citations, known),
    grade: gradeAt(fields.grade),
  });
  if (read === UNREAD) return UNREAD;
  const { from, to, ...rest } = read;
  if (to < from) return complain(place, `ends before it starts, ${formatDay(to)}`);
  if (to - from > 31) return complain(place, `a holiday of ${to - from + 1} days`);
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    day: addDays(from, index),
    ...rest,
  }));
}

function nameAt(place: Place, names: ReadonlyMap<string, Words | Unread>): Words | Unread {
  const key = textAt(place);
  if (key === UNREAD) return UNREAD;
  return (
    names.get(key) ?? complain(place, `unknown "${key}"; known are ${[...names.keys()].join(", ")}`)
  );
}

function labelledByYear(item: unknown): string {
  const year = propertyOf(item, "year");
  return typeof year === "number" ? ` (${year})` : "";
}
