import { expect, test } from "vitest";
import type { GridRow } from "@/lib/db/import/grid-words";
import { blockOf, changedCells, MOST_PASTED, withTexts } from "./paste-block";

const EXTENT = { rows: 10, columns: 3 };
const row = (rowNo: number, cells: string[]): GridRow => ({
  ...{ rowNo, outcome: "new", cells, original: [], issues: [] },
  ...{ studentId: null, studentName: null, leftOut: false, unchecked: false },
});

test("a block begins at the cell, or at the first of the row where its head has the cursor", () => {
  expect(blockOf("a\tb\nc\td", { row: 4, column: 1 }, EXTENT)).toEqual({
    lines: [
      ["a", "b"],
      ["c", "d"],
    ],
    row: 4,
    column: 1,
  });
  expect(blockOf("a", { row: 4, column: -1 }, EXTENT)).toMatchObject({ column: 0 });
});

test("what reaches beyond the last row or column is refused whole", () => {
  expect(blockOf("a\tb", { row: 0, column: 1 }, EXTENT)).toMatchObject({ column: 1 });
  expect(blockOf("a\tb", { row: 0, column: 2 }, EXTENT)).toBe("beyond");
  expect(blockOf("a\nb", { row: 8, column: 0 }, EXTENT)).toMatchObject({ row: 8 });
  expect(blockOf("a\nb", { row: 9, column: 0 }, EXTENT)).toBe("beyond");
});

test("a text that no cell takes, and more cells than are mended at once, are refused", () => {
  expect(blockOf("a".repeat(2000), { row: 0, column: 0 }, EXTENT)).toMatchObject({ row: 0 });
  expect(blockOf("a".repeat(2001), { row: 0, column: 0 }, EXTENT)).toBe("tooLarge");
  const rows = Array.from({ length: MOST_PASTED + 1 }, (_, at) => row(at + 2, [""]));
  const block = (count: number) => ({
    ...{ lines: Array.from({ length: count }, () => ["x"]), row: 0, column: 0 },
  });
  expect(changedCells(block(MOST_PASTED), rows)).toHaveLength(MOST_PASTED);
  expect(changedCells(block(MOST_PASTED + 1), rows)).toBe("tooLarge");
});

test("only cells that become others are mended; an empty text makes no cell where there is none", () => {
  const block = {
    lines: [
      ["a", "b", ""],
      ["", "y"],
    ],
    row: 0,
    column: 0,
  };
  expect(changedCells(block, [row(2, ["a", "x"]), row(3, ["z", "y"])])).toEqual([
    { rowNo: 2, column: 1, text: "b" },
    { rowNo: 3, column: 0, text: "" },
  ]);
  expect(withTexts(row(2, ["a"]), [{ column: 2, text: "c" }])).toMatchObject({
    cells: ["a", "", "c"],
    unchecked: true,
  });
});
