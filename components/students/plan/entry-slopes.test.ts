import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import type { EntryDay, StayLength } from "@/lib/compliance/entry-calendar";
import { type EntrySlope, entrySlopes } from "./entry-slopes";

const START = day("2025-11-15");

function calendar(stays: readonly StayLength[]): EntryDay[] {
  return stays.map((stay, index) => ({
    day: addDays(START, index),
    stay,
    bindsBy: stay === "unlimited" || stay === "unknown" ? null : "rolling",
  }));
}

/** The longest stay of each day of a slope. */
function daysOf({ from, to, first, last }: EntrySlope): [Day, StayLength][] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const stay =
      typeof first === "number" && typeof last === "number"
        ? first + Math.sign(last - first) * index
        : first;
    return [addDays(from, index), stay];
  });
}

describe("a year of entries as slopes", () => {
  test("says of every day what the calendar says of it", () => {
    const stays = fc.array(
      fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom<StayLength>("unlimited", "unknown")),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(stays, (lengths) => {
        const days = calendar(lengths);
        const told = entrySlopes(days).flatMap(daysOf);
        expect(told).toEqual(days.map(({ day: on, stay }) => [on, stay]));
      }),
    );
  });

  test("tells closed days, then a stay that grows by a day each day, then the same for ever", () => {
    const slopes = entrySlopes(calendar([0, 0, 1, 2, 3, 3, 3]));
    expect(slopes.map(({ first, last }) => [first, last])).toEqual([
      [0, 0],
      [1, 3],
      [3, 3],
    ]);
  });
});
