import { appendRun, at, type Counting, FOREVER, lastDayOf, NEVER, type Runs } from "./runs";

/**
 * Adds the days of a stay, both included, as they count. Stays come in time order; the first day may be the
 * last day of the stay before. `entry`: the day the stay began; `exit`: the day of its recorded exit, or NEVER.
 */
export function addStay(
  runs: Runs,
  counting: Counting,
  first: number,
  last: number,
  entry: number,
  exit: number,
): void {
  let from = Math.max(first, counting.from);
  if (from <= lastDayOf(runs)) {
    shareLastDay(runs, counting.twice, last, exit);
    from = lastDayOf(runs) + 1;
  }
  if (from <= last) addDaysInside(runs, counting, from, last, 1, entry, exit);
}

/** The last day of the runs belongs to one more stay; `last` is that stay's own last day. */
function shareLastDay(runs: Runs, twice: boolean, last: number, exit: number): void {
  let index = runs.size - 1;
  const day = at(runs.to, index);
  const weight = at(runs.weight, index);
  if (twice && weight > 0) {
    if (at(runs.from, index) < day) {
      const exitBefore = at(runs.exit, index);
      runs.to[index] = day - 1;
      runs.exit[index] = NEVER;
      appendRun(runs, day, day, weight, at(runs.entry, index), exitBefore, false);
      index += 1;
    }
    runs.weight[index] = weight + 1;
    runs.heaviest = Math.max(runs.heaviest, weight + 1);
  }
  if (last === day && exit !== NEVER) runs.exit[index] = exit;
}

/** Adds days after the last run, each weighing `weight` where no ground stops the count. */
export function addDaysInside(
  runs: Runs,
  counting: Counting,
  from: number,
  to: number,
  weight: number,
  entry: number,
  exit: number,
): void {
  const { stopped, resets } = counting;
  // A count begins anew on first days of grounds only: without those there is nothing to cut.
  // Stryker disable next-line ConditionalExpression,BlockStatement: a shortcut, the loop adds the same run
  if (stopped.length === 0) {
    appendRun(runs, from, to, weight, entry, exit, false);
    return;
  }
  let day = from;
  while (day <= to) {
    const ground = stopped.find((span) => span.to >= day);
    const isStopped = ground !== undefined && ground.from <= day;
    const border = isStopped ? ground.to : (ground?.from ?? FOREVER) - 1;
    const end = Math.min(to, border, firstAfter(resets, day) - 1);
    const isReset = hasBetween(resets, lastDayOf(runs), day);
    appendRun(runs, day, end, isStopped ? 0 : weight, entry, end === to ? exit : NEVER, isReset);
    day = end + 1;
  }
}

function firstAfter(days: readonly number[], day: number): number {
  return days.find((one) => one > day) ?? FOREVER;
}

/** Whether one of the days lies after `after`, up to and with `upTo`. */
function hasBetween(days: readonly number[], after: number, upTo: number): boolean {
  return days.some((day) => after < day && day <= upTo);
}
