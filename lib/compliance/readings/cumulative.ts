import { addDays, type Day } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";
import { lastUpTo } from "./last-up-to";
import type { LookBack } from "./tally";

/**
 * Days add up until an absence of `absence` whole days is complete; then the count is 0 (GPS-2026-01).
 * A day under a ground is not counted but is presence: it interrupts an absence.
 */
export function cumulative(present: readonly DaySpan[], absence: number | null): LookBack {
  const cleared = absence === null ? [] : clearedOn(present, absence);
  const startFor = (day: Day) => lastUpTo(cleared, day) ?? Number.NEGATIVE_INFINITY;
  return { startFor, startIfPresent: (day) => startFor(addDays(day, -1)), restarts: [] };
}

/** The days on which an absence becomes complete: the last of its first `absence` whole days. */
function clearedOn(present: readonly DaySpan[], absence: number): Day[] {
  const cleared: Day[] = [];
  for (const [index, span] of present.entries()) {
    const next = present[index + 1];
    const complete = addDays(span.to, absence);
    if (next === undefined || complete < next.from) cleared.push(complete);
  }
  return cleared;
}
