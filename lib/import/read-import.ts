import { type Answers, NO_ANSWERS } from "./answers";
import type { Facts } from "./facts";
import { type ImportKind, requirementsOf } from "./fields";
import type { FileFormat, ImportSource } from "./file-format";
import { checkHeader } from "./header/check-header";
import { type ColumnReading, readColumns } from "./header/read-columns";
import { type Headed, readHead } from "./header/read-head";
import type { Mapping } from "./header-mapping";
import type { ImportOptions } from "./import-options";
import type { MendHits } from "./mender";
import { openTable } from "./open-table";
import { ImportRefused, type Refusal } from "./refusal";
import type { Recalled } from "./remembered-mapping";
import type { ImportRow } from "./row-issue";
import { factRows } from "./rows/fact-rows";
import { oneByOne } from "./table";

export type { ColumnReading };

/** How a file was read, with what stands above its heading and how many rows that takes. */
export type ReadFormat = FileFormat &
  Pick<Headed, "titles" | "headerRows"> & {
    /** The dormitory of all rows is the one that a title names. */
    dormitoryFromTitle: boolean;
  };

export type OpenedImport<T> = {
  format: ReadFormat;
  header: readonly string[];
  headerRowNo: number;
  mapping: Mapping;
  /** What each column was taken for, and how sure that is. */
  columns: readonly ColumnReading[];
  /** The earlier file's mapping that was used, or null. */
  recalled: Recalled | null;
  /** What was answered about the file, also by the earlier one. */
  answers: Answers;
  /** Columns that are not read though they have a heading, 0-based. */
  unmapped: readonly number[];
  /** Every row after the header that is not blank; each call begins anew. Throws ImportRefused on a fault further down. */
  batches: () => AsyncGenerator<readonly ImportRow<T>[]>;
  /** The same one by one. */
  rows: () => AsyncGenerator<ImportRow<T>>;
  /** Of the last pass over the rows, once it is done: how many cells or rows each act of mending changed. */
  mendHits: () => ReadonlyMap<number, number>;
};

export type RefusedImport = {
  refused: Refusal;
  /** Where the file could be read as a table all the same: what a person may map by hand. */
  table: {
    format: ReadFormat;
    header: readonly string[];
    mapping: Mapping;
    columns: readonly ColumnReading[];
    recalled: Recalled | null;
    answers: Answers;
  } | null;
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
  const head = await readHead(oneByOne(table.batches()), options.kind, reading);
  if (!("header" in head)) {
    const format = { ...table.format, titles: [], headerRows: 1, dormitoryFromTitle: false };
    return { refused: head.refused, table: { format, header: [], ...NOTHING } };
  }
  const { header, titles, headerRows } = head;
  const { mapping, columns, recalled, answers, fromTitle } = readColumns(head, options);
  const format = { ...table.format, titles, headerRows, dormitoryFromTitle: fromTitle };
  const requirements = requirementsOf(options.kind, options.namesNeeded ?? true);
  const { constants } = answers;
  const read = { mapping, constants, isChosen: options.mapping !== undefined };
  const refused = checkHeader(head, options.kind, read, requirements);
  if (refused) return { refused, table: { format, header, mapping, columns, recalled, answers } };
  const columnsOfAll = whole(mapping, header.length);
  let hits: MendHits = new Map();
  const batches = () => {
    hits = new Map();
    return factRows(table, head, columnsOfAll, { ...options, answers }, hits);
  };
  return {
    format,
    header,
    headerRowNo: head.headerRowNo,
    mapping,
    columns,
    recalled,
    answers,
    unmapped: unmappedOf(head, mapping),
    batches,
    rows: () => oneByOne(batches()),
    mendHits: () => hits,
  };
}

/** Of a file in which no heading was found. */
const NOTHING = { mapping: [], columns: [], recalled: null, answers: NO_ANSWERS };

/** A person may name the first columns only. */
function whole(mapping: Mapping, width: number): Mapping {
  return Array.from({ length: width }, (_, column) => mapping[column] ?? null);
}

function unmappedOf({ header }: Headed, mapping: Mapping): number[] {
  return header.flatMap((heading, column) => (heading !== "" && !mapping[column] ? [column] : []));
}
