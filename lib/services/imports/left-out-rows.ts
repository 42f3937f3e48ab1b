import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/auth/permissions";
import { listImportRows, widestRow } from "@/lib/db/import/import-rows";
import {
  type ImportKind,
  type ImportRecord,
  type ImportTarget,
  STAYING_OUT,
} from "@/lib/db/import/import-words";
import { findImport } from "@/lib/db/import/imports";
import type { ImportRowRecord } from "@/lib/db/import/row-words";
import { gravestFirst } from "@/lib/db/import/severity";
import { inInstitution } from "@/lib/db/in-institution";
import { FILE_FORMATS } from "@/lib/export/file-formats";
import type { ExportTable } from "@/lib/export/table";
import { withoutGuard } from "@/lib/import/formula-guard";
import { type OwnHeadings, ownColumns } from "@/lib/import/own-headings";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { ownHeadings } from "./own-headings";

const PAGE = 1000;

/** Which import the rows are of. A command, because the audit keeps who took personal data out. */
const takeLeftOutRows = defineCommand({
  name: "imports.takeRows",
  permission: "imports:read",
  input: z.object({ importId: z.uuid() }),
  run: async (tx, { importId }) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    const { cells, uneven } = await widestRow(tx, importId, STAYING_OUT);
    const columns = record.format?.header.length ?? 0;
    const width = uneven ? Math.max(cells, columns + 1) : cells;
    return { result: { record, width }, audit: { entity: "import", id: importId } };
  },
});

async function* leftOutRows(actor: Actor, record: ImportRecord): AsyncGenerator<ImportRowRecord> {
  for (let after = 0; ; ) {
    const rows = await inInstitution(actor, (tx) =>
      listImportRows(tx, record, { outcomes: STAYING_OUT, after, limit: PAGE }),
    );
    yield* onceEach(rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.rowNo;
  }
}

/** A row that holds two crossings once, with all that is said of it, the gravest first. */
function onceEach(rows: readonly ImportRowRecord[]): ImportRowRecord[] {
  const once = new Map<number, ImportRowRecord>();
  for (const row of rows) {
    const before = once.get(row.rowNo);
    const issues = before ? gravestFirst([...before.issues, ...row.issues]) : row.issues;
    once.set(row.rowNo, { ...(before ?? row), issues });
  }
  return [...once.values()];
}

/** The words for what is no cell of the file. */
export type LeftOutWords = {
  row: string;
  reason: string;
  reasonOf: (row: ImportRowRecord) => string;
  /** The mark of a row with fewer cells than columns: to be deleted by who has put its values into their places. */
  short: (found: number, expected: number) => string;
  /** What a column without a heading is called: after what it is read as, or by its place (0-based) where it is not read. */
  column: (read: { kind: ImportKind; target: ImportTarget | null; place: number }) => string;
};

/**
 * The headings of the file. Columns of a table without any are called so that they are read as the same when it comes back: its rows are
 * not data then from the first one on.
 */
function headingsOf({ kind, format, mapping }: ImportRecord, words: LeftOutWords): string[] {
  return (format?.header ?? []).map((heading, place) => {
    const target = mapping?.[place] ?? null;
    const isNameless = heading === "" && (target !== null || format?.headerRows === 0);
    return isNameless ? words.column({ kind, target, place }) : heading;
  });
}

/** The mark of a row that was too short, or nothing. */
function markOf({ issues }: ImportRowRecord, { short }: LeftOutWords): string[] {
  return issues.flatMap(({ code, params }) => {
    const [found, expected] = [Number(params["found"]), Number(params["expected"])];
    return code === "rowLength" && found < expected ? [short(found, expected)] : [];
  });
}

/**
 * Cells beyond the heading stand behind the reason, without a heading: beyond it again when the file comes back, so that
 * values that may have shifted are never read unless a person has put them into their place. A row that was too short
 * has a mark there, for all rows of this file are filled up to the same length.
 */
function tableOf(
  { record, width }: { record: ImportRecord; width: number },
  rows: AsyncIterable<ImportRowRecord>,
  words: LeftOutWords,
  own: OwnHeadings,
) {
  const header = record.format?.header ?? [];
  // A file of such rows that came back has these two already.
  const added = ownColumns(header, own);
  const isOfFile = (_: unknown, column: number) => !added.has(column);
  const cellsOf = async function* () {
    for await (const row of rows) {
      // As read: the writer guards them anew, and a second apostrophe would be part of the value.
      const cells = row.cells.map(withoutGuard);
      const named = header.map((_, index) => cells[index] ?? "").filter(isOfFile);
      const beyond = [...cells.slice(header.length), ...markOf(row, words)];
      yield [...named, row.rowNo, words.reasonOf(row), ...beyond];
    }
  };
  return {
    name: "rows",
    columns: [
      ...headingsOf(record, words)
        .filter(isOfFile)
        .map((heading) => ({ heading, kind: "text" as const })),
      { heading: words.row, kind: "number" as const },
      { heading: words.reason, kind: "text" as const },
      ...Array.from({ length: Math.max(width - header.length, 0) }, () => ({
        heading: "",
        kind: "text" as const,
      })),
    ],
    rows: cellsOf(),
  } satisfies ExportTable;
}

/**
 * The rows that stay out: the file's own columns in their order, then row number and reason, then cells beyond the heading. To be
 * mended and uploaded. A workbook gives a workbook, whose cells are text: a spreadsheet would take the zeros off numbers in a CSV.
 */
export async function openLeftOutRows(
  actor: Actor,
  importId: string,
  words: LeftOutWords,
): Promise<{ fileName: string; contentType: string; content: ReadableStream<Uint8Array> }> {
  const taken = await takeLeftOutRows(actor, { importId });
  const own = await ownHeadings(taken.record.kind);
  const name = taken.record.fileName.replace(/\.[^.]*$/, "");
  const type = taken.record.format?.type ?? "csv";
  const { write, contentType } = FILE_FORMATS[type];
  return {
    fileName: `${name}-rows.${type}`,
    contentType,
    content: write(tableOf(taken, leftOutRows(actor, taken.record), words, own)),
  };
}
