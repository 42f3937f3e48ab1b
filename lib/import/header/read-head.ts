import type { ImportKind } from "../fields";
import { LIMITS } from "../limits";
import type { ReadingOptions } from "../reading-options";
import type { Refusal } from "../refusal";
import type { TableRow } from "../table";
import { type Heading, headingAt, likeliestHeading, rankHeading } from "./find-heading";
import { isData } from "./no-heading";

/** What stands above the heading: its row and its words. */
export type TitleRow = { rowNo: number; text: string };

/** The header and a few filled rows below it, for checks. */
export type Headed = {
  header: readonly string[];
  /** The last row of the heading; data begin below. */
  headerRowNo: number;
  /** 1, or 2 where two rows were joined; 0: there is none, and data begin with the first row that is no title. */
  headerRows: number;
  /** Filled rows above the heading, which are not read. */
  titles: readonly TitleRow[];
  next: readonly TableRow[];
};

const LOOK_AHEAD = 30;
const TITLE_LETTERS = 200;

/**
 * Finds the heading among the first filled rows: where a person said, else where the columns of the kind
 * are named best. Headings come without outer spaces, empty ones at the end left out. Where a person says so, or the
 * likeliest row is data, there is no heading: all its columns are nameless.
 */
export async function readHead(
  rows: AsyncGenerator<TableRow>,
  kind: ImportKind,
  options: ReadingOptions,
): Promise<Headed | { refused: Refusal }> {
  const filled = await firstFilled(rows, options.headerRow ?? 0);
  if (filled.length === 0) return { refused: { code: "noRows" } };
  const { headerRow, headerRows } = options;
  if (headerRows === 0) return headless(filled, headerRow ?? 0);
  const heading =
    headerRow === undefined
      ? likeliestHeading(kind, filled, headerRows)
      : headingAt(kind, filled, headerRow, headerRows);
  if (heading === null) return { refused: { code: "noRows" } };
  const first = filled[heading.at];
  const isFound = headerRow === undefined && headerRows === undefined && heading.rows === 1;
  return isFound && first && isData(first, filled[heading.at + 1])
    ? headless(filled, first.rowNo)
    : headed(filled, heading);
}

/** How likely rows are to be a table of the kind; 0 where there is nothing in them. */
export async function rankHead(
  rows: AsyncGenerator<TableRow>,
  kind: ImportKind | null,
): Promise<number> {
  const filled = await firstFilled(rows, 0);
  return kind === null ? Math.min(filled.length, 1) : rankHeading(kind, filled);
}

function headed(
  filled: readonly TableRow[],
  { header, at, rows }: Heading,
): Headed | { refused: Refusal } {
  if (header.length > LIMITS.columns) {
    return {
      refused: { code: "tooManyColumns", columns: header.length, limit: LIMITS.columns },
    };
  }
  return {
    header,
    headerRowNo: filled[at + rows - 1]?.rowNo ?? 0,
    headerRows: rows,
    titles: filled.slice(0, at).map(titleOf),
    next: filled.slice(at + rows),
  };
}

/** A table that begins with data in the row `from`, or below it where that one is blank. */
function headless(filled: readonly TableRow[], from: number): Headed | { refused: Refusal } {
  const at = filled.findIndex(({ rowNo }) => rowNo >= from);
  const rows = filled.slice(at);
  const [first] = at < 0 ? [] : rows;
  if (!first) return { refused: { code: "noRows" } };
  const columns = Math.max(...rows.map(({ cells }) => lastFilled(cells) + 1));
  if (columns > LIMITS.columns) {
    return { refused: { code: "tooManyColumns", columns, limit: LIMITS.columns } };
  }
  return {
    header: Array.from({ length: columns }, () => ""),
    headerRowNo: first.rowNo - 1,
    headerRows: 0,
    titles: filled.slice(0, at).map(titleOf),
    next: rows,
  };
}

const lastFilled = (cells: readonly string[]) => cells.findLastIndex((cell) => cell.trim() !== "");

function titleOf({ rowNo, cells }: TableRow): TitleRow {
  const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return { rowNo, text: words.join(" ").slice(0, TITLE_LETTERS) };
}

async function firstFilled(rows: AsyncGenerator<TableRow>, atLeastTo: number): Promise<TableRow[]> {
  const filled: TableRow[] = [];
  for await (const row of rows) {
    if (!isBlank(row.cells)) filled.push(row);
    // Beside a heading that was named far below, its own rows are enough.
    if (row.rowNo < atLeastTo && filled.length > LOOK_AHEAD) filled.shift();
    if (filled.length > LOOK_AHEAD && row.rowNo >= atLeastTo + LOOK_AHEAD) break;
  }
  return filled;
}

export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell.trim() !== "") return false;
  return true;
}
