import "server-only";
import type { Tx } from "../in-institution";
import type { ImportRecord, Outcome } from "./import-words";

/** A row as it is kept: the student whose it was found to be; null: nobody was found, or the row is in error. */
type Kept = { outcome: Outcome; studentId: number | null; cells: readonly string[] };
type Named = { studentId: number | null; studentName: string | null };
type Found = { sought: string; id: number; name: string };

const NOBODY: Named = { studentId: null, studentName: null };

/** The number of a row in error, of which nothing else was read. */
function numberIn({ outcome, studentId, cells }: Kept, column: number): string {
  const isUnread = outcome === "wrong" && studentId === null && column >= 0;
  return isUnread ? (cells[column] ?? "").normalize("NFC").trim() : "";
}

/**
 * The rows with the students whose they are today: who went into another record is that one; a row in error is shown with
 * the student of its number, also a former one.
 */
export async function withStudents<Row extends Kept>(
  tx: Tx,
  mapping: ImportRecord["mapping"],
  rows: readonly Row[],
): Promise<(Omit<Row, "studentId"> & Named)[]> {
  const column = mapping?.indexOf("student_no") ?? -1;
  const ids = [...new Set(rows.flatMap(({ studentId }) => studentId ?? []))];
  const numbers = [...new Set(rows.map((row) => numberIn(row, column)))];
  const found = await tx.$queryRaw<Found[]>`
    select k.sought, s.id, concat_ws(' ', coalesce(nullif(s.last_name_cyrillic, ''), s.last_name),
      coalesce(nullif(s.first_name_cyrillic, ''), s.first_name)) as name
    from (
      select 'id ' || id as sought, person_of(id) as id from unnest(${ids}::int[]) id
      union all
      select 'number ' || student_no, id from student
      where institution_id = current_institution() and student_no = any(${numbers}::text[])
      union all
      select 'number ' || student_no, student_id from former_number
      where institution_id = current_institution() and student_no = any(${numbers}::text[])
    ) k
    join student s on s.institution_id = current_institution() and s.id = k.id`;
  const students = new Map(
    found.map(({ sought, id, name }) => [sought, { studentId: id, studentName: name }]),
  );
  return rows.map((row) => {
    const { studentId } = row;
    const sought = studentId === null ? `number ${numberIn(row, column)}` : `id ${studentId}`;
    return { ...row, ...(students.get(sought) ?? NOBODY) };
  });
}
