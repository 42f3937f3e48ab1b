import { civilDate, type Day, dayOf } from "@/lib/civil-date/day";
import type { ReadLimit } from "./readings";
import { at, type Counting, NEVER, type Runs } from "./runs";

/** Days laid out one by one, from the first day inside on. */
export type Days = {
  start: number;
  /** What each day adds to a count; ABSENT: not inside. */
  weight: Int8Array;
  /** 1 where every count begins anew (A9). */
  reset: Uint8Array;
};

const ABSENT = -1;

/** The days to `to`, beginning on `from` or on the first day inside, whichever is earlier. */
export function daysOf(runs: Runs, { resets }: Counting, from: number, to: number): Days {
  const start = runs.size === 0 ? from : Math.min(from, at(runs.from, 0));
  const weight = new Int8Array(to - start + 1).fill(ABSENT);
  const reset = new Uint8Array(weight.length);
  for (let index = 0; index < runs.size; index++) {
    const first = at(runs.from, index) - start;
    const last = at(runs.to, index) - start;
    const adds = at(runs.weight, index);
    for (let i = first; i <= last; i++) weight[i] = adds;
  }
  // What lies outside is not held: a typed array takes no value beyond its ends.
  for (const day of resets) reset[day - start] = 1;
  return { start, weight, reset };
}

/** used on each of the days, as the reading counts: one step a day, nothing is searched. */
export function usedOnEach({ name, span }: ReadLimit, days: Days, runs: Runs): Int16Array {
  switch (name) {
    case "rolling":
      return rollingOnEach(days, span);
    case "anchored":
      return periodsOnEach(days, (day) => day + span - 1);
    case "calendar_year":
      return periodsOnEach(days, lastOfYear);
    case "cumulative":
      return cumulativeOnEach(days, span);
    case "per_stay":
      return perStayOnEach(days, runs);
  }
}

function lastOfYear(day: number): number {
  return dayOf({ year: civilDate(day as Day).year, month: 12, dayOfMonth: 31 });
}

function rollingOnEach({ weight, reset }: Days, span: number): Int16Array {
  const each = new Int16Array(weight.length);
  let used = 0;
  let first = 0;
  for (let i = 0; i < each.length; i++) {
    if (reset[i] === 1) {
      used = 0;
      first = i;
    }
    if (i - span >= first) used -= Math.max(0, weight[i - span] as number);
    used += Math.max(0, weight[i] as number);
    each[i] = used;
  }
  return each;
}

/** A period begins on a counted day and lasts to the day that `endOf` says. */
function periodsOnEach({ start, weight, reset }: Days, endOf: (day: number) => number): Int16Array {
  const each = new Int16Array(weight.length);
  let used = 0;
  let until = NEVER;
  for (let i = 0; i < each.length; i++) {
    const adds = Math.max(0, weight[i] as number);
    if (start + i > until || reset[i] === 1) {
      used = 0;
      until = adds > 0 ? endOf(start + i) : NEVER;
    }
    used += adds;
    each[i] = used;
  }
  return each;
}

function cumulativeOnEach({ weight, reset }: Days, absence: number): Int16Array {
  const each = new Int16Array(weight.length);
  let used = 0;
  let absent = 0;
  for (let i = 0; i < each.length; i++) {
    const adds = weight[i] as number;
    absent = adds === ABSENT ? absent + 1 : 0;
    if (absent >= absence || reset[i] === 1) used = 0;
    used += Math.max(0, adds);
    each[i] = used;
  }
  return each;
}

function perStayOnEach(days: Days, runs: Runs): Int16Array {
  const each = new Int16Array(days.weight.length);
  for (let index = 0; index < runs.size; index++) {
    const entry = at(runs.entry, index);
    const first = at(runs.from, index) - days.start;
    const goesOn = entry === runs.entry[index - 1];
    // Entered on the day before, which the earlier stay holds too: that is day 1, if it counts.
    const isDayTwo = entry - days.start === first - 1 && (days.weight[first - 1] as number) > 0;
    stayOnEach(
      days,
      first,
      at(runs.to, index) - days.start,
      goesOn ? (each[first - 1] as number) : Number(isDayTwo),
      each,
    );
  }
  return each;
}

function stayOnEach(
  { weight, reset }: Days,
  first: number,
  last: number,
  before: number,
  each: Int16Array,
): void {
  let used = before;
  for (let i = first; i <= last; i++) {
    if (reset[i] === 1) used = 0;
    if ((weight[i] as number) > 0) used += 1;
    each[i] = used;
  }
}
