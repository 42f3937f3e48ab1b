import type { Day } from "@/lib/civil-date/day";

/** The last of sorted days that is not after `limit`, or null. */
export function lastUpTo(days: readonly Day[], limit: Day): Day | null {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? limit) <= limit) low = middle + 1;
    else high = middle;
  }
  return days[low - 1] ?? null;
}
