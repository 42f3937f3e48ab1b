export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251" | "ibm866";
export type Delimiter = "," | ";" | "\t";

/** How a file was read. */
export type FileFormat =
  | { type: "csv"; encoding: Encoding; delimiter: Delimiter }
  | { type: "xlsx"; sheet: string };

/** Where the bytes of a file are; read more than once, never held whole as text. */
export type ImportSource = { bytes: Uint8Array } | { path: string };
