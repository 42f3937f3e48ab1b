import "server-only";
import { STUDENT_FIELDS } from "./compare-roster";
import { erases } from "./empty-cells";
import type { EmptyColumns } from "./empty-columns";
import { WRITE_NUMBERS } from "./identify-decided";
import type { OutcomeCounts } from "./import-words";
import { ADOPT_LEFTOVERS } from "./leftovers";

/** What a student's row holds after it: what the file says, else what was recorded; nothing where the file is to erase it. */
function written({ column, type }: { column: string; type: string }): string {
  const [nothing, said] =
    type === "date" ? ["null", `t.${column}`] : ["''", `nullif(t.${column}, '')`];
  return `${column} = case when '${column}' = any(t.erased) then ${nothing} else coalesce(${said}, s.${column}) end`;
}

const NEW_STUDENTS = `
  insert into student (institution_id, student_no, search_key, import_id, import_row, updated_at,
    ${STUDENT_FIELDS.map(({ column }) => column).join(", ")})
  select current_institution(), t.student_no, '', $1, t.row_no, now(),
    ${STUDENT_FIELDS.map(({ column }) => `t.${column}`).join(", ")}
  from staged t where t.outcome = 'new' order by t.student_no`;

const THEIR_KEYS = `
  update staged t set student_id = s.id
  from student s
  where t.outcome = 'new' and s.institution_id = current_institution() and s.student_no = t.student_no`;

const CHANGED_STUDENTS = `
  update student s set ${STUDENT_FIELDS.map(written).join(", ")}, import_id = $1, import_row = t.row_no, updated_at = now()
  from staged t where t.outcome = 'changed' and s.institution_id = current_institution() and s.id = t.student_id`;

const DOCUMENTS = `
  insert into identity_document (institution_id, student_id, type, number, number_folded, expires)
  select current_institution(), t.student_id, t.document_type, t.document_no, t.document_folded, t.document_expires
  from staged t
  where t.outcome in ('new', 'changed') and t.document_folded <> ''
  order by t.document_folded
  on conflict (institution_id, number_folded) do update set
    type = coalesce(nullif(excluded.type, ''), identity_document.type),
    expires = coalesce(excluded.expires, identity_document.expires)`;

/** The rows of a roster, written in order; $1 is the import. */
export const WRITE_ROSTER = [
  ...WRITE_NUMBERS,
  NEW_STUDENTS,
  THEIR_KEYS,
  CHANGED_STUDENTS,
  DOCUMENTS,
];

/** What the row says in a field of text, else what is recorded; nothing where the empty cell erases. */
const writtenOr = (
  empty: EmptyColumns,
  field: "checkpoint" | "address" | "visa_type",
  held: string,
) => {
  const said = `coalesce(nullif(t.${field}, ''), ${held})`;
  const erased = erases(empty, field);
  return erased === "false" ? said : `case when ${erased} then t.${field} else ${said} end`;
};

/** In the order of `staged`, which is that of the crossings' own key: the quickest way to write them. */
const NEW_CROSSINGS = `
  insert into crossing (institution_id, student_id, day, minute, direction, checkpoint, document_no, import_id, import_row)
  select (select current_institution()), t.student_id, t.day, t.minute, t.direction, t.checkpoint, t.document_no, $1, t.row_no
  from staged t where t.outcome = 'new'`;

const changedCrossings = (empty: EmptyColumns) => `
  update crossing c set
    checkpoint = ${writtenOr(empty, "checkpoint", "c.checkpoint")},
    document_no = coalesce(nullif(t.document_no, ''), c.document_no),
    minute = coalesce(c.minute, t.minute)
  from staged t
  where t.outcome = 'changed' and c.institution_id = current_institution() and c.id = t.known_id`;

/** Hardly ever is there any: then not one of a million rows need be looked at. */
export const CROSSINGS_BY_HAND = `(select exists (
    select from crossing where institution_id = current_institution() and recorded_at is not null and import_id is null))`;

/** What the office had entered by hand and a log holds now names the log too. */
const CONFIRMED_CROSSINGS = `
  update crossing c set import_id = $1, import_row = t.row_no
  from staged t
  where ${CROSSINGS_BY_HAND} and t.outcome in ('changed', 'unchanged') and c.institution_id = current_institution() and c.id = t.known_id
    and c.recorded_at is not null and c.import_id is null`;

/** The rows of a log; $1 is the import. Of a million rows it is worth knowing which outcomes there are at all. */
export const writeCrossings = (empty: EmptyColumns, counts: OutcomeCounts): readonly string[] => [
  ...(counts.new ? [NEW_CROSSINGS] : []),
  ...(counts.changed ? [changedCrossings(empty)] : []),
  ...(counts.changed || counts.unchanged ? [CONFIRMED_CROSSINGS, ADOPT_LEFTOVERS] : []),
];

const NEW_GROUNDS = `
  insert into ground (institution_id, student_id, kind, number, valid_from, valid_to, address, status, visa_type, import_id, import_row)
  select current_institution(), t.student_id, t.kind, t.number, t.valid_from, t.valid_to, t.address, t.status, t.visa_type, $1,
    t.row_no
  from staged t where t.outcome = 'new'
  order by t.student_id, t.valid_from, t.row_no`;

const changedGrounds = (empty: EmptyColumns) => `
  update ground g set
    valid_to = coalesce(t.valid_to, g.valid_to),
    address = ${writtenOr(empty, "address", "g.address")},
    visa_type = ${writtenOr(empty, "visa_type", "g.visa_type")},
    status = t.status, import_id = $1, import_row = t.row_no
  from staged t
  where t.outcome = 'changed' and g.institution_id = current_institution() and g.id = t.known_id`;

export const writeGrounds = (empty: EmptyColumns): readonly string[] => [
  NEW_GROUNDS,
  changedGrounds(empty),
];
