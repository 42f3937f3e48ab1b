import { type ColumnDef, writeXlsxStream } from "hucre/xlsx";
import { cleanText } from "./clean-text";
import type { ColumnKind, ExportCell, ExportColumn, ExportTable } from "./table";

/** Serial number of 1970-01-01 in the calendar of spreadsheets (right from March 1900 on). */
const EPOCH_SERIAL = 25_569;
const DAY_FORMAT = "dd.mm.yyyy";
const SHEET_NAME_LENGTH = 31;
const WIDTH: Readonly<Record<ColumnKind, number>> = { text: 18, number: 10, day: 12 };

/**
 * A table as a workbook of one sheet (Office Open XML): the header frozen, days as real dates, text
 * always as text and guarded against formulas, also for when it is saved as CSV. Streams: memory
 * does not grow with the rows. A sheet past 1,048,576 rows goes on in the next, under the same header.
 */
export function writeWorkbook(table: ExportTable): ReadableStream<Uint8Array> {
  return writeXlsxStream(cellRows(table), {
    name: sheetName(table.name),
    columns: table.columns.map(columnOf),
    freezePane: { rows: 1 },
  });
}

function columnOf({ heading, kind, width }: ExportColumn): ColumnDef {
  return {
    header: workbookText(heading),
    width: width ?? Math.max(WIDTH[kind], heading.length + 2),
    ...(kind === "day" ? { numFmt: DAY_FORMAT } : {}),
  };
}

async function* cellRows({
  columns,
  rows,
}: ExportTable): AsyncGenerator<(string | number | null)[]> {
  for await (const row of rows) yield columns.map(({ kind }, i) => cellOf(kind, row[i] ?? null));
}

function cellOf(kind: ColumnKind, cell: ExportCell): string | number | null {
  if (typeof cell === "string") return cell === "" ? null : workbookText(cell);
  return cell !== null && kind === "day" ? cell + EPOCH_SERIAL : cell;
}

/** A telephone number runs nothing, and a cell that says it is text keeps its plus without a guard. */
const TELEPHONE = /^\+\d[\d ()-]*$/;

/** Readers take _xHHHH_ for a letter's number. */
function workbookText(text: string): string {
  return TELEPHONE.test(text) ? text : cleanText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

function sheetName(name: string): string {
  const allowed = name
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'|'$/g, " ")
    .trim();
  return allowed.slice(0, SHEET_NAME_LENGTH) || "1";
}
