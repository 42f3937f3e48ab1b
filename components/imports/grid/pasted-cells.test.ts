import fc from "fast-check";
import { expect, test } from "vitest";
import { pastedCells } from "./pasted-cells";

test.each([
  ["one cell", "entry", [["entry"]]],
  ["nothing", "", [[""]]],
  [
    "cells of two lines, as Excel ends them",
    "a\tb\r\nc\td\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  ["lines without an end", "a\nb", [["a"], ["b"]]],
  [
    "empty cells",
    "\t\n\t",
    [
      ["", ""],
      ["", ""],
    ],
  ],
  ["a line break and a tab within quotes", '"a\nb"\t"c\td"', [["a\nb", "c\td"]]],
  ["a doubled quotation mark", '"say ""yes"""', [['say "yes"']]],
  ["a quotation mark that begins no quotes", '"a" b\t5"', [['"a" b', '5"']]],
  ["quotes that never end", '"a\tb', [['"a', "b"]]],
])("%s", (_, text, cells) => {
  expect(pastedCells(text)).toEqual(cells);
});

const quoted = (cell: string) =>
  /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

test("what a spreadsheet writes comes back cell for cell", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "Ө", '"', "\t", "\n", " "), maxLength: 6 });
  const line = fc.array(cell, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const text = lines.map((cells) => `${cells.map(quoted).join("\t")}\r\n`).join("");
      expect(pastedCells(text)).toEqual(lines);
    }),
    { seed: 20251115 },
  );
});
