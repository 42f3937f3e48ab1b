/** How the cells of a column are written: text, a number, or a civil day (cells hold a Day). */
export type ColumnKind = "text" | "number" | "day";

/** width in characters; left out: by kind and heading. */
export type ExportColumn = { heading: string; kind: ColumnKind; width?: number };

/** null: an empty cell. In a column of days a number is a Day. */
export type ExportCell = string | number | null;

/** `name` is the sheet's: at most 31 letters, none of []:*?/\ are kept. Rows are pulled one by one. */
export type ExportTable = {
  name: string;
  columns: readonly ExportColumn[];
  rows: Iterable<readonly ExportCell[]> | AsyncIterable<readonly ExportCell[]>;
};
