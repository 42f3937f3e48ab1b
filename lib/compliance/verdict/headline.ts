import type { Day } from "@/lib/civil-date/day";
import { countingReadings, READINGS } from "../assessment";
import type { Reading } from "../readings/reading-result";
import type { Situation } from "../situation";

/** Inside, counted today and over the limit. */
export function isOverstaying(situation: Situation, reading: Reading): boolean {
  return situation.log.inside === true && reading.overToday;
}

/** Outside, and closed today. */
export function isBarred(situation: Situation, reading: Reading): boolean {
  return (reading.earliestEntry ?? situation.asOf) > situation.asOf;
}

/**
 * The readings that may be the headline: of those of a window limit the chosen ones (setting A1; where a
 * regime knows none of the chosen, there is nothing to choose), and those of every other limit.
 */
export function enabledReadings(situation: Situation, readings: readonly Reading[]): Reading[] {
  const names = readings.map(({ name }) => name);
  const counting = countingReadings(situation.settings.readings, names);
  return readings.filter(({ name }) => counting.includes(name));
}

/**
 * The worst of the enabled readings: an overstay (the longer the worse), then a closed border (the later
 * the worse), then the earliest day on which the limit is reached, then the fewest days remaining.
 */
export function headlineOf(situation: Situation, enabled: readonly Reading[]): Reading | null {
  return (
    [...enabled].sort(
      (a, b) =>
        rank(situation, a) - rank(situation, b) ||
        within(situation, a, b) ||
        READINGS.indexOf(a.name) - READINGS.indexOf(b.name),
    )[0] ?? null
  );
}

function rank(situation: Situation, reading: Reading): number {
  if (isOverstaying(situation, reading)) return 0;
  return isBarred(situation, reading) ? 1 : 2;
}

function within(situation: Situation, a: Reading, b: Reading): number {
  switch (rank(situation, a)) {
    case 0:
      return b.overstayDays - a.overstayDays;
    case 1:
      return (b.earliestEntry ?? 0) - (a.earliestEntry ?? 0);
    default:
      return nullsLast(a.reachedOn, b.reachedOn) || a.remaining - b.remaining;
  }
}

function nullsLast(a: Day | null, b: Day | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}
