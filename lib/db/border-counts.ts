import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { columnFromDay, dayFromColumn } from "./day-column";
import type { InstitutionScope, Tx } from "./in-institution";

/** How many days the border service says that a student has been inside, and where it says so. */
export type BorderCountFields = {
  statedDays: number;
  /** The day on which it was stated. */
  statedOn: Day;
  /** What the paper is called, its number and date; empty or null: said without one, or not known. */
  paper: string;
  paperNo: string;
  paperDate: Day | null;
  /** First day of return, as the border service gave it. */
  returnOn: Day | null;
  note: string;
};

export type BorderCountRecord = BorderCountFields & {
  id: number;
  recordedAt: Date;
  /** null: the system, or a user who is no more. */
  recordedByName: string | null;
};

type Row = Omit<BorderCountRecord, "statedOn" | "paperDate" | "returnOn"> & {
  statedOn: Date;
  paperDate: Date | null;
  returnOn: Date | null;
};

function toRecord(row: Row): BorderCountRecord {
  const { statedOn, paperDate, returnOn } = row;
  return {
    ...row,
    statedOn: dayFromColumn(statedOn),
    paperDate: paperDate === null ? null : dayFromColumn(paperDate),
    returnOn: returnOn === null ? null : dayFromColumn(returnOn),
  };
}

/** All that the border service has said of a student, the latest first. */
export async function listBorderCounts(tx: Tx, studentId: number): Promise<BorderCountRecord[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select b.id, b.stated_days as "statedDays", b.stated_on as "statedOn", b.paper, b.paper_no as "paperNo",
      b.paper_date as "paperDate", b.return_on as "returnOn", b.note, b.recorded_at as "recordedAt",
      u.name as "recordedByName"
    from border_count b
    left join app_user u on u.institution_id = b.institution_id and u.id = b.recorded_by
    where b.institution_id = current_setting('sanak.institution')::uuid and b.student_id = ${studentId}
    order by b.stated_on desc, b.id desc`;
  return rows.map(toRecord);
}

/** Adds it; null where the same count of the same day from the same paper is there already. */
export async function insertBorderCount(
  tx: Tx,
  { institutionId }: InstitutionScope,
  studentId: number,
  { userId, ...fields }: BorderCountFields & { userId: string | null },
): Promise<number | null> {
  const [row] = await tx.borderCount.createManyAndReturn({
    data: [
      {
        ...fields,
        institutionId,
        studentId,
        statedOn: columnFromDay(fields.statedOn),
        paperDate: fields.paperDate === null ? null : columnFromDay(fields.paperDate),
        returnOn: fields.returnOn === null ? null : columnFromDay(fields.returnOn),
        recordedBy: userId,
      },
    ],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Removes it; false where the student has no such count (any more). */
export async function deleteBorderCount(tx: Tx, studentId: number, id: number): Promise<boolean> {
  const { count } = await tx.borderCount.deleteMany({ where: { id, studentId } });
  return count === 1;
}
