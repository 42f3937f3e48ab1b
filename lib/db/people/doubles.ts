import "server-only";
import { NO_BIRTH_DATE, refreshNameKeys } from "../import/name-keys";
import { sqlOfTx } from "../import/sql";
import type { InstitutionScope, Tx } from "../in-institution";

/** Two students who may be one person; why: their names and birth date, or their ИИН. */
export type Double = { studentId: number; otherId: number; reasons: ("name" | "iin")[] };

/**
 * Pairs of students who look like one and of whom nobody has said that they are not, the first key first; those of
 * one student, or of all (null). Makes the name keys that are out of date.
 */
export async function listDoubles(
  tx: Tx,
  studentId: number | null,
  page: { limit: number; offset: number },
): Promise<{ total: number; doubles: Double[] }> {
  await refreshNameKeys(sqlOfTx(tx));
  const rows = await tx.$queryRaw<(Double & { total: number })[]>`
    with pairs as (
      select a.student_id, b.student_id as other_id, 'name' as reason
      from name_key a
      join name_key b on b.institution_id = a.institution_id and b.key = a.key and b.student_id > a.student_id
      where a.institution_id = current_institution() and a.key <> '' and left(a.key, 1) <> ${NO_BIRTH_DATE}
      union
      select s.id, o.id, 'iin'
      from student s
      join student o on o.institution_id = s.institution_id and o.iin = s.iin and o.id > s.id
      where s.institution_id = current_institution() and s.iin ~ '^[0-9]{12}$'
    )
    select p.student_id as "studentId", p.other_id as "otherId", array_agg(p.reason order by p.reason) as reasons,
      count(*) over ()::int as total
    from pairs p
    where (${studentId}::int is null or p.student_id = ${studentId}::int or p.other_id = ${studentId}::int)
      and not exists (select from different_people d where d.institution_id = current_institution()
        and d.student_id = p.student_id and d.other_id = p.other_id)
    group by 1, 2 order by 1, 2 limit ${page.limit}::int offset ${page.offset}::int`;
  return {
    total: rows[0]?.total ?? 0,
    doubles: rows.map(({ total: _, ...double }) => double),
  };
}

/** Who was said to be somebody else than the student, by key. */
export async function listApart(tx: Tx, studentId: number): Promise<number[]> {
  const rows = await tx.differentPeople.findMany({
    where: { OR: [{ studentId }, { otherId: studentId }] },
    select: { studentId: true, otherId: true },
    orderBy: [{ studentId: "asc" }, { otherId: "asc" }],
  });
  return rows.map((row) => (row.studentId === studentId ? row.otherId : row.studentId));
}

/** Takes back that two students are two people; false: nobody has said so. */
export async function forgetApart(tx: Tx, pair: readonly [number, number]): Promise<boolean> {
  const { count } = await tx.differentPeople.deleteMany({
    where: { studentId: Math.min(...pair), otherId: Math.max(...pair) },
  });
  return count > 0;
}

/** Keeps that two students are two people. */
export async function keepApart(
  tx: Tx,
  { institutionId }: InstitutionScope,
  pair: readonly [number, number],
  userId: string | null,
): Promise<void> {
  const studentId = Math.min(...pair);
  const otherId = Math.max(...pair);
  await tx.differentPeople.upsert({
    where: { institutionId_studentId_otherId: { institutionId, studentId, otherId } },
    create: { institutionId, studentId, otherId, decidedBy: userId },
    update: {},
  });
}
