import type { Crossing, Direction } from "../facts";

/** Crossings in the order in which they can have happened, and those that say the same thing twice. */
export type OrderedCrossings = { ordered: Crossing[]; duplicates: Crossing[] };

/**
 * Puts crossings in order, whatever order they come in. Days and minutes decide; a record without a
 * minute, or with the same minute as another, takes the place in its day that lets entries and exits
 * alternate from the state before the day (nobody is inside before the first record).
 */
export function orderCrossings(crossings: readonly Crossing[]): OrderedCrossings {
  const sorted = isSorted(crossings) ? crossings : [...crossings].sort(byDayMinuteRef);
  const result: OrderedCrossings = { ordered: [], duplicates: [] };
  let start = 0;
  let first = sorted[start];
  while (first !== undefined) {
    let end = start + 1;
    while (sorted[end]?.day === first.day) end += 1;
    // Stryker disable next-line ConditionalExpression,ArithmeticOperator: a shortcut for a day with one record
    if (end === start + 1) result.ordered.push(first);
    else orderOneDay(sorted.slice(start, end), result);
    start = end;
    first = sorted[start];
  }
  return result;
}

/** Whether days and minutes already rise, so that nothing need be put in order. */
function isSorted(crossings: readonly Crossing[]): boolean {
  return crossings.every((crossing, index) => {
    const before = crossings[index - 1];
    // Stryker disable next-line ConditionalExpression,EqualityOperator: a shortcut, what is in order is only copied when sorted
    return before === undefined || byDayMinuteRef(before, crossing) <= 0;
  });
}

function orderOneDay(records: readonly Crossing[], result: OrderedCrossings): void {
  const timed = records.filter((record) => record.minute !== null && !isRepeated(record, records));
  const untimed = records.filter((record) => record.minute === null);
  const today: Crossing[] = [];
  result.duplicates.push(...records.filter((record) => isRepeated(record, records)));
  let inside = result.ordered.at(-1)?.direction === "entry";
  for (;;) {
    const wanted: Direction = inside ? "exit" : "entry";
    const fitting = takeTimed(timed, wanted) ?? takeFirst(untimed, wanted) ?? timed.shift();
    const next = fitting ?? untimed.shift();
    if (next === undefined) break;
    // Nothing that is left changes the side of the border: the day has a record of that direction already, if it has any.
    if (fitting === undefined && today.length > 0) {
      result.duplicates.push(next);
    } else {
      today.push(next);
      inside = next.direction === "entry";
    }
  }
  result.ordered.push(...today);
}

/** Whether an earlier record of the same day has the same minute and direction. */
function isRepeated(record: Crossing, records: readonly Crossing[]): boolean {
  if (record.minute === null) return false;
  const first = records.find(
    (other) => other.minute === record.minute && other.direction === record.direction,
  );
  return first !== record;
}

/** The wanted record among those of the earliest minute. */
function takeTimed(timed: Crossing[], wanted: Direction): Crossing | undefined {
  const minute = timed[0]?.minute;
  const index = timed.findIndex(
    (record) => record.minute === minute && record.direction === wanted,
  );
  return index < 0 ? undefined : timed.splice(index, 1)[0];
}

function takeFirst(untimed: Crossing[], wanted: Direction): Crossing | undefined {
  const index = untimed.findIndex((record) => record.direction === wanted);
  return index < 0 ? undefined : untimed.splice(index, 1)[0];
}

function byDayMinuteRef(a: Crossing, b: Crossing): number {
  return a.day - b.day || (a.minute ?? 0) - (b.minute ?? 0) || compareRefs(a.ref, b.ref);
}

/** Orders refs as people number rows: "log:9" before "log:14". */
export function compareRefs(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
