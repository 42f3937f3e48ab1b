import "server-only";
import type { BulkClient } from "../in-institution";

/** Locked as the foreign key of each row would lock its student: nobody can remove one before the transaction's end. */
const HOLD = `
  select count(*)::int as held from (
    select from student where institution_id = current_institution() and id = any($1::int[]) for key share) s`;

/** Only where the database's administrator lets the application: see ensureApplicationRole. */
const MAY =
  "select has_parameter_privilege('session_replication_role', 'set') as may, current_setting('session_replication_role') as role";

/**
 * Runs `write`, which adds rows about these students and no others (each named once). PostgreSQL asks for the student of every single row, half of the
 * time of a long log; here all students are locked and counted in one statement, and the rows are then written
 * without asking again. Throws where one of them is not there. What a database does not let the application do so
 * is checked row by row.
 */
export async function aboutHeldStudents(
  client: BulkClient,
  studentIds: readonly number[],
  write: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ held: number }>(HOLD, [studentIds]);
  if (rows[0]?.held !== studentIds.length) throw new Error("a student of the rows is gone");
  const { rows: granted } = await client.query<{ may: boolean; role: string }>(MAY);
  const [{ may, role } = { may: false, role: "" }] = granted;
  if (!may) return write();
  await client.query("set local session_replication_role = replica");
  await write();
  await client.query("select set_config('session_replication_role', $1, true)", [role]);
}
