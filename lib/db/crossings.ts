import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { Direction } from "@/lib/compliance/facts";
import { dayFromColumn } from "./day-column";
import type { Tx } from "./in-institution";

/** A crossing with where it came from: file and row of the import, where it came from one. */
export type CrossingRecord = {
  /** The engine's ref. */
  ref: string;
  day: Day;
  /** Minute of the day; null where the source gives only the date. */
  minute: number | null;
  direction: Direction;
  checkpoint: string;
  documentNo: string;
  source: { importId: string; fileName: string; row: number | null } | null;
};

type Row = {
  ref: string;
  day: Date;
  minute: number | null;
  direction: Direction;
  checkpoint: string;
  documentNo: string;
  importId: string | null;
  importRow: number | null;
  fileName: string | null;
};

/** All crossings of a student, oldest first. */
export async function listCrossings(tx: Tx, studentId: number): Promise<CrossingRecord[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.id::text as ref, c.day, c.minute, c.direction, c.checkpoint,
      c.document_no as "documentNo", c.import_id as "importId", c.import_row as "importRow",
      i.file_name as "fileName"
    from crossing c
    left join import i on i.institution_id = c.institution_id and i.id = c.import_id
    where c.institution_id = current_setting('sanak.institution')::uuid
      and c.student_id = ${studentId}
    order by c.day, c.minute nulls first, c.id`;
  return rows.map(({ importId, importRow, fileName, day, ...crossing }) => ({
    ...crossing,
    day: dayFromColumn(day),
    source: importId === null ? null : { importId, fileName: fileName ?? "", row: importRow },
  }));
}
