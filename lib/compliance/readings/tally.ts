import { addDays, type Day } from "@/lib/civil-date/day";
import { type DaySpan, earlier, FIRST_DAY, LAST_DAY, later } from "@/lib/civil-date/day-range";
import type { WindowReading } from "../assessment";
import type { WindowLimit } from "../regimes/regime";
import { anchored } from "./anchored";
import { cumulative } from "./cumulative";
import { countBetween, type DayCount } from "./day-count";
import { rolling } from "./rolling";

/**
 * How a reading looks back: used(d) = counted days from startFor(d) to d. Within a run of consecutive
 * counted days used never falls, except on `restarts`.
 */
export type LookBack = {
  startFor(day: Day): number;
  /** The same if the day were one of presence: an absence must then be complete before it. */
  startIfPresent(day: Day): number;
  restarts: readonly Day[];
};

/** Counted days as one reading counts them. */
export type Tally = LookBack & { limit: WindowLimit; counted: DayCount };

/**
 * `present` are all days inside, counted or not; `clearingAbsence` the whole days of absence that
 * clear a cumulative count (null in regimes that know none).
 */
export function tallyOf(
  reading: WindowReading,
  limit: WindowLimit,
  counted: DayCount,
  present: readonly DaySpan[],
  clearingAbsence: number | null,
): Tally {
  return { limit, counted, ...lookBackOf(reading, limit, counted, present, clearingAbsence) };
}

function lookBackOf(
  reading: WindowReading,
  limit: WindowLimit,
  counted: DayCount,
  present: readonly DaySpan[],
  clearingAbsence: number | null,
): LookBack {
  switch (reading) {
    case "rolling":
      return rolling(limit.within);
    case "anchored":
      return anchored(counted.spans, limit.within);
    case "cumulative":
      return cumulative(present, clearingAbsence);
  }
}

/** used(d) of the reading. */
export function usedOn(tally: Tally, day: Day): number {
  return countBetween(tally.counted, tally.startFor(day), day);
}

/** used(d) if d were a counted day as well. */
export function usedWith(tally: Tally, day: Day): number {
  return countBetween(tally.counted, tally.startIfPresent(day), (day - 1) as Day) + 1;
}

/** The counted days with used over the limit: sorted, disjoint. */
export function overDays(tally: Tally): DaySpan[] {
  return [...overRuns(tally, FIRST_DAY)];
}

/** The first counted day from `since` on with used over the limit, or null. */
export function firstOverSince(tally: Tally, since: Day): Day | null {
  for (const { from } of overRuns(tally, since)) return from;
  return null;
}

function* overRuns(tally: Tally, since: Day): Generator<DaySpan> {
  let next = 0;
  for (const span of tally.counted.spans) {
    let from = later(span.from, since);
    while (from <= span.to) {
      while ((tally.restarts[next] ?? LAST_DAY) <= from) next += 1;
      const to = earlier(span.to, addDays(tally.restarts[next] ?? LAST_DAY, -1));
      const first = firstOver(tally, from, to);
      if (first !== null) yield { from: first, to };
      from = addDays(to, 1);
    }
  }
}

/** The first day over the limit in a run of counted days where used never falls. */
function firstOver(tally: Tally, from: Day, to: Day): Day | null {
  const { days } = tally.limit;
  if (usedOn(tally, to) <= days) return null;
  let low = from;
  let high = to;
  while (low < high) {
    const middle = ((low + high) >> 1) as Day;
    if (usedOn(tally, middle) > days) high = middle;
    else low = (middle + 1) as Day;
  }
  return low;
}
