import { type Day, formatDay } from "@/lib/civil-date/day";
import type { Crossing } from "@/lib/compliance/facts";

const DAY_MS = 86_400_000;

/**
 * The yardstick: how a spreadsheet's author would count. A set of calendar days made with Date, and the
 * rolling window's days looked up in it one by one. One reading, one day, nothing else.
 */
export function naiveCount(crossings: readonly Crossing[], asOf: Day): number {
  const present = new Set<string>();
  for (let i = 0; i < crossings.length; i += 2) {
    const entry = crossings[i];
    if (entry === undefined) break;
    const last = crossings[i + 1]?.day ?? asOf;
    const end = new Date(formatDay(last));
    for (let at = new Date(formatDay(entry.day)); at <= end; at = new Date(at.getTime() + DAY_MS)) {
      present.add(at.toISOString().slice(0, 10));
    }
  }
  let used = 0;
  const today = new Date(formatDay(asOf)).getTime();
  for (let back = 0; back < 180; back++) {
    if (present.has(new Date(today - back * DAY_MS).toISOString().slice(0, 10))) used++;
  }
  return used;
}
