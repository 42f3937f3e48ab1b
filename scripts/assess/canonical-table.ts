import { basename } from "node:path";
import { openTable } from "@/lib/import/open-table";
import { ImportRefused, type Refusal } from "@/lib/import/refusal";
import { oneByOne, type TableRow } from "@/lib/import/table";
import type { Problem } from "./problems";

/** One row of a canonical file by column; columns that the file does not have are "". */
export type CanonicalRow = { ref: string; cell: (column: string) => string };

export type Complain = (text: string) => null;

/** What a row is read with; it complains of what it cannot use. */
export type RowReader = (row: CanonicalRow, complain: Complain) => void;

/**
 * Reads a canonical file row by row: UTF-8, comma or semicolon, one header row. Each of `columns` must
 * be there, or one of several ("student_no|document_no"); other columns are passed over. Returns
 * everything that is wrong with the file.
 */
export async function readCanonical(
  path: string,
  columns: readonly string[],
  read: RowReader,
): Promise<Problem[]> {
  const file: CanonicalFile = { name: basename(path), problems: [] };
  try {
    await readInto(file, path, columns, read);
  } catch (error) {
    complain(file, rowOf(error), reasonOf(error));
  }
  return file.problems;
}

type CanonicalFile = { name: string; problems: Problem[] };

async function readInto(
  file: CanonicalFile,
  path: string,
  columns: readonly string[],
  read: RowReader,
): Promise<null> {
  const table = await openTable({ path });
  if ("refused" in table) return complain(file, null, wordsFor(table.refused));
  const { format } = table;
  if (format.type !== "csv") return complain(file, null, "not a CSV file");
  if (format.encoding !== "utf-8") return complain(file, null, "not UTF-8");
  const rows = filled(oneByOne(table.batches()));
  const head = await rows.next();
  if (head.done) return complain(file, null, "the file is empty");
  const header = head.value.cells.map((cell) => cell.trim().toLowerCase());
  if (!isUsableHeader(file, head.value.rowNo, header, columns)) return null;
  const places = new Map(header.map((name, index) => [name, index]));
  for await (const { rowNo, cells } of rows) {
    const complainOfRow = (text: string) => complain(file, rowNo, text);
    if (cells.length === header.length) {
      const cell = (column: string) => cells[places.get(column) ?? -1]?.trim() ?? "";
      read({ ref: `${file.name}:${rowNo}`, cell }, complainOfRow);
    } else {
      complainOfRow(`${cells.length} cells, but the header has ${header.length}`);
    }
  }
  return null;
}

async function* filled(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
  for await (const row of rows) {
    if (row.cells.some((cell) => cell.trim() !== "")) yield row;
  }
}

function isUsableHeader(
  file: CanonicalFile,
  row: number,
  header: readonly string[],
  columns: readonly string[],
): boolean {
  for (const wanted of columns) {
    const names = wanted.split("|");
    const found = header.filter((name) => names.includes(name));
    if (found.length === 0) complain(file, row, `no column ${names.join(" or ")}`);
    if (new Set(found).size < found.length) {
      complain(file, row, `two columns ${names.join(" or ")}`);
    }
  }
  return file.problems.length === 0;
}

function complain(file: CanonicalFile, row: number | null, text: string): null {
  file.problems.push({ where: file.name, row, text });
  return null;
}

function rowOf(error: unknown): number | null {
  return error instanceof ImportRefused && "row" in error.refusal ? error.refusal.row : null;
}

function reasonOf(error: unknown): string {
  if (error instanceof ImportRefused) return wordsFor(error.refusal);
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "no such file";
  if (code === "EISDIR") return "a folder, not a file";
  if (code === "EACCES") return "the file may not be read";
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "not UTF-8";
  throw error;
}

function wordsFor(refusal: Refusal): string {
  switch (refusal.code) {
    case "emptyFile":
    case "blankFile":
    case "noRows":
      return "the file is empty";
    case "unknownEncoding":
      return "not UTF-8";
    case "unclosedQuote":
      return "a quotation mark is opened and never closed";
    case "recordTooLong":
      return "the row is too long";
    case "tooLarge":
      return "the file is too large";
    default:
      return "not a CSV file";
  }
}
