import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "./day";
import { clipSpans, countDays, type DaySpan, mergeSpans, spanAt, subtractSpans } from "./day-range";

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 12 }))
    .map(([from, length]): DaySpan => ({ from: from as Day, to: (from + length) as Day })),
  { maxLength: 8 },
);

function daysOf(list: readonly DaySpan[]): number[] {
  const days = new Set<number>();
  for (const { from, to } of list) for (let d = Number(from); d <= to; d += 1) days.add(d);
  return [...days].sort((a, b) => a - b);
}

describe("spans of days, against sets of days", () => {
  it("merge to the same days, sorted, neither touching nor overlapping", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const merged = mergeSpans(list);
        expect(daysOf(merged)).toEqual(daysOf(list));
        expect(countDays(merged)).toBe(daysOf(list).length);
        merged.slice(1).forEach((span, index) => {
          expect(span.from).toBeGreaterThan((merged[index]?.to ?? 0) + 1);
        });
      }),
    );
  });

  it("subtract and clip to the days that a set leaves", () => {
    fc.assert(
      fc.property(spans, spans, fc.nat(90), fc.nat(90), (left, right, from, to) => {
        const [some, holes] = [mergeSpans(left), mergeSpans(right)];
        const gone = new Set(daysOf(holes));
        expect(daysOf(subtractSpans(some, holes))).toEqual(
          daysOf(some).filter((d) => !gone.has(d)),
        );
        expect(daysOf(clipSpans(some, from as Day, to as Day))).toEqual(
          daysOf(some).filter((d) => from <= d && d <= to),
        );
      }),
    );
  });

  it("find the span that holds a day", () => {
    fc.assert(
      fc.property(spans, fc.nat(100), (list, wanted) => {
        const found = spanAt(mergeSpans(list), wanted as Day);
        expect(found !== null).toBe(daysOf(list).includes(wanted));
        if (found) expect(found.from <= wanted && wanted <= found.to).toBe(true);
      }),
    );
  });
});
