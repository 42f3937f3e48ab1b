import type { FileFormat } from "./file-format";

/**
 * Something that a person did to the rows of a file before it is written; the file itself stays as it is. `act` tells
 * the order in which it was done. Columns are 0-based; rows count from 1, the header included. `place` is what
 * placeOf gave for the file as the person saw it.
 */
export type Mend = { act: number; place: string } & (
  | {
      kind: "cell";
      rowNo: number;
      column: number;
      /** As the cell stands in the file; null: the row is too short to have it. */
      was: string | null;
      text: string;
    }
  | ({ kind: "replace" } & Replacement)
  | { kind: "leaveOut"; rowNo: number }
  /** What the row says (`text`) holds against what is recorded (`was`), both as the person saw them: decided in comparing. */
  | { kind: "takeFile"; rowNo: number; was: string; text: string }
);

export type Replacement = {
  /** Null: in every column. */
  column: number | null;
  /** Exactly these letters; "" stands for an empty cell, with `whole` alone. */
  find: string;
  /** The cell holds nothing else, outer spaces aside; else every place in a cell that has the letters. */
  whole: boolean;
  text: string;
};

/** The cells of a row that do not hold what the file has there, with what it has; null: no cell at all. */
export type Original = readonly (readonly [column: number, text: string | null])[];

/** In what of a file rows and columns have their numbers: a sheet of a workbook, or a text parted in one way. */
export function placeOf(
  format: { type: "csv"; delimiter?: string } | { type: "xlsx"; sheet?: string },
): string {
  return format.type === "csv" ? `csv ${format.delimiter ?? ""}` : `xlsx ${format.sheet ?? ""}`;
}

/** Where a file's rows may be shorter than the heading: a workbook leaves empty cells at the end out, a text does not. */
export function hasFixedWidth({ type }: Pick<FileFormat, "type">): boolean {
  return type === "csv";
}
