import "server-only";
import type { StudentFacts } from "@/lib/compliance/facts";
import { FACTS_SQL, type FactsRow, factsSql, toFacts } from "../student-facts";
import { rowsOf, type Sql } from "./sql";

/** A student's facts as they are and as they would be; null: no such student. */
export type FactsCompared = {
  studentId: number;
  before: StudentFacts | null;
  after: StudentFacts | null;
};

/** Students whose facts are held in memory at once. */
const BATCH = 200;

/**
 * The facts of the students of the table `touched` (student_id) as they are, and as the queries `standIns` say they would
 * be; students who are added have the keys that the stand-in for student gives to them. In order of keys.
 */
export async function* compareFacts(
  sql: Sql,
  touched: string,
  standIns: string,
): AsyncGenerator<FactsCompared[]> {
  const afterSql = factsSql(`${standIns},`);
  for (let after = -(2 ** 31); ; ) {
    const ids = await rowsOf<{ id: number }>(
      sql,
      `select student_id as id from ${touched} where student_id > $1::int order by 1 limit ${BATCH}`,
      after,
    );
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last.id;
    const keys = ids.map(({ id }) => id);
    const before = await factsOf(sql, FACTS_SQL, keys);
    const next = await factsOf(sql, afterSql, keys);
    yield keys.map((studentId) => ({
      studentId,
      before: before.get(studentId) ?? null,
      after: next.get(studentId) ?? null,
    }));
  }
}

async function factsOf(sql: Sql, statement: string, ids: readonly number[]) {
  const rows = await rowsOf<FactsRow>(sql, statement, ids);
  return new Map(rows.map((row) => [row.id, toFacts(row).facts]));
}
