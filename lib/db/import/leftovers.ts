import "server-only";

/**
 * As SQL: the crossing `c` was set aside by hand and came with an import that was taken back since: nobody says any more
 * that it was, and it counts for nothing.
 */
export const isLeftover = (
  c: string,
) => `(${c}.set_aside_at is not null and ${c}.recorded_at is null
  and exists (select from import l where l.institution_id = ${c}.institution_id and l.id = ${c}.import_id
    and l.state = 'undone'))`;

/** Hardly ever is there any: then not one of a million rows need be looked at. */
const ANY = `(select exists (
    select from crossing o where o.institution_id = current_institution() and ${isLeftover("o")}))`;

/** What a log ($1) holds again is that log's: after its rows are written. */
export const ADOPT_LEFTOVERS = `
  update crossing c set import_id = $1, import_row = t.row_no
  from staged t
  where ${ANY} and t.outcome in ('changed', 'unchanged') and c.institution_id = current_institution()
    and c.id = t.known_id and ${isLeftover("c")}`;

/** Into undo_removed what goes with students who go; after it holds them. */
export const LEFTOVERS_GO = `
  insert into undo_removed
  select 'crossing', c.id, c.student_id
  from undo_removed r join crossing c on c.institution_id = current_institution() and c.student_id = r.id
  where r.entity = 'student' and ${isLeftover("c")}`;
