import "server-only";
import type { Tx } from "../in-institution";

/** The tables whose rows hang on a student and go with the person; what names a row of each, and its type. */
export const PERSON_TABLES = {
  identity_document: ["id", "int"],
  crossing: ["id", "bigint"],
  ground: ["id", "int"],
  border_count: ["id", "int"],
  residence: ["id", "int"],
  former_number: ["student_no", "text"],
} as const;
export type PersonTable = keyof typeof PERSON_TABLES;
export const PERSON_TABLE_NAMES = Object.keys(PERSON_TABLES) as PersonTable[];

export type StoredRow = Readonly<Record<string, unknown>> & { student_id: number };
export type StudentImage = Readonly<Record<string, unknown>> & { id: number };

/** Rows as PostgreSQL writes them in JSON: a student's own, those that hang on it, and its places on drafts. */
export type PersonImages = Readonly<Record<PersonTable, StoredRow[]>> & {
  student: StudentImage[];
  request_list_row: StoredRow[];
};

const OF_STUDENTS = PERSON_TABLE_NAMES.map(
  (
    table,
  ) => `'${table}', (select coalesce(jsonb_agg(to_jsonb(t) order by ${PERSON_TABLES[table][0]}), '[]')
    from ${table} t where t.institution_id = current_institution() and t.student_id = any($1::int[]))`,
);

const IMAGES = `
  select jsonb_build_object(
    'student', (select coalesce(jsonb_agg(to_jsonb(t) order by id), '[]')
      from student t where t.institution_id = current_institution() and t.id = any($1::int[])),
    'request_list_row', (select coalesce(jsonb_agg(to_jsonb(r) order by request_list_id, position), '[]')
      from request_list_row r join request_list l on l.institution_id = r.institution_id and l.id = r.request_list_id
      where r.institution_id = current_institution() and l.state = 'draft' and r.student_id = any($1::int[])),
    ${OF_STUDENTS.join(",\n    ")}) as images`;

/** All that is kept of these students, as it stands now. Filed lists are not among it: they stay as they are. */
export async function imagesOf(tx: Tx, studentIds: readonly number[]): Promise<PersonImages> {
  const [row] = await tx.$queryRawUnsafe<{ images: PersonImages }[]>(IMAGES, [...studentIds]);
  if (row === undefined) throw new Error("no images of students");
  return row.images;
}

/** What names a row within its table, as text. */
export function keyOfRow(table: PersonTable, row: StoredRow): string {
  return String(row[PERSON_TABLES[table][0]]);
}

function named(table: PersonTable): string {
  const [column, type] = PERSON_TABLES[table];
  return `institution_id = current_institution() and ${column} = any($1::text[]::${type}[])`;
}

/** Puts rows back as they were. */
export async function restoreRows(
  tx: Tx,
  table: PersonTable | "student" | "request_list_row",
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRawUnsafe(
    `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    JSON.stringify(rows),
  );
}

/** Removes the rows of a table that the keys name. */
export async function removeRows(
  tx: Tx,
  table: PersonTable,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await tx.$executeRawUnsafe(`delete from ${table} where ${named(table)}`, [...keys]);
}

/** Gives the rows of a table that the keys name to a student. */
export async function giveRows(
  tx: Tx,
  table: PersonTable,
  keys: readonly string[],
  studentId: number,
): Promise<void> {
  if (keys.length === 0) return;
  await tx.$executeRawUnsafe(
    `update ${table} set student_id = $2 where ${named(table)}`,
    [...keys],
    studentId,
  );
}

/**
 * Keeps imports out, and others who work on these students, until the transaction ends. `import`: one is writing
 * just now; `gone`: one of the students is not there (any more).
 */
export async function lockPeople(
  tx: Tx,
  studentIds: readonly number[],
): Promise<"locked" | "import" | "gone"> {
  const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
    select pg_try_advisory_xact_lock_shared(
      hashtextextended('import:' || current_institution()::text, 0)) as free`;
  if (lock?.free !== true) return "import";
  const found = await tx.$queryRaw<{ id: number }[]>`
    select id from student where institution_id = current_institution() and id = any(${[...studentIds]}::int[])
    order by id for update`;
  return found.length === new Set(studentIds).size ? "locked" : "gone";
}
