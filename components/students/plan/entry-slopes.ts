import { addDays, type Day } from "@/lib/civil-date/day";
import type { EntryDay, StayLength } from "@/lib/compliance/entry-calendar";

/** Days in a row whose longest stay stays the same, or grows or shrinks by one from each day to the next. */
export type EntrySlope = {
  from: Day;
  to: Day;
  /** Whoever enters on `from`, and whoever enters on `to`, stays at most so long. */
  first: StayLength;
  last: StayLength;
  bindsBy: EntryDay["bindsBy"];
};

/** A year of entries in a few lines. Every day is in one slope, in time order. */
export function entrySlopes(days: readonly EntryDay[]): EntrySlope[] {
  const slopes: EntrySlope[] = [];
  for (const { day, stay, bindsBy } of days) {
    const slope = slopes.at(-1);
    if (slope !== undefined && slope.bindsBy === bindsBy && goesOn(slope, day, stay)) {
      slope.to = day;
      slope.last = stay;
    } else {
      slopes.push({ from: day, to: day, first: stay, last: stay, bindsBy });
    }
  }
  return slopes;
}

function goesOn({ from, to, first, last }: EntrySlope, day: Day, stay: StayLength): boolean {
  if (addDays(to, 1) !== day) return false;
  if (typeof stay !== "number" || typeof first !== "number" || typeof last !== "number") {
    return stay === last && stay === first;
  }
  // Closed days stand alone, so that their end can be read.
  if ((stay === 0) !== (first === 0)) return false;
  const step = stay - last;
  const before = from === to ? step : Math.sign(last - first);
  return step === before && Math.abs(step) <= 1;
}
