import "server-only";
import type { BulkClient } from "../in-institution";
import type { ImportRecord } from "./import-words";

/** Cyrillic letters and the Latin ones that they look like (lib/person-name/document-no.ts), and signs that say nothing. */
const folded = (text: string) => `ltrim(regexp_replace(translate(upper(${text}),
  'АВЕЁЅІЇЈКМНОРСТУҮХҺ', 'ABEESIIJKMHOPCTYYXH'), '[[:space:][:punct:]№\u00A0]', '', 'g'), '0')`;

/** Whom the rows that are not settled may be about; filled by `findMaybeNamed`, for the same transaction. */
const MAYBE_NAMED =
  "create temporary table maybe_named (student_id integer primary key) on commit drop";

/** Rows that stay out as it stands, though they may become a student's yet; a row that is left out names one all the same. */
const UNSETTLED = "('wrong', 'conflict', 'unknownStudent', 'toConfirm', 'leftOut')";
/** Those of which nothing is known as long as no number leads to anybody. */
const UNREAD = "('wrong', 'conflict')";

const NUMBERS = `
  create temporary table said_number on commit drop as
  select r.row_no, r.outcome in ${UNREAD} as unread, n.kind, n.number
  from (select row_no, outcome, cells::jsonb as cells from import_row
    where institution_id = current_institution() and import_id = $1 and student_id is null and outcome in ${UNSETTLED}) r
  cross join lateral (values
    ('student', ${folded("r.cells->>$2::int")}),
    ('document', ${folded("concat(r.cells->>$3::int, r.cells->>$4::int)")}),
    ('iin', ${folded("r.cells->>$5::int")})) n(kind, number)`;

const HELD = `
  create temporary table held_number on commit drop as
  select 'student' as kind, ${folded("student_no")} as number, id as student_id from student
  where institution_id = current_institution()
  union
  select 'student', ${folded("student_no")}, student_id from former_number where institution_id = current_institution()
  union
  select 'document', ltrim(number_folded, '0'), student_id from identity_document
  where institution_id = current_institution()
  union
  select 'iin', ltrim(iin, '0'), id from student where institution_id = current_institution() and iin <> ''`;

const BY_NUMBER = `
  insert into maybe_named
  select distinct h.student_id from said_number s
  join held_number h on h.kind = s.kind and h.number = s.number and s.number <> ''`;

/** Who may be meant by a row that a person has not said anything of. */
const BY_QUESTION = `
  insert into maybe_named
  select distinct (c->>'studentId')::int
  from person_question q, jsonb_array_elements(q.candidates) c
  where q.institution_id = current_institution() and q.import_id = $1
    and exists (select from staged t where t.row_no = q.row_no and t.outcome = 'toConfirm')
  on conflict do nothing`;

const COUNT_UNREAD = `
  select count(*)::int as count from (
    select s.row_no from said_number s
    left join held_number h on h.kind = s.kind and h.number = s.number and s.number <> ''
    where s.unread group by s.row_no having count(h.student_id) = 0) rows`;

/**
 * Makes the table `maybe_named` of the students of whom a row that is not settled may be: by its number, a document or the
 * ИИН, be they a zero short, or as a candidate. Whoever stands there is not missing from the file. Returns how many rows
 * could not be read or contradict another and name nobody that is known: whom they are about is known only when they are mended.
 */
export async function findMaybeNamed(
  client: BulkClient,
  { id, mapping, counts }: Pick<ImportRecord, "id" | "mapping" | "counts">,
): Promise<number> {
  await client.query(MAYBE_NAMED);
  const { wrong = 0, conflict = 0, unknownStudent = 0, toConfirm = 0, leftOut = 0 } = counts ?? {};
  if (wrong + conflict + unknownStudent + toConfirm + leftOut === 0) return 0;
  const places = (["student_no", "document_series", "document_no", "iin"] as const).map(
    // A cell that no file has: nothing is said.
    (target) => mapping?.indexOf(target) ?? -1,
  );
  const NOWHERE = 1_000_000;
  await client.query(NUMBERS, [id, ...places.map((place) => (place < 0 ? NOWHERE : place))]);
  await client.query(HELD);
  await client.query("analyze said_number");
  await client.query("analyze held_number");
  await client.query(BY_NUMBER);
  await client.query(BY_QUESTION, [id]);
  const { rows } = await client.query<{ count: number }>(COUNT_UNREAD);
  return rows[0]?.count ?? 0;
}

/** As SQL: the student is neither in a row of the file nor may be meant by one. */
export const isMissing = (student: string) =>
  `not exists (select from staged t where t.student_id = ${student})
    and not exists (select from maybe_named m where m.student_id = ${student})`;
