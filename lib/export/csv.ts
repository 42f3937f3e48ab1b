import { type Day, formatDay } from "@/lib/civil-date/day";
import { cleanText } from "./clean-text";
import type { ColumnKind, ExportCell, ExportTable } from "./table";

const BYTE_ORDER_MARK = "\uFEFF";
const ENCODER = new TextEncoder();

/**
 * A table as CSV for spreadsheets of the region: UTF-8 with a byte order mark, semicolons, CRLF,
 * ISO dates, guarded against formulas. Cancelling the stream ends the rows.
 */
export function writeCsv(table: ExportTable): ReadableStream<Uint8Array> {
  const lines = csvLines(table);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}

async function* csvLines({ columns, rows }: ExportTable): AsyncGenerator<Uint8Array> {
  yield encodeLine(
    columns.map(({ heading }) => textCell(heading)),
    BYTE_ORDER_MARK,
  );
  for await (const row of rows) {
    yield encodeLine(columns.map(({ kind }, i) => cellOf(kind, row[i] ?? null)));
  }
}

function encodeLine(cells: readonly string[], prefix = ""): Uint8Array {
  return ENCODER.encode(`${prefix}${cells.join(";")}\r\n`);
}

function cellOf(kind: ColumnKind, cell: ExportCell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return textCell(cell);
  return kind === "day" ? formatDay(cell as Day) : String(cell);
}

function textCell(text: string): string {
  const clean = cleanText(text);
  return /[;"\r\n]|^\s|\s$/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean;
}
