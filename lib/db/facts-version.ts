import "server-only";
import type { Tx } from "./in-institution";

/**
 * Raises the institution's facts version and stamps it on the students of `$1::int[]`, so that their
 * assessments are made anew. Run it in the transaction that changes the facts, on any connection that
 * has its institution set: the lock on the institution's row keeps versions in the order of their commits.
 */
export const TOUCH_FACTS_SQL = `
  with version as (
    update institution set facts_version = facts_version + 1
    where id = current_setting('sanak.institution')::uuid
    returning id, facts_version
  )
  update student set facts_version = version.facts_version
  from version
  where student.institution_id = version.id and student.id = any($1::int[])`;

/** The version of the facts of a student; null: there is no such student. */
export async function factsVersionOf(tx: Tx, studentId: number): Promise<number | null> {
  const row = await tx.student.findFirst({
    where: { id: studentId },
    select: { factsVersion: true },
  });
  return row?.factsVersion ?? null;
}

/**
 * Tells that facts of these students (citizenship, crossings, grounds) were added, changed or removed.
 * Must run in the same transaction as the change. An empty list changes nothing.
 */
export async function touchFacts(tx: Tx, studentIds: readonly number[]): Promise<void> {
  if (studentIds.length === 0) return;
  await tx.$executeRawUnsafe(TOUCH_FACTS_SQL, [...studentIds]);
}
