import "server-only";
import type { Tx } from "../in-institution";
import type { ImportRecord } from "./import-words";

/** Rows of people whom the database does not know, told once for all of them. */
export type UnknownStudents = {
  /** The column by which the rows say whose they are, 0-based; null: several make it, or none. */
  column: number | null;
  /** The first rows, and whether there are others. */
  rows: number[];
  more: boolean;
  /** Different texts of the first rows in that column, a few. */
  examples: string[];
};

/** Of so many rows different texts are looked for: there may be a million. */
const LOOKED_AT = 200;
const SHOWN = 5;

/** The column by which a row says whose it is; null: several make it, or none. */
export function whoColumn({ mapping }: Pick<ImportRecord, "mapping">): number | null {
  const places = [mapping?.indexOf("student_no") ?? -1, mapping?.indexOf("document_no") ?? -1];
  return places.find((place) => place >= 0) ?? null;
}

/** The first rows of an import whose student is unknown; null: there are none. */
export async function findUnknownStudents(
  tx: Tx,
  record: Pick<ImportRecord, "id" | "counts" | "mapping">,
): Promise<UnknownStudents | null> {
  if (!record.counts?.unknownStudent) return null;
  const column = whoColumn(record);
  const rows = await tx.$queryRaw<{ rowNo: number; text: string | null }[]>`
    select r.row_no as "rowNo", left(r.cells::jsonb->>${column ?? -1}::int, 60) as text
    from import_row r
    where r.institution_id = current_institution() and r.import_id = ${record.id}::uuid
      and 'unknownStudent' = any(r.kinds) and r.outcome = 'unknownStudent'
    order by r.first_row, r.row_no, r.part limit ${LOOKED_AT}::int`;
  const numbers = [...new Set(rows.map(({ rowNo }) => rowNo))];
  const texts = column === null ? [] : rows.map(({ text }) => text?.trim() ?? "");
  return {
    column,
    rows: numbers.slice(0, SHOWN),
    more: numbers.length > SHOWN,
    examples: [...new Set(texts.filter((text) => text !== ""))].slice(0, SHOWN),
  };
}
