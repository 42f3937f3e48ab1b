import "server-only";
import { WRITE_REPLACED } from "./replaced-registrations";

const WRITTEN = "t.outcome in ('new', 'changed')";

const KNOWN_GROUNDS = `
  update ground g set number = coalesce(nullif(t.number, ''), g.number), valid_from = t.valid_from, valid_to = t.valid_to,
    address = coalesce(nullif(g.address, ''), t.address), status = 'granted', import_id = $1, import_row = t.row_no
  from staged t
  where ${WRITTEN} and t.result = 'registered' and g.institution_id = current_institution() and g.id = t.ground_id`;

/** What was registered and is so no more, as the authority says now. */
const REVOKED_GROUNDS = `
  update ground g set status = 'revoked', import_id = $1, import_row = t.row_no
  from staged t
  where t.outcome = 'changed' and t.result <> 'registered' and g.institution_id = current_institution()
    and g.id = t.ground_id and g.status = 'granted'`;

const NEW_GROUNDS = `
  insert into ground (institution_id, student_id, kind, number, valid_from, valid_to, address, status, import_id, import_row)
  select current_institution(), t.student_id, t.kind, t.number, t.valid_from, t.valid_to, t.address, 'granted', $1, t.row_no
  from staged t where ${WRITTEN} and t.result = 'registered' and t.ground_id is null
  order by t.student_id, t.valid_from, t.row_no`;

const THEIR_KEYS = `
  update staged t set ground_id = g.id
  from ground g
  where ${WRITTEN} and t.result = 'registered' and t.ground_id is null and g.institution_id = current_institution()
    and g.student_id = t.student_id and g.kind = t.kind and g.number = t.number and g.valid_from = t.valid_from`;

const NEW_ANSWERS = `
  insert into request_answer (institution_id, request_list_id, student_id, result, reason, number, valid_from, valid_to,
    authority, ground_id, import_id, import_row)
  select current_institution(), t.list_id, t.member_id, t.result, t.reason, t.number, t.valid_from, t.valid_to,
    t.authority, t.ground_id, $1, t.row_no
  from staged t where t.outcome = 'new' order by t.list_id, t.member_id`;

const kept = (column: string) =>
  `${column} = case when t.result <> a.result then t.${column} else coalesce(nullif(t.${column}, ''), a.${column}) end`;
const keptDay = (column: string) =>
  `${column} = case when t.result <> a.result then t.${column} else coalesce(t.${column}, a.${column}) end`;

const CHANGED_ANSWERS = `
  update request_answer a set result = t.result, ${kept("reason")}, ${kept("number")}, ${keptDay("valid_from")},
    ${keptDay("valid_to")}, ${kept("authority")}, ground_id = coalesce(t.ground_id, a.ground_id),
    import_id = $1, import_row = t.row_no
  from staged t
  where t.outcome = 'changed' and a.institution_id = current_institution() and a.id = t.known_id`;

/** A row leads to its answer, and by that to the ground, also where it brought them. */
const ANSWERS_OF_ROWS = `
  update staged t set known_id = a.id
  from request_answer a
  where t.outcome = 'new' and a.institution_id = current_institution() and a.request_list_id = t.list_id
    and a.student_id = t.member_id`;

/** The answers to filed lists, and of those who were registered the grounds; the lists stay as filed. $1 is the import. */
export const WRITE_ANSWERS = [
  WRITE_REPLACED,
  KNOWN_GROUNDS,
  REVOKED_GROUNDS,
  NEW_GROUNDS,
  THEIR_KEYS,
  NEW_ANSWERS,
  CHANGED_ANSWERS,
  ANSWERS_OF_ROWS,
];
