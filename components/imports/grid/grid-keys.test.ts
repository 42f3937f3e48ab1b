import fc from "fast-check";
import { expect, test } from "vitest";
import { columnName } from "./column-name";
import { moved, nextCell } from "./grid-keys";

const EXTENT = { rows: 100, columns: 5, page: 20 };
const press = (key: string, control = false, from = { row: 10, column: 2 }) =>
  moved(from, { key, control }, EXTENT);

test.each([
  ["ArrowDown", false, { row: 11, column: 2 }],
  ["ArrowLeft", false, { row: 10, column: 1 }],
  ["ArrowLeft", true, { row: 10, column: -1 }],
  ["ArrowDown", true, { row: 99, column: 2 }],
  ["PageDown", false, { row: 30, column: 2 }],
  ["PageUp", false, { row: 0, column: 2 }],
  ["Home", false, { row: 10, column: -1 }],
  ["Home", true, { row: 0, column: -1 }],
  ["End", false, { row: 10, column: 4 }],
  ["End", true, { row: 99, column: 4 }],
])("%s with control %s leads where a spreadsheet's cursor goes", (key, control, place) => {
  expect(press(key, control)).toEqual(place);
});

test("other keys do not move", () => {
  expect(press("a")).toBeNull();
  expect(press("Enter")).toBeNull();
});

test("no key leads out of the grid", () => {
  const key = fc.constantFrom("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageDown", "End");
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.boolean()), { maxLength: 300 }), (keys) => {
      let place = { row: 0, column: 0 };
      for (const [one, control] of keys) place = press(one, control, place) ?? place;
      expect(place.row >= 0 && place.row < 100).toBe(true);
      expect(place.column >= -1 && place.column < 5).toBe(true);
    }),
  );
});

test("Tab goes on in the order of reading and stops at the ends", () => {
  expect(nextCell({ row: 0, column: 4 }, false, EXTENT)).toEqual({ row: 1, column: 0 });
  expect(nextCell({ row: 1, column: 0 }, true, EXTENT)).toEqual({ row: 0, column: 4 });
  expect(nextCell({ row: 99, column: 4 }, false, EXTENT)).toEqual({ row: 99, column: 4 });
  expect(nextCell({ row: 0, column: 0 }, true, EXTENT)).toEqual({ row: 0, column: 0 });
});

test("columns are called as spreadsheets call them", () => {
  expect([0, 4, 25, 26, 27, 255].map(columnName)).toEqual(["A", "E", "Z", "AA", "AB", "IV"]);
});
