import type { ReadingName } from "../assessment";
import type { Limit } from "../regimes/regime";
import { reckonAnchored, reckonCalendarYear, reckonCumulative, reckonPerStay } from "./periods";
import { newReckoning, type Reckoning } from "./reckoning";
import { reckonRolling } from "./rolling";
import { at, countUpTo, FOREVER, forgottenOn, lastDayOf, type Runs, totalOf } from "./runs";

/** A limit as one reading counts it. `span`: see Reckoning. */
export type ReadLimit = { name: ReadingName; days: number; window: number | null; span: number };

/** A limit's reading; `clearingAbsence`: whole days of absence that clear a cumulative count, null: none do. */
export function readLimit(
  name: ReadingName,
  limit: Limit,
  clearingAbsence: number | null,
): ReadLimit {
  const window = limit.kind === "window" ? limit.within : null;
  const span = name === "cumulative" ? (clearingAbsence ?? FOREVER) : (window ?? 0);
  return { name, days: limit.days, window, span };
}

/** A sweep of the reading that has not begun. */
export function reckoningOf({ days, span }: ReadLimit): Reckoning {
  return newReckoning(days, span);
}

const SWEEPS: Record<ReadingName, (reckoning: Reckoning, runs: Runs) => void> = {
  rolling: reckonRolling,
  anchored: reckonAnchored,
  cumulative: reckonCumulative,
  per_stay: reckonPerStay,
  calendar_year: reckonCalendarYear,
};

/** Sweeps over the runs that are not reckoned yet. */
export function reckon(name: ReadingName, reckoning: Reckoning, runs: Runs): void {
  SWEEPS[name](reckoning, runs);
}

/** used(day) where all runs are reckoned and none lies after the day. */
export function usedOn(
  name: ReadingName,
  reckoning: Reckoning,
  runs: Runs,
  resets: readonly number[],
  day: number,
): number {
  if (name === "per_stay") return lastDayOf(runs) === day ? reckoning.used : 0;
  return totalOf(runs) - uncountedOn(name, reckoning, runs, resets, day);
}

/** As much of the total as lies before the days that the reading looks at on a day that no run lies after. */
function uncountedOn(
  name: ReadingName,
  reckoning: Reckoning,
  runs: Runs,
  resets: readonly number[],
  day: number,
): number {
  const forgotten = forgottenOn(runs, resets, day);
  switch (name) {
    case "rolling":
      return Math.max(forgotten, countUpTo(runs, day - reckoning.span, reckoning.back));
    case "cumulative":
      return day - lastDayOf(runs) >= reckoning.span
        ? totalOf(runs)
        : Math.max(forgotten, reckoning.base);
    default:
      return day > reckoning.until ? totalOf(runs) : Math.max(forgotten, reckoning.base);
  }
}

/**
 * The first day, not before `day`, on which being inside is lawful by the count alone, where no run lies on or
 * after `day`; FOREVER: none.
 */
export function lawfulFrom(
  name: ReadingName,
  reckoning: Reckoning,
  runs: Runs,
  resets: readonly number[],
  day: number,
): number {
  const { limit, span } = reckoning;
  const forgotten = forgottenOn(runs, resets, day);
  const total = totalOf(runs);
  const isFree = total - Math.max(forgotten, reckoning.base) < limit;
  switch (name) {
    case "rolling": {
      const mustLeave = total + 1 - limit;
      if (forgotten >= mustLeave) return day;
      return Math.max(day, dayCounting(runs, mustLeave) + span);
    }
    case "cumulative":
      return isFree ? day : Math.max(day, lastDayOf(runs) + span + 1);
    case "per_stay":
      return day;
    default:
      return isFree ? day : Math.max(day, reckoning.until + 1);
  }
}

/** The day on which the runs first add up to `count`, which is 1 or more and no more than they hold. */
function dayCounting({ size, from, weight, before }: Runs, count: number): number {
  let index = size - 1;
  while (at(before, index) >= count) index -= 1;
  const missing = count - at(before, index);
  return at(from, index) + Math.ceil(missing / at(weight, index)) - 1;
}
