import type { GridRow } from "@/lib/db/import/grid-words";
import type { Place } from "./grid-keys";
import { pastedCells } from "./pasted-cells";

/** As many cells as can be mended at once, and as long as they may be. */
export const MOST_PASTED = 1000;
const LONGEST = 2000;
/** A longer text is not looked at. */
const MOST_LETTERS = 1_000_000;

export type PastedCell = { rowNo: number; column: number; text: string };
export type PasteRefusal = "beyond" | "tooLarge";

/** The block of cells that a text is, laid on the grid from a place on. */
export type Block = { lines: string[][]; row: number; column: number };

/** A text from the clipboard as a block, or why it cannot be pasted there: nothing is cut off without a word. */
export function blockOf(
  text: string,
  at: Place,
  extent: { rows: number; columns: number },
): Block | PasteRefusal {
  if (text.length > MOST_LETTERS) return "tooLarge";
  const lines = pastedCells(text);
  const [row, column] = [at.row, Math.max(0, at.column)];
  const width = Math.max(...lines.map((cells) => cells.length));
  if (row + lines.length > extent.rows || column + width > extent.columns) return "beyond";
  const isTooLong = lines.some((cells) => cells.some((cell) => cell.length > LONGEST));
  return isTooLong || lines.length > MOST_PASTED ? "tooLarge" : { lines, row, column };
}

/** The cells of a block that are others than those of the rows on which it is laid. */
export function changedCells(
  { lines, column }: Block,
  rows: readonly GridRow[],
): PastedCell[] | PasteRefusal {
  const changed = rows.flatMap(({ rowNo, cells }, at) =>
    (lines[at] ?? []).flatMap((text, right): PastedCell[] =>
      text === (cells[column + right] ?? "") ? [] : [{ rowNo, column: column + right, text }],
    ),
  );
  return changed.length > MOST_PASTED ? "tooLarge" : changed;
}

/** A row as it will be with other texts in its cells, until it is fetched. */
export function withTexts(
  row: GridRow,
  texts: readonly Pick<PastedCell, "column" | "text">[],
): GridRow {
  const cells = [...row.cells];
  for (const { column, text } of texts) {
    while (cells.length < column) cells.push("");
    cells[column] = text;
  }
  return { ...row, cells, unchecked: true };
}
