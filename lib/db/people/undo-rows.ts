import "server-only";
import type { Tx } from "../in-institution";
import { giveCameSince, listCameSince } from "./came-since";
import { PERSON_COLUMNS } from "./merge-rows";
import type { StoredPersonChange } from "./person-changes";
import {
  giveRows,
  imagesOf,
  keyOfRow,
  PERSON_TABLE_NAMES,
  type PersonImages,
  type PersonTable,
  removeRows,
  restoreRows,
  type StoredRow,
  type StudentImage,
} from "./person-rows";

const sameRow = (one: object | undefined, other: object | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

function byKey(table: PersonTable, rows: readonly StoredRow[]): Map<string, StoredRow> {
  return new Map(rows.map((row) => [keyOfRow(table, row), row]));
}

type Fate = "leave" | "remove" | "restore" | "replace" | "give";

/** What becomes of a row as it was before, as the change left it, and as it stands; absent: not there. */
function fateOf(
  before: StoredRow | undefined,
  after: StoredRow | undefined,
  now: StoredRow | undefined,
): Fate {
  const isAsLeft = sameRow(now, after);
  if (before === undefined) return isAsLeft ? "remove" : "leave";
  // Removed since, by somebody: it stays removed.
  if (now === undefined) return after === undefined ? "restore" : "leave";
  if (sameRow(now, before)) return "leave";
  return isAsLeft ? "replace" : "give";
}

/** What is to be done to the rows of a table to have them as before; what came or went since is left alone. */
function planOf(table: PersonTable, change: StoredPersonChange, now: PersonImages) {
  const before = byKey(table, change.before[table]);
  const after = byKey(table, change.after[table]);
  const current = byKey(table, now[table]);
  const give = new Map<number, string[]>();
  const plan = { remove: [] as string[], restore: [] as StoredRow[], give };
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const row = before.get(key);
    const fate = fateOf(row, after.get(key), current.get(key));
    if (fate === "remove" || fate === "replace") plan.remove.push(key);
    if (row === undefined) continue;
    if (fate === "restore" || fate === "replace") plan.restore.push(row);
    if (fate === "give") give.set(row.student_id, [...(give.get(row.student_id) ?? []), key]);
  }
  return plan;
}

/** Values of the record that stayed which are still as the change left them go back to what they were. */
async function restoreStudent(
  tx: Tx,
  before: StudentImage,
  after: StudentImage,
  now: StudentImage,
): Promise<void> {
  const columns = PERSON_COLUMNS.filter(
    (column) => after[column] === now[column] && before[column] !== now[column],
  );
  if (columns.length === 0) return;
  await tx.$executeRawUnsafe(
    `update student s set ${columns.map((column) => `${column} = r.${column}`).join(", ")}, updated_at = now()
     from jsonb_populate_record(null::student, $1::jsonb) r
     where s.institution_id = current_institution() and s.id = r.id`,
    JSON.stringify(before),
  );
}

/** Drafts that are drafts still and held both, or the record that went, hold what they held. */
async function restoreDrafts(tx: Tx, change: StoredPersonChange): Promise<void> {
  for (const row of change.before.request_list_row) {
    if (row.student_id !== change.otherId) continue;
    const { request_list_id: listId, position } = row;
    await tx.$executeRawUnsafe(
      `delete from request_list_row r using request_list l
       where r.institution_id = current_institution() and r.request_list_id = $1::uuid and r.position = $2::int
         and r.student_id = $3::int and l.institution_id = r.institution_id and l.id = r.request_list_id
         and l.state = 'draft'
         and not exists (select from jsonb_array_elements($4::jsonb) b
           where b->>'request_list_id' = $1 and (b->>'student_id')::int = $3::int)`,
      listId,
      position,
      change.studentId,
      JSON.stringify(change.before.request_list_row),
    );
    await tx.$executeRawUnsafe(
      `insert into request_list_row
       select p.* from jsonb_populate_record(null::request_list_row, $1::jsonb) p
       join request_list l on l.institution_id = p.institution_id and l.id = p.request_list_id and l.state = 'draft'
       on conflict do nothing`,
      JSON.stringify(row),
    );
  }
}

const find = (rows: readonly StudentImage[], id: number) => rows.find((row) => row.id === id);

/** Restores two records as they were before they were merged; what files named the other one since is its own. */
export async function unmergeRows(tx: Tx, change: StoredPersonChange): Promise<void> {
  const { studentId, otherId, before, after } = change;
  const now = await imagesOf(tx, [studentId, otherId]);
  const gone = find(before.student, otherId);
  const kept = find(before.student, studentId);
  const keptAfter = find(after.student, studentId);
  const keptNow = find(now.student, studentId);
  if (!gone || !kept || !keptAfter || !keptNow) throw new Error("images of a merge are incomplete");
  const since = await listCameSince(tx, change);
  await restoreStudent(tx, kept, keptAfter, keptNow);
  await restoreRows(tx, "student", [gone]);
  await restoreTables(tx, change, now);
  await giveCameSince(tx, since, otherId);
  await restoreDrafts(tx, change);
}

/** Gives everything that was split off back to the record it came from; the new record goes. */
export async function unsplitRows(tx: Tx, change: StoredPersonChange): Promise<void> {
  const now = await imagesOf(tx, [change.studentId, change.otherId]);
  await restoreTables(tx, change, now);
  await tx.$executeRaw`
    delete from student where institution_id = current_institution() and id = ${change.otherId}`;
}

async function restoreTables(tx: Tx, change: StoredPersonChange, now: PersonImages): Promise<void> {
  for (const table of PERSON_TABLE_NAMES) {
    const { remove, restore, give } = planOf(table, change, now);
    await removeRows(tx, table, remove);
    await restoreRows(tx, table, restore);
    for (const [id, keys] of give) await giveRows(tx, table, keys, id);
  }
}

/** How many rows of each kind came to the records since the change; they stay where they are. */
export function cameSince(
  change: Pick<StoredPersonChange, "after">,
  now: PersonImages,
): Partial<Record<PersonTable, number>> {
  const counts: Partial<Record<PersonTable, number>> = {};
  for (const table of PERSON_TABLE_NAMES) {
    const after = byKey(table, change.after[table]);
    const added = now[table].filter((row) => !after.has(keyOfRow(table, row))).length;
    if (added > 0) counts[table] = added;
  }
  return counts;
}
