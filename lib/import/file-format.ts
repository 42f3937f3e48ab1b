export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1251",
  "ibm866",
  "koi8-r",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [";", ",", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A sheet of a workbook; rows: how many hold anything, null where the sheet is too large to count beforehand. */
export type SheetTold = { name: string; rows: number | null; hidden: boolean };

/** How a file was read, and what is to be told of it. */
export type FileFormat =
  | {
      type: "csv";
      encoding: Encoding;
      delimiter: Delimiter;
      /** The first decoded lines, shortened; those with letters beyond ASCII before the others. */
      sample: readonly string[];
    }
  | {
      type: "xlsx";
      sheet: string;
      sheets: readonly SheetTold[];
      /** Columns that the sheet does not show, 0-based; they are read all the same. */
      hiddenColumns: readonly number[];
      /** Formulas of the workbook point into other files; these are never opened. */
      externalLinks: boolean;
      /** Merged cells ("A5:A7"), of which only the first has a value; the first hundred. */
      mergedAreas: readonly string[];
    };

/** Where the bytes of a file are; read more than once, never held whole as text. */
export type ImportSource = { bytes: Uint8Array } | { path: string };
