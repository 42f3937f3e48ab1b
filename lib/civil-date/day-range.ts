import { type Day, type DayRange, day } from "./day";

/** A closed range of civil days, both ends known and belonging to it. */
export type DaySpan = { readonly from: Day; readonly to: Day };

/** Stands for "no end" where arithmetic needs a number; never shown to anyone. */
export const LAST_DAY: Day = day("9999-12-31");

/** Stands for "no start" where arithmetic needs a number. */
export const FIRST_DAY: Day = day("0000-01-01");

/** A range with its open end, if it has one, at LAST_DAY. */
export function closed(range: DayRange): DaySpan {
  return { from: range.from, to: range.to ?? LAST_DAY };
}

/** Joins spans that are sorted by `from`: overlapping and adjacent ones become one. */
export function joinSorted(spans: readonly DaySpan[]): DaySpan[] {
  const joined: DaySpan[] = [];
  let last: DaySpan | undefined;
  for (const span of spans) {
    if (last !== undefined && span.from <= last.to + 1) {
      if (span.to > last.to) {
        last = { from: last.from, to: span.to };
        joined[joined.length - 1] = last;
      }
    } else {
      last = span;
      joined.push(span);
    }
  }
  return joined;
}

/** The union of spans in any order: sorted, disjoint and not adjacent. */
export function mergeSpans(spans: readonly DaySpan[]): DaySpan[] {
  return joinSorted([...spans].sort((a, b) => a.from - b.from));
}

/** The days of `spans` from `from` to `to`. Sorted and disjoint in, sorted and disjoint out. */
export function clipSpans(spans: readonly DaySpan[], from: Day, to: Day): DaySpan[] {
  const clipped: DaySpan[] = [];
  for (const span of spans) {
    if (span.to < from || span.from > to) continue;
    if (span.from >= from && span.to <= to) clipped.push(span);
    else clipped.push({ from: later(span.from, from), to: earlier(span.to, to) });
  }
  return clipped;
}

/** The days of `spans` that are in none of `holes`; both sorted and disjoint. */
export function subtractSpans(spans: readonly DaySpan[], holes: readonly DaySpan[]): DaySpan[] {
  if (holes.length === 0) return [...spans];
  return spans.flatMap((span) => cutOut(span, holes));
}

function cutOut(span: DaySpan, holes: readonly DaySpan[]): DaySpan[] {
  const rest: DaySpan[] = [];
  let from = span.from;
  for (const hole of holes) {
    if (hole.to < from) continue;
    if (hole.from > span.to) break;
    if (hole.from > from) rest.push({ from, to: (hole.from - 1) as Day });
    from = (hole.to + 1) as Day;
  }
  if (from <= span.to) rest.push({ from, to: span.to });
  return rest;
}

/** The span that holds the day, or null. Sorted and disjoint spans. */
export function spanAt(spans: readonly DaySpan[], wanted: Day): DaySpan | null {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return null;
    if (span.to < wanted) low = middle + 1;
    else if (span.from > wanted) high = middle - 1;
    else return span;
  }
  return null;
}

/** Number of days in sorted, disjoint spans. */
export function countDays(spans: readonly DaySpan[]): number {
  return spans.reduce((days, span) => days + span.to - span.from + 1, 0);
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
