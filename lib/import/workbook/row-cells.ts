import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import type { TableRow } from "../table";
import { dateText, numberText } from "./cell-text";
import type { DateStyle } from "./date-styles";
import { type QuickCell, readQuickCell } from "./quick-cell";
import { cellTextOf, richText } from "./xml-text";

/** What the cells of a sheet refer to. */
export type Lookups = {
  strings: readonly string[];
  dateStyles: readonly DateStyle[];
  from1904: boolean;
};

const LETTER_A = 64;

/**
 * A <row> element as a row of text; `before`: the number of the row above, for sheets that leave the
 * numbers out. Empty cells at the end are no columns. Throws ImportRefused for a row that goes back
 * and for a filled cell beyond LIMITS.columns.
 */
export function rowCells(xml: string, before: number, lookups: Lookups): TableRow {
  const tagEnd = xml.indexOf(">");
  const tag = xml.slice(0, tagEnd);
  const rowNo = Number(attribute(tag, "r") ?? before + 1);
  if (!Number.isInteger(rowNo) || rowNo <= before) throw new ImportRefused({ code: "brokenFile" });
  if (rowNo > LIMITS.sheetRows) {
    throw new ImportRefused({ code: "tooManyRows", limit: LIMITS.sheetRows });
  }
  const row: TableRow & { formulas?: number[] } = { rowNo, cells: [] };
  if (/^(?:1|true)$/.test(attribute(tag, "hidden") ?? "")) row.hidden = true;
  readCells(xml, tagEnd, lookups, row);
  return row;
}

function readCells(
  xml: string,
  from: number,
  lookups: Lookups,
  row: TableRow & { formulas?: number[] },
): void {
  let column = -1;
  for (let at = nextCell(xml, from); at >= 0; ) {
    if (readQuickCell(xml, at, QUICK)) {
      column = QUICK.column;
      place(row.cells, column, quickText(QUICK, lookups));
      at = nextCell(xml, QUICK.end);
      continue;
    }
    const cell = cellAt(xml, at);
    column = columnOf(cell.tag) ?? column + 1;
    if (cell.formula) {
      row.formulas ??= [];
      row.formulas.push(column);
    }
    const text = textOf(cell, lookups);
    place(row.cells, column, text);
    at = nextCell(xml, cell.end);
  }
}

/** One for all cells: it is read and used up before the next. */
const QUICK: QuickCell = { column: 0, style: -1, shared: false, value: "", end: 0 };

function quickText({ style, shared, value }: QuickCell, lookups: Lookups): string {
  return shared ? sharedString(lookups.strings, value) : storedNumber(value, style, lookups);
}

function storedNumber(value: string, style: number, { dateStyles, from1904 }: Lookups): string {
  const shown = dateStyles[style] ?? null;
  return shown === null ? numberText(value) : dateText(value, from1904, shown === "moment");
}

type CellXml = { tag: string; inner: string; formula: boolean; end: number };

function nextCell(xml: string, from: number): number {
  if (xml.startsWith("<c ", from)) return from;
  for (let at = xml.indexOf("<c", from); at >= 0; at = xml.indexOf("<c", at + 2)) {
    const after = xml[at + 2];
    if (after === " " || after === ">" || after === "/" || after === "\n") return at;
  }
  return -1;
}

function cellAt(xml: string, at: number): CellXml {
  const tagEnd = xml.indexOf(">", at);
  if (tagEnd < 0) throw new ImportRefused({ code: "brokenFile" });
  const tag = xml.slice(at, tagEnd);
  if (tag.endsWith("/")) return { tag, inner: "", formula: false, end: tagEnd + 1 };
  const end = xml.indexOf("</c>", tagEnd);
  if (end < 0) throw new ImportRefused({ code: "brokenFile" });
  const inner = xml.slice(tagEnd + 1, end);
  return { tag, inner, formula: inner.includes("<f"), end: end + 4 };
}

function textOf({ tag, inner, formula }: CellXml, lookups: Lookups): string {
  if (inner === "") return "";
  const type = attribute(tag, "t");
  if (type === "inlineStr") return richText(inner);
  const value = storedValue(inner);
  // A program that cannot calculate wrote the formula; what it would be is not ours to say.
  if (value === "") return formula ? "#CALC!" : "";
  switch (type) {
    case "s":
      return sharedString(lookups.strings, value);
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "str":
    case "e":
    case "d":
      return cellTextOf(value);
    default:
      return storedNumber(value, Number(attribute(tag, "s") ?? -1), lookups);
  }
}

function storedValue(inner: string): string {
  const at = inner.indexOf("<v");
  if (at < 0) return "";
  const start = inner.indexOf(">", at) + 1;
  const end = inner.indexOf("</v>", start);
  return end < 0 ? "" : inner.slice(start, end);
}

function sharedString(strings: readonly string[], value: string): string {
  const text = strings[Number(value)];
  if (text === undefined) throw new ImportRefused({ code: "brokenFile" });
  return text;
}

function place(cells: string[], column: number, text: string): void {
  if (text === "") return;
  if (column >= LIMITS.columns) {
    const columns = column + 1;
    throw new ImportRefused({ code: "tooManyColumns", columns, limit: LIMITS.columns });
  }
  while (cells.length < column) cells.push("");
  cells[column] = text;
}

/** 0-based, by the letters of the reference; null where the cell has none. */
function columnOf(tag: string): number | null {
  const reference = attribute(tag, "r");
  if (reference === null) return null;
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - LETTER_A;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}

/** An attribute of a start tag; null where it has none. Searching is many times faster here than a pattern. */
function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}=`);
  if (at < 0) return null;
  const start = at + name.length + 3;
  const quote = tag[start - 1];
  if (quote === undefined) return null;
  const end = tag.indexOf(quote, start);
  return end < 0 ? null : tag.slice(start, end);
}
