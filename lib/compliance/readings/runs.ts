import type { DaySpan } from "@/lib/civil-date/day-range";

/** Stands for a day that there is none of, below every day that is one. */
export const NEVER = -1_000_000_000;
/** The same at the other end. */
export const FOREVER = 1_000_000_000;

/**
 * Days inside in time order, as runs of consecutive days that weigh alike; disjoint. Columns, not objects: a
 * sweep over a student's stays then touches nothing but small integers. Only `size` runs are valid.
 */
export type Runs = {
  size: number;
  /** The greatest weight of a run so far. */
  heaviest: number;
  from: number[];
  to: number[];
  /** What each day adds to a count: 0 under a ground; 2 and more where several stays hold it and A7 says so. */
  weight: number[];
  /** What all runs before add up to. */
  before: number[];
  /** As much of `before` as lies before the last reset (A9): no reading counts it any more. */
  forgotten: number[];
  /** The day on which the stay that holds the run began (the earliest such stay). */
  entry: number[];
  /** The day of a recorded exit whose stay ends with the run; NEVER: none. */
  exit: number[];
};

/** How days inside become counted ones under a rule. */
export type Counting = {
  /** The first day that counts. */
  from: number;
  /** Days that a ground takes out of the count: sorted, disjoint. */
  stopped: readonly DaySpan[];
  /** Days on which every count begins anew, sorted. */
  resets: readonly number[];
  /** A7: a day counts for each stay that holds it. */
  twice: boolean;
};

// Stryker disable ArrayDeclaration,MethodExpression: what stands past `size` in a column is never read
/** No runs yet. */
export function noRuns(): Runs {
  return {
    size: 0,
    heaviest: 0,
    from: [],
    to: [],
    weight: [],
    before: [],
    forgotten: [],
    entry: [],
    exit: [],
  };
}

/** The same runs, to be extended on their own. */
export function copyOf(runs: Runs): Runs {
  return {
    size: runs.size,
    heaviest: runs.heaviest,
    from: runs.from.slice(0, runs.size),
    to: runs.to.slice(0, runs.size),
    weight: runs.weight.slice(0, runs.size),
    before: runs.before.slice(0, runs.size),
    forgotten: runs.forgotten.slice(0, runs.size),
    entry: runs.entry.slice(0, runs.size),
    exit: runs.exit.slice(0, runs.size),
  };
}

// Stryker restore ArrayDeclaration,MethodExpression

/** A column's value at a place that is known to exist. */
export function at(column: readonly number[], index: number): number {
  return column[index] as number;
}

/** What all runs add up to. */
export function totalOf({ size, from, to, weight, before }: Runs): number {
  const last = size - 1;
  if (last < 0) return 0;
  return at(before, last) + at(weight, last) * (at(to, last) - at(from, last) + 1);
}

/** The last day inside; NEVER: none. */
export function lastDayOf({ size, to }: Runs): number {
  return size === 0 ? NEVER : at(to, size - 1);
}

/** What the runs add up to, up to and with a day; no run before `start` may reach beyond that day. */
export function countUpTo(runs: Runs, day: number, start = 0): number {
  let index = start;
  while (index < runs.size && at(runs.to, index) <= day) index += 1;
  return index === runs.size ? totalOf(runs) : countIn(runs, index, day);
}

/** The same where the run at `index` is the first that reaches beyond the day. */
export function countIn({ from, weight, before }: Runs, index: number, day: number): number {
  const days = day - at(from, index) + 1;
  return at(before, index) + (days > 0 ? at(weight, index) * days : 0);
}

/** What is forgotten on a day that no run lies after. */
export function forgottenOn(runs: Runs, resets: readonly number[], day: number): number {
  if (resets.length > 0 && lastUpTo(resets, day) > lastDayOf(runs)) return totalOf(runs);
  return runs.size === 0 ? 0 : at(runs.forgotten, runs.size - 1);
}

function lastUpTo(days: readonly number[], limit: number): number {
  let last = NEVER;
  for (const day of days) if (day <= limit) last = day;
  return last;
}

/** Adds a run as it is; it begins after the last one ends. */
export function appendRun(
  runs: Runs,
  from: number,
  to: number,
  weight: number,
  entry: number,
  exit: number,
  reset: boolean,
): void {
  const index = runs.size;
  const before = totalOf(runs);
  const kept = index === 0 ? 0 : at(runs.forgotten, index - 1);
  runs.from[index] = from;
  runs.to[index] = to;
  runs.weight[index] = weight;
  runs.before[index] = before;
  runs.forgotten[index] = reset ? before : kept;
  runs.entry[index] = entry;
  runs.exit[index] = exit;
  runs.size = index + 1;
  runs.heaviest = Math.max(runs.heaviest, weight);
}
