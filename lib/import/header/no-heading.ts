import { IMPORT_KINDS } from "../fields";
import type { TableRow } from "../table";
import { readHeading } from "./known-headings";
import { isDate, isWord } from "./value-evidence";

/** "25-0002", "N11111111", "AN 123 456", "+996 555 10 20 30": what stands in rows and over no column. */
const NUMBER = /^\p{L}{0,3}[\s+-]*\d[\d\s()/.-]+$/u;
const SHORTEST = 3;

const isValue = (cell: string) => cell.length >= SHORTEST && (NUMBER.test(cell) || isDate(cell));

/** «Въезд» may be a heading and is a word of rows, too. */
const isHeading = (cell: string) =>
  !isWord(cell) && IMPORT_KINDS.some((kind) => readHeading(kind, cell) !== null);

/**
 * Whether a row that would be the heading is a row of data: it names no column, and has dates or numbers where the row
 * below it, if there is one, has them too.
 */
export function isData(row: TableRow, below: TableRow | undefined): boolean {
  const cells = row.cells.map((cell) => cell.trim());
  if (cells.filter((cell) => cell !== "").length < 2 || cells.some(isHeading)) return false;
  return cells.some(
    (cell, column) =>
      isValue(cell) && (below === undefined || isValue(below.cells[column]?.trim() ?? "")),
  );
}
