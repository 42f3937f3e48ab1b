import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { Direction } from "@/lib/compliance/facts";
import { dayFromColumn } from "./day-column";
import type { Tx } from "./in-institution";

/** What a person of the office did to a crossing. `by` null: the system, or a user who is no more. */
export type Repair = { by: string | null; at: Date; reason: string };

/** File and row of the import that a fact came with; `row` null: not known which. */
export type ImportedFrom = { importId: string; fileName: string; row: number | null };

/** A crossing with where it came from: a file, the office, or both where a log holds what the office knew before. */
export type CrossingRecord = {
  /** The engine's ref. */
  ref: string;
  day: Day;
  /** Minute of the day; null where the source gives only the date. */
  minute: number | null;
  direction: Direction;
  checkpoint: string;
  documentNo: string;
  /** File and row of the import that holds it; null: no file does. */
  source: ImportedFrom | null;
  /** Entered by the office; null: it came with a file. */
  recorded: Repair | null;
  /** Set aside, and its import was taken back: no log says any more that it was. */
  leftover: boolean;
  /** Set aside: it is known, and counts for nothing; null: it counts. */
  setAside: Repair | null;
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
  recordedBy: string | null;
  recordedAt: Date | null;
  recordedReason: string;
  setAsideBy: string | null;
  setAsideAt: Date | null;
  setAsideReason: string;
  leftover: boolean;
};

function repair(by: string | null, at: Date | null, reason: string): Repair | null {
  return at === null ? null : { by, at, reason };
}

function toRecord(row: Row): CrossingRecord {
  const { ref, day, minute, direction, checkpoint, documentNo, importId, importRow, fileName } =
    row;
  return {
    ref,
    day: dayFromColumn(day),
    minute,
    direction,
    checkpoint,
    documentNo,
    source: importId === null ? null : { importId, fileName: fileName ?? "", row: importRow },
    leftover: row.leftover,
    recorded: repair(row.recordedBy, row.recordedAt, row.recordedReason),
    setAside: repair(row.setAsideBy, row.setAsideAt, row.setAsideReason),
  };
}

/** All crossings of a student, those set aside too, oldest first. */
export async function listCrossings(tx: Tx, studentId: number): Promise<CrossingRecord[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.id::text as ref, c.day, c.minute, c.direction, c.checkpoint,
      c.document_no as "documentNo", c.import_id as "importId", c.import_row as "importRow",
      i.file_name as "fileName",
      r.name as "recordedBy", c.recorded_at as "recordedAt", c.recorded_reason as "recordedReason",
      a.name as "setAsideBy", c.set_aside_at as "setAsideAt", c.set_aside_reason as "setAsideReason",
      c.set_aside_at is not null and c.recorded_at is null and coalesce(i.state = 'undone', false) as leftover
    from crossing c
    left join import i on i.institution_id = c.institution_id and i.id = c.import_id
    left join app_user r on r.institution_id = c.institution_id and r.id = c.recorded_by
    left join app_user a on a.institution_id = c.institution_id and a.id = c.set_aside_by
    where c.institution_id = current_setting('sanak.institution')::uuid
      and c.student_id = ${studentId}
    order by c.day, c.minute nulls first, c.id`;
  return rows.map(toRecord);
}
