import "server-only";
import { STUDENT_COLUMNS } from "./compare-roster";

const FIELDS = Object.entries(STUDENT_COLUMNS);
const typed = (field: string) =>
  field === "birthDate" ? `nullif(t.fact->>'${field}', '')::date` : `t.fact->>'${field}'`;
const kept = ([field, column]: [string, string]) =>
  field === "birthDate"
    ? `${column} = coalesce(${typed(field)}, s.${column})`
    : `${column} = coalesce(nullif(${typed(field)}, ''), s.${column})`;

const NEW_STUDENTS = `
  insert into student (institution_id, student_no, search_key, import_id, import_row, updated_at,
    ${FIELDS.map(([, column]) => column).join(", ")})
  select current_institution(), t.fact->>'studentNo', '', $1, t.row_no, now(),
    ${FIELDS.map(([field]) => typed(field)).join(", ")}
  from staged t where t.outcome = 'new' order by t.fact->>'studentNo'`;

const THEIR_KEYS = `
  update staged t set student_id = s.id
  from student s
  where t.outcome = 'new' and s.institution_id = current_institution() and s.student_no = t.fact->>'studentNo'`;

const CHANGED_STUDENTS = `
  update student s set ${FIELDS.map(kept).join(", ")}, import_id = $1, import_row = t.row_no, updated_at = now()
  from staged t where t.outcome = 'changed' and s.institution_id = current_institution() and s.id = t.student_id`;

const DOCUMENTS = `
  insert into identity_document (institution_id, student_id, type, number, number_folded, expires)
  select current_institution(), t.student_id, t.fact->>'documentType', t.fact->>'documentNo',
    t.fact->>'documentFolded', nullif(t.fact->>'documentExpires', '')::date
  from staged t
  where t.outcome in ('new', 'changed') and t.fact->>'documentFolded' <> ''
  order by t.fact->>'documentFolded'
  on conflict (institution_id, number_folded) do update set
    type = coalesce(nullif(excluded.type, ''), identity_document.type),
    expires = coalesce(excluded.expires, identity_document.expires)`;

/** The rows of a roster, written in order; $1 is the import. */
export const WRITE_ROSTER = [NEW_STUDENTS, THEIR_KEYS, CHANGED_STUDENTS, DOCUMENTS];

const NEW_CROSSINGS = `
  insert into crossing (institution_id, student_id, day, minute, direction, checkpoint, document_no, import_id, import_row)
  select current_institution(), t.student_id, (t.fact->>'day')::date, nullif(t.fact->>'minute', '')::smallint,
    t.fact->>'direction', t.fact->>'checkpoint', t.fact->>'documentNo', $1, t.row_no
  from staged t where t.outcome = 'new'
  order by t.student_id, t.fact->>'day', t.row_no`;

const CHANGED_CROSSINGS = `
  update crossing c set
    checkpoint = coalesce(nullif(t.fact->>'checkpoint', ''), c.checkpoint),
    document_no = coalesce(nullif(t.fact->>'documentNo', ''), c.document_no),
    minute = coalesce(c.minute, nullif(t.fact->>'minute', '')::smallint)
  from staged t
  where t.outcome = 'changed' and c.institution_id = current_institution() and c.id = t.known_id`;

/** What the office had entered by hand and a log holds now names the log too. */
const CONFIRMED_CROSSINGS = `
  update crossing c set import_id = $1, import_row = t.row_no
  from staged t
  where t.outcome in ('changed', 'unchanged') and c.institution_id = current_institution() and c.id = t.known_id
    and c.recorded_at is not null and c.import_id is null`;

export const WRITE_CROSSINGS = [NEW_CROSSINGS, CHANGED_CROSSINGS, CONFIRMED_CROSSINGS];

const NEW_GROUNDS = `
  insert into ground (institution_id, student_id, kind, number, valid_from, valid_to, address, status, import_id, import_row)
  select current_institution(), t.student_id, t.fact->>'kind', t.fact->>'number', (t.fact->>'validFrom')::date,
    nullif(t.fact->>'validTo', '')::date, t.fact->>'address', t.fact->>'status', $1, t.row_no
  from staged t where t.outcome = 'new'
  order by t.student_id, t.fact->>'validFrom', t.row_no`;

const CHANGED_GROUNDS = `
  update ground g set
    valid_to = coalesce(nullif(t.fact->>'validTo', '')::date, g.valid_to),
    address = coalesce(nullif(t.fact->>'address', ''), g.address),
    status = t.fact->>'status', import_id = $1, import_row = t.row_no
  from staged t
  where t.outcome = 'changed' and g.institution_id = current_institution() and g.student_id = t.student_id
    and g.kind = t.fact->>'kind' and g.number = t.fact->>'number' and g.valid_from = (t.fact->>'validFrom')::date`;

export const WRITE_GROUNDS = [NEW_GROUNDS, CHANGED_GROUNDS];
