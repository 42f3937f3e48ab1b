import { at, NEVER, type Runs } from "./runs";

/**
 * Where a reading's sweep over runs stands, and what it has found. One shape for every reading, so that the
 * sweeps stay fast; each uses the fields that it needs.
 */
export type Reckoning = {
  readonly limit: number;
  /** Days of the window; for the cumulative reading the whole days of absence that clear it. */
  readonly span: number;
  /** Days before it are counted, but not looked at for a breach. */
  since: number;
  /** Whether the sweep may stop at the first breach. */
  firstOnly: boolean;
  /** The first run that is not reckoned yet. */
  next: number;
  /** rolling: the first run of which some day is still in the window. */
  back: number;
  /** What was counted before the running period (anchored, cumulative, calendar_year). */
  base: number;
  /** The last day of the running period (anchored, calendar_year). */
  until: number;
  /** What resets have made the reading forget. */
  forgotten: number;
  /** per_stay: the day on which the running stay began, and its counted days. */
  entry: number;
  used: number;
  /** The first counted day over the limit; NEVER: none. */
  firstOver: number;
  overDays: number;
  /** The last counted day over the limit. */
  lastOver: number;
  /** The last recorded exit on whose day the limit was exceeded. */
  overExit: number;
};

/** A sweep that has not begun. */
export function newReckoning(limit: number, span: number): Reckoning {
  return {
    limit,
    span,
    since: NEVER,
    firstOnly: false,
    next: 0,
    back: 0,
    base: 0,
    until: NEVER,
    forgotten: 0,
    entry: NEVER,
    used: 0,
    firstOver: NEVER,
    overDays: 0,
    lastOver: NEVER,
    overExit: NEVER,
  };
}

/** The same sweep, to go on along a way of its own and stop at the first breach from a day on. */
export function forked(reckoning: Reckoning, since: number): Reckoning {
  return { ...reckoning, since, firstOnly: true, firstOver: NEVER };
}

/** Whether the sweep has found all that it was asked for. */
export function isDone({ firstOnly, firstOver }: Reckoning): boolean {
  return firstOnly && firstOver !== NEVER;
}

/** Takes note of days over the limit where `used` on the day `from` changes by `step` each day up to `to`. */
export function noteOver(
  reckoning: Reckoning,
  from: number,
  to: number,
  used: number,
  step: number,
): void {
  if (to < reckoning.since) return;
  const { limit, since } = reckoning;
  const start = Math.max(from, since);
  const onStart = used + step * (start - from);
  const onEnd = used + step * (to - from);
  if (onStart <= limit && onEnd <= limit) return;
  const first = onStart > limit ? start : start + Math.ceil((limit + 1 - onStart) / step);
  const last = onEnd > limit ? to : start + Math.ceil((onStart - limit) / -step) - 1;
  if (reckoning.firstOver === NEVER) reckoning.firstOver = first;
  reckoning.overDays += last - first + 1;
  reckoning.lastOver = last;
}

/** Takes note of the recorded exit that ends a run, where its last day is over the limit. */
export function noteExit(reckoning: Reckoning, { to, exit }: Runs, index: number): void {
  if (reckoning.lastOver === at(to, index) && at(exit, index) !== NEVER) {
    reckoning.overExit = at(exit, index);
  }
}
