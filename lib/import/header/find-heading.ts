import { type ImportKind, requirementsOf } from "../fields";
import { duplicatesIn, guessKind, looksLikeHeader, mapHeader, missingIn } from "../header-mapping";
import type { TableRow } from "../table";

/** A heading of one row or two, at a place among the rows looked at. */
export type Heading = { header: readonly string[]; at: number; rows: 1 | 2 };

/** How well a row serves as heading: the columns of the kind, of another kind, some headings, a table at least. */
const RANK = { complete: 4, anotherKind: 3, headings: 2, wide: 1, filled: 0 } as const;
const DIGIT = /\d/;

/** The first row that names the columns best, joined with the row below where the two are one heading. */
export function likeliestHeading(
  kind: ImportKind,
  rows: readonly TableRow[],
  height?: 1 | 2,
): Heading | null {
  let best: Heading | null = null;
  let highest = -1;
  for (const [at, { rowNo }] of rows.entries()) {
    const heading = headingAt(kind, rows, rowNo, height);
    if (heading === null) continue;
    const rank = rankOf(kind, heading.header);
    if (rank > highest) [best, highest] = [heading, rank];
    if (highest === RANK.complete) break;
    if (at > LAST_HEADING) break;
  }
  return best;
}

/** Titles take a few rows; what looks like a heading further down is data. */
const LAST_HEADING = 20;

/** How likely rows are to be a table of the kind: 0 without anything in them. */
export function rankHeading(kind: ImportKind, rows: readonly TableRow[]): number {
  const heading = likeliestHeading(kind, rows);
  return heading === null ? 0 : rankOf(kind, heading.header) + 1;
}

/** The heading that begins at a row, or null where that row is blank. */
export function headingAt(
  kind: ImportKind,
  rows: readonly TableRow[],
  rowNo: number,
  height?: 1 | 2,
): Heading | null {
  const at = rows.findIndex((row) => row.rowNo === rowNo);
  const first = rows[at];
  if (!first) return null;
  const header = headingsOf(first.cells);
  const second = rows[at + 1];
  if (height === 1 || !second || second.rowNo !== rowNo + 1) return { header, at, rows: 1 };
  const joined = joinedOf(kind, first.cells, second.cells);
  const together = height === 2 || belongTogether(kind, header, second.cells, joined);
  return together ? { header: joined, at, rows: 2 } : { header, at, rows: 1 };
}

function headingsOf(cells: readonly string[]): string[] {
  const headings = cells.map(headingOf);
  return headings.slice(0, headings.findLastIndex((heading) => heading !== "") + 1);
}

function headingOf(cell: string): string {
  return cell.replace(/\s+/g, " ").trim();
}

function rankOf(kind: ImportKind, header: readonly string[]): number {
  if (missingOf(kind, header) === 0) return RANK.complete;
  if (guessKind(header) !== null) return RANK.anotherKind;
  if (looksLikeHeader(kind, header)) return RANK.headings;
  return header.filter((heading) => heading !== "").length > 1 ? RANK.wide : RANK.filled;
}

function missingOf(kind: ImportKind, header: readonly string[]): number {
  return missingIn(mapHeader(kind, header), requirementsOf(kind, true)).length;
}

function readOf(kind: ImportKind, header: readonly string[]): number {
  return new Set(mapHeader(kind, header).filter((field) => field !== null)).size;
}

/**
 * Two rows as one heading: what stands in the upper one over several columns (merged cells) goes with each
 * of them, unless a column is known only without it ("Студент" over "Фамилия").
 */
function joinedOf(kind: ImportKind, upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length);
  let over = "";
  const pairs = Array.from({ length: width }, (_, column) => {
    const above = headingOf(upper[column] ?? "");
    const below = headingOf(lower[column] ?? "");
    if (above !== "" || below === "") over = above;
    return { above: over, below };
  });
  const whole = headingsOf(pairs.map(({ above, below }) => `${above} ${below}`));
  const short = headingsOf(pairs.map(({ above, below }) => below || above));
  const either = whole.map((heading, column) =>
    readOf(kind, [heading]) > 0 ? heading : (short[column] ?? ""),
  );
  return [either, short].reduce(
    (best, one) => (gainOf(kind, one) > gainOf(kind, best) ? one : best),
    whole,
  );
}

/** Columns known, less those that are known twice. */
function gainOf(kind: ImportKind, header: readonly string[]): number {
  return readOf(kind, header) - duplicatesIn(mapHeader(kind, header)).length * 2;
}

/** A line of words over the table, and no row of it. */
function isTitle(header: readonly string[]): boolean {
  return header.filter((heading) => heading !== "").length === 1;
}

/** Without digits, leaving cells empty, and making the heading richer, or no poorer where it names no columns by itself. */
function belongTogether(
  kind: ImportKind,
  header: readonly string[],
  lower: readonly string[],
  joined: readonly string[],
): boolean {
  if (lower.some((cell) => DIGIT.test(cell))) return false;
  if (missingOf(kind, headingsOf(lower)) === 0) return false;
  if (isTitle(header) && gainOf(kind, joined) <= gainOf(kind, headingsOf(lower))) return false;
  const gain = gainOf(kind, joined) - gainOf(kind, header);
  if (gain > 0) return true;
  const leavesEmpty = header.some((heading, column) => heading !== "" && !lower[column]?.trim());
  return gain === 0 && leavesEmpty && looksLikeHeader(kind, lower);
}
