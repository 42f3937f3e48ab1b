import type { ImportKind } from "../fields";
import { LIMITS } from "../limits";
import type { ReadingOptions } from "../reading-options";
import type { Refusal } from "../refusal";
import type { TableRow } from "../table";
import { type Heading, headingAt, likeliestHeading, rankHeading } from "./find-heading";

/** What stands above the heading: its row and its words. */
export type TitleRow = { rowNo: number; text: string };

/** The header and a few filled rows below it, for checks. */
export type Headed = {
  header: readonly string[];
  /** The last row of the heading; data begin below. */
  headerRowNo: number;
  /** 1, or 2 where two rows were joined. */
  headerRows: number;
  /** Filled rows above the heading, which are not read. */
  titles: readonly TitleRow[];
  next: readonly TableRow[];
};

const LOOK_AHEAD = 30;
const TITLE_LETTERS = 200;

/**
 * Finds the heading among the first filled rows: where a person said, else where the columns of the kind
 * are named best. Headings come without outer spaces, empty ones at the end left out.
 */
export async function readHead(
  rows: AsyncGenerator<TableRow>,
  kind: ImportKind,
  options: ReadingOptions,
): Promise<Headed | { refused: Refusal }> {
  const filled = await firstFilled(rows, options.headerRow ?? 0);
  if (filled.length === 0) return { refused: { code: "noRows" } };
  const heading =
    options.headerRow === undefined
      ? likeliestHeading(kind, filled, options.headerRows)
      : headingAt(kind, filled, options.headerRow, options.headerRows);
  return heading === null ? { refused: { code: "noRows" } } : headed(filled, heading);
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
