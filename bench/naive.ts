import {
  addDays,
  differenceInCalendarDays,
  eachDayOfInterval,
  format,
  isAfter,
  subDays,
} from "date-fns";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { Crossing } from "@/lib/compliance/facts";

/**
 * The yardstick: how a careful author with a date library would count, in sets of calendar days. It knows a window of
 * 90 in 180 from 1 September 2025 for a person without grounds and with a whole log, and answers what the engine does.
 */
export type NaivePerson = {
  asOf: Date;
  /** "yyyy-MM-dd" of every day inside. */
  inside: Set<string>;
  counted: Set<string>;
  first: Date;
  isInside: boolean;
  lastExit: Date | null;
};

export type NaiveReading = "rolling" | "anchored" | "cumulative";

const LIMIT = 90;
const WINDOW = 180;
const ABSENCE = 90;
const WAIT = 91;
const COUNTS_FROM = "2025-09-01";

const key = (date: Date) => format(date, "yyyy-MM-dd");
const dateOf = (day: Day) => new Date(`${formatDay(day)}T00:00:00`);

/** Reads a log of alternating crossings into sets of days. */
export function naivePerson(crossings: readonly Crossing[], asOf: Day): NaivePerson {
  const inside = new Set<string>();
  let lastExit: Date | null = null;
  for (let i = 0; i < crossings.length; i += 2) {
    const entry = crossings[i];
    const exit = crossings[i + 1];
    if (entry === undefined) break;
    const interval = { start: dateOf(entry.day), end: dateOf(exit?.day ?? asOf) };
    for (const date of eachDayOfInterval(interval)) inside.add(key(date));
    lastExit = exit === undefined ? lastExit : dateOf(exit.day);
  }
  const counted = new Set([...inside].filter((one) => one >= COUNTS_FROM));
  const [first = key(dateOf(asOf))] = [...counted].sort();
  return {
    asOf: dateOf(asOf),
    inside,
    counted,
    first: new Date(`${first}T00:00:00`),
    isInside: crossings.length % 2 === 1,
    lastExit,
  };
}

/** used on a day, from nothing. */
export function naiveUsed(reading: NaiveReading, person: NaivePerson, on: Date): number {
  switch (reading) {
    case "rolling":
      return countBack(person.counted, on, WINDOW);
    case "anchored":
      return anchoredUsed(person, on);
    case "cumulative":
      return cumulativeUsed(person, on);
  }
}

function countBack(days: Set<string>, on: Date, length: number): number {
  let used = 0;
  for (let back = 0; back < length; back++) if (days.has(key(subDays(on, back)))) used++;
  return used;
}

function anchoredUsed({ counted, first }: NaivePerson, on: Date): number {
  let start: Date | null = null;
  let used = 0;
  for (let date = first; !isAfter(date, on); date = addDays(date, 1)) {
    if (start !== null && differenceInCalendarDays(date, start) >= WINDOW) {
      start = null;
      used = 0;
    }
    if (!counted.has(key(date))) continue;
    start ??= date;
    used++;
  }
  return used;
}

function cumulativeUsed({ inside, counted, first }: NaivePerson, on: Date): number {
  let absent = 0;
  let used = 0;
  for (let date = first; !isAfter(date, on); date = addDays(date, 1)) {
    absent = inside.has(key(date)) ? 0 : absent + 1;
    if (absent >= ABSENCE) used = 0;
    if (counted.has(key(date))) used++;
  }
  return used;
}

/** The same answers as the engine gives for a reading, as text. */
export function naiveAnswers(reading: NaiveReading, person: NaivePerson): string {
  const { asOf, counted, first, isInside } = person;
  const isOver = (world: NaivePerson, date: Date) =>
    world.counted.has(key(date)) && naiveUsed(reading, world, date) > LIMIT;
  const breaches: Date[] = [];
  for (let date = first; !isAfter(date, asOf); date = addDays(date, 1)) {
    if (isOver(person, date)) breaches.push(date);
  }
  const overToday = counted.size > 0 && isOver(person, asOf);
  const stayEnds = isInside && !overToday ? firstOver(person, isOver, () => true) : null;
  const rhythmEnds = overToday ? null : firstOver(person, isOver, repeats(person));
  const reached = [stayEnds, rhythmEnds].filter((date) => date !== null);
  const [firstBreach = null] = breaches;
  return answersText({
    used: naiveUsed(reading, person, asOf),
    firstBreach,
    overstayDays: breaches.length,
    lastLawfulDay: stayEnds === null ? null : subDays(stayEnds, 1),
    earliestEntry: isInside ? null : earliestEntry(person, isOver, breaches),
    reachedOn: overToday
      ? firstBreach
      : (reached.sort((a, b) => a.getTime() - b.getTime())[0] ?? null),
  });
}

export type Answers = {
  used: number;
  firstBreach: Date | null;
  overstayDays: number;
  lastLawfulDay: Date | null;
  earliestEntry: Date | null;
  reachedOn: Date | null;
};

function answersText(answers: Answers): string {
  return Object.entries(answers)
    .map(([name, value]) => `${name} ${value instanceof Date ? key(value) : value}`)
    .join(", ");
}

type IsOver = (world: NaivePerson, date: Date) => boolean;

/** The person with more days inside. */
function withDays(person: NaivePerson, days: readonly Date[]): NaivePerson {
  const more = days.map(key);
  return {
    ...person,
    inside: new Set([...person.inside, ...more]),
    counted: new Set([...person.counted, ...more]),
  };
}

function firstOver(
  person: NaivePerson,
  isOver: IsOver,
  isInsideOn: (ahead: Date) => boolean,
): Date | null {
  const ahead = Array.from({ length: 731 }, (_, n) => addDays(person.asOf, n + 1)).filter(
    isInsideOn,
  );
  const world = withDays(person, ahead);
  return ahead.find((date) => isOver(world, date)) ?? null;
}

/** The presence of the last 28 days, repeated. */
function repeats({ asOf, inside }: NaivePerson): (ahead: Date) => boolean {
  return (ahead) => {
    const steps = Math.ceil(differenceInCalendarDays(ahead, asOf) / 28);
    return inside.has(key(subDays(ahead, steps * 28)));
  };
}

function earliestEntry(
  person: NaivePerson,
  isOver: IsOver,
  breaches: readonly Date[],
): Date | null {
  const { asOf, lastExit } = person;
  const isLawful = (date: Date) => !isOver(withDays(person, [date]), date);
  const last = breaches.at(-1) ?? null;
  const overAtExit = last !== null && lastExit !== null && key(last) === key(lastExit);
  const open = overAtExit ? addDays(lastExit, WAIT) : asOf;
  for (let n = 0; n < 731; n++) {
    const date = addDays(asOf, n);
    if (isAfter(open, date) || !isLawful(date)) continue;
    const leftToday = lastExit !== null && key(date) === key(lastExit);
    if (!leftToday || isLawful(addDays(date, 1))) return date;
  }
  return null;
}
