import { expect, test } from "vitest";
import { type GridRow, WINDOW } from "@/lib/db/import/grid-words";
import { findPlace, rowsFrom } from "./find-rows";

/** Rows 2, 4, 6 … as if a filter had let them through: two whole windows and one of three rows. */
const NUMBERS = Array.from({ length: 2 * WINDOW + 3 }, (_, place) => 2 * place + 2);
const row = (rowNo: number): GridRow => ({
  ...{ rowNo, outcome: "new", cells: [], original: [], issues: [] },
  ...{ studentId: null, studentName: null, leftOut: false, unchecked: false },
});
const anchors = [0, 1, 2].map((window) => NUMBERS[window * WINDOW] ?? 0);
const bring = async (window: number) =>
  NUMBERS.slice(window * WINDOW, (window + 1) * WINDOW).map(row);
const LAST = NUMBERS.length - 1;

test.each([
  ["the first", 2, { place: 0, rowNo: 2 }],
  ["one before all", 1, { place: 0, rowNo: 2 }],
  ["the last of a window", 2 * WINDOW, { place: WINDOW - 1, rowNo: 2 * WINDOW }],
  ["one between two windows", 2 * WINDOW + 1, { place: WINDOW, rowNo: 2 * WINDOW + 2 }],
  ["the first of a window", 2 * WINDOW + 2, { place: WINDOW, rowNo: 2 * WINDOW + 2 }],
  ["one that is not shown", 7, { place: 3, rowNo: 8 }],
  ["one behind all", 99_999, { place: LAST, rowNo: 2 * LAST + 2 }],
])("%s is found where it is, or would be", async (_, rowNo, found) => {
  expect(await findPlace(bring, anchors, rowNo)).toEqual(found);
});

test("where nothing is shown, or nothing comes, nothing is found", async () => {
  expect(await findPlace(async () => null, anchors, 7)).toBeNull();
  expect(await findPlace(async () => null, [], 7)).toBeNull();
});

test("rows are taken over the ends of windows, and none where they are not all there", async () => {
  const found = await rowsFrom(bring, WINDOW - 1, WINDOW + 2);
  expect(found?.map(({ rowNo }) => rowNo)).toEqual(NUMBERS.slice(WINDOW - 1, 2 * WINDOW + 1));
  expect(await rowsFrom(bring, LAST, 2)).toBeNull();
});
