import type { Day } from "@/lib/civil-date/day";

/** A plain day number as the engine's type: the oracle counts on plain numbers. */
export function asDay(day: number): Day {
  return day as Day;
}
