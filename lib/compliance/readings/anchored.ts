import type { Day } from "@/lib/civil-date/day";
import { type DaySpan, later } from "@/lib/civil-date/day-range";
import { lastUpTo } from "./last-up-to";
import type { LookBack } from "./tally";

/**
 * A period starts on the first counted day and lasts W days; the next starts on the first counted day
 * after it ends (GPS-2025-12, KG-855). Outside any period nothing is used.
 */
export function anchored(counted: readonly DaySpan[], window: number): LookBack {
  const starts = periodStarts(counted, window);
  const startFor = (day: Day) => {
    const start = lastUpTo(starts, day);
    return start !== null && day < start + window ? start : day;
  };
  return { startFor, startIfPresent: startFor, restarts: starts };
}

function periodStarts(counted: readonly DaySpan[], window: number): Day[] {
  const starts: Day[] = [];
  let free = Number.NEGATIVE_INFINITY as Day;
  for (const span of counted) {
    let from = later(span.from, free);
    while (from <= span.to) {
      starts.push(from);
      free = (from + window) as Day;
      from = free;
    }
  }
  return starts;
}
