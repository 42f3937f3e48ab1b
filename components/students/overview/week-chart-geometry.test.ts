import { expect, test } from "vitest";
import { addDays, type Day, day, formatDay } from "@/lib/civil-date/day";
import { drawWeeks } from "./week-chart-geometry";

const MONDAY = day("2025-11-10");

function weeksOf(...counts: number[]) {
  let cumulated = 0;
  return counts.map((count, index) => {
    cumulated += count;
    return { monday: addDays(MONDAY, 7 * index), count, cumulated };
  });
}

test("each column stands on what came before, and the last one reaches the total", () => {
  const { columns, ticks } = drawWeeks(weeksOf(2, 0, 6), 100);
  expect(ticks.map(({ value }) => value)).toEqual([0, 2, 4, 6, 8]);
  expect(columns.map(({ before, added }) => [before.height, added.height])).toEqual([
    [0, 25],
    [25, 0],
    [25, 75],
  ]);
  for (const { before, added } of columns) {
    expect(before.y + before.height).toBeCloseTo(100);
    expect(added.y + added.height).toBeCloseTo(before.y);
  }
});

test("the columns share the width and do not touch", () => {
  const { columns } = drawWeeks(weeksOf(1, 1, 1, 1), 100);
  for (const [index, { left, width }] of columns.entries()) {
    expect(left).toBeGreaterThan(index * 25);
    expect(left + width).toBeLessThan((index + 1) * 25);
  }
});

test("months are named where their first week begins", () => {
  const from = (monday: Day) =>
    drawWeeks(
      weeksOf(...Array<number>(9).fill(1)).map((week, index) => ({
        ...week,
        monday: addDays(monday, 7 * index),
      })),
      100,
    ).months.map((month) => formatDay(month.monday));
  expect(from(day("2025-11-03"))).toEqual(["2025-11-03", "2025-12-01"]);
  // Three weeks of November are too few for its name.
  expect(from(day("2025-11-10"))).toEqual(["2025-12-01", "2026-01-05"]);
});

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [96, [0, 50, 100]],
  [4321, [0, 2000, 4000, 6000]],
])("a scale up to %i has few, round lines", (most, values) => {
  expect(drawWeeks(weeksOf(most), 100).ticks.map(({ value }) => value)).toEqual(values);
});

test("no weeks draw nothing", () => {
  expect(drawWeeks([], 100)).toMatchObject({ columns: [], months: [] });
});
