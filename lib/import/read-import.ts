import type { Facts } from "./facts";
import { type Field, type ImportKind, requirementsOf } from "./fields";
import type { FileFormat, ImportSource } from "./file-format";
import { checkHeader } from "./header/check-header";
import { type Headed, readHead } from "./header/read-head";
import { type Mapping, mapHeader } from "./header-mapping";
import type { ImportOptions } from "./import-options";
import { openTable } from "./open-table";
import { ImportRefused, type Refusal } from "./refusal";
import type { ImportRow } from "./row-issue";
import { factRows } from "./rows/fact-rows";

/** How a file was read, with what stands above its heading and how many rows that takes. */
export type ReadFormat = FileFormat & Pick<Headed, "titles" | "headerRows">;

export type OpenedImport<T> = {
  format: ReadFormat;
  header: readonly string[];
  headerRowNo: number;
  mapping: Mapping;
  /** Columns that are not read though they have a heading, 0-based. */
  unmapped: readonly number[];
  /** Every row after the header that is not blank; each call begins anew. Throws ImportRefused on a fault further down. */
  rows: () => AsyncGenerator<ImportRow<T>>;
};

export type RefusedImport = {
  refused: Refusal;
  /** Where the file could be read as a table all the same: what a person may map by hand. */
  table: { format: ReadFormat; header: readonly string[]; mapping: Mapping } | null;
};

/**
 * Reads a file of a kind: recognised by content, decoded, its columns mapped; then row by row a fact
 * or all its issues, in bounded memory. The file is read from the beginning for each pass (encoding,
 * header, rows). Refusals are values; only a fault beyond the first rows throws, out of `rows`.
 */
export async function readImport<K extends ImportKind>(
  source: ImportSource,
  options: ImportOptions<K>,
): Promise<OpenedImport<Facts[K]> | RefusedImport> {
  try {
    return await open(source, options);
  } catch (error) {
    if (error instanceof ImportRefused) return { refused: error.refusal, table: null };
    throw error;
  }
}

async function open<K extends ImportKind>(
  source: ImportSource,
  options: ImportOptions<K>,
): Promise<OpenedImport<Facts[K]> | RefusedImport> {
  const reading = options.reading ?? {};
  const table = await openTable(source, options.kind, reading);
  if ("refused" in table) return { refused: table.refused, table: null };
  const head = await readHead(table.rows(), options.kind, reading);
  if (!("header" in head)) {
    const format = { ...table.format, titles: [], headerRows: 1 };
    return { refused: head.refused, table: { format, header: [], mapping: [] } };
  }
  const { header, titles, headerRows } = head;
  const format = { ...table.format, titles, headerRows };
  const mapping = options.mapping ?? mapHeader(options.kind, header);
  const requirements = requirementsOf(options.kind, options.namesNeeded ?? true);
  const refused = checkHeader(head, options.kind, mapping, requirements);
  if (refused) return { refused, table: { format, header, mapping } };
  return {
    format,
    header,
    headerRowNo: head.headerRowNo,
    mapping,
    unmapped: unmappedOf(head, mapping),
    rows: () => factRows(table, head, columnsOf(mapping), options),
  };
}

function columnsOf(mapping: Mapping): ReadonlyMap<Field, number> {
  return new Map(mapping.flatMap((field, column) => (field ? [[field, column] as const] : [])));
}

function unmappedOf({ header }: Headed, mapping: Mapping): number[] {
  return header.flatMap((heading, column) => (heading !== "" && !mapping[column] ? [column] : []));
}
