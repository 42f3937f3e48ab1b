import type { Day } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";

/** Sorted, disjoint spans that can be counted between any two days in logarithmic time. */
export type DayCount = { spans: readonly DaySpan[]; before: readonly number[] };

/** Prepares spans for counting. */
export function dayCount(spans: readonly DaySpan[]): DayCount {
  const before: number[] = [];
  let days = 0;
  for (const span of spans) {
    before.push(days);
    days += span.to - span.from + 1;
  }
  return { spans, before };
}

/** How many of the days lie from `from` to `to`, both included. */
export function countBetween(count: DayCount, from: number, to: Day): number {
  return from > to ? 0 : countUpTo(count, to) - countUpTo(count, from - 1);
}

function countUpTo({ spans, before }: DayCount, to: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  if (span === undefined) return 0;
  return (before[low - 1] ?? 0) + Math.min(to, span.to) - span.from + 1;
}
