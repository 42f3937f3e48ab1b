import "server-only";

/** A registration in words: its number, where it has one, and its days. All three are SQL. */
const inWords = (number: string, from: string, to: string) =>
  `concat_ws(', ', nullif(${number}, ''), to_char(${from}, 'DD.MM.YYYY')
    || coalesce('–' || to_char(${to}, 'DD.MM.YYYY'), ' –'))`;

const SAID = inWords("t.number", "t.valid_from", "t.valid_to");

/** By row, the other registrations that hold on the same days: their keys, and both sides in words. */
const OTHERS = `
  create temporary table other_registration on commit drop as
  select t.row_no, ${SAID} as said, array_agg(g.id order by g.valid_from, g.id) as ids,
    string_agg(${inWords("g.number", "g.valid_from", "g.valid_to")}, '; ' order by g.valid_from, g.id) as told
  from staged t
  join ground g on g.institution_id = current_institution() and g.student_id = t.student_id
    and g.kind in ('dormitory', 'address', 'employment') and g.status = 'granted'
    and g.id is distinct from t.ground_id
    and g.valid_from <= t.valid_to and (g.valid_to is null or g.valid_to >= t.valid_from)
  where t.outcome is null and t.result = 'registered'
  group by t.row_no, t.number, t.valid_from, t.valid_to`;

const remark = (code: string) => `coalesce(t.issues, '[]') || jsonb_build_array(jsonb_build_object(
    'code', '${code}', 'field', 'registration_no', 'column', null, 'value', o.told,
    'params', jsonb_build_object('said', o.said)))`;

/**
 * A person has said that the file's registration holds, of this row and against these others, both as they stand now. Not
 * where another row of the file speaks of one of the others: then the file contradicts itself.
 */
const TAKEN = `
  update staged t set replaced = o.ids, issues = ${remark("otherReplaced")}
  from other_registration o
  where o.row_no = t.row_no and exists (
      select from import_mend m
      where m.institution_id = current_institution() and m.import_id = $1 and m.kind = 'takeFile'
        and m.row_no = o.row_no and m.was = o.told and m.text = o.said)
    and not exists (select from staged s where s.outcome is null and s.ground_id = any(o.ids))`;

const UNDECIDED = `
  update staged t set outcome = 'conflict', issues = ${remark("otherRegistration")}
  from other_registration o where o.row_no = t.row_no and t.replaced is null`;

/** Another registration on the same days is a conflict, unless a person has said that the file's one holds; $1 is the import. */
export const FIND_OTHERS: readonly string[] = [OTHERS, TAKEN, UNDECIDED];

/** What becomes of the others, as changes of the row: one that began earlier ends on the day before, any other is revoked. */
export const CHANGES_OF_OTHERS = `
  with ended as (
    select t.row_no, jsonb_agg(jsonb_build_object('field', 'otherRegistration',
      'old', ${inWords("g.number", "g.valid_from", "g.valid_to")},
      'new', case when g.valid_from < t.valid_from then ${inWords("g.number", "g.valid_from", "t.valid_from - 1")} else '' end)
      order by g.valid_from, g.id) as changes
    from staged t
    join ground g on g.institution_id = current_institution() and g.id = any(t.replaced)
    group by 1
  )
  update staged t set changes = coalesce(t.changes, '[]') || e.changes from ended e where e.row_no = t.row_no`;

/** The registrations that are replaced (id), by which row and from which day. */
export const REPLACED = `
  select distinct on (o.id) o.id, t.row_no, t.valid_from
  from staged t cross join lateral unnest(t.replaced) o(id)
  where t.outcome in ('new', 'changed')
  order by o.id, t.valid_from, t.row_no`;

/**
 * What becomes of a registration `g` that is replaced from the day `from` on (SQL; null: it is not): the days on which it
 * held alone stay lawful, for a revoked one protects no day, not even past ones (docs/rules.md).
 */
export const endOfReplaced = (from: string) =>
  `case when g.valid_from < ${from} then ${from} - 1 else g.valid_to end`;
export const statusOfReplaced = (from: string) =>
  `case when g.valid_from >= ${from} then 'revoked' else g.status end`;

/** Ends or revokes them before the file's registrations are written; $1 is the import. */
export const WRITE_REPLACED = `
  update ground g set valid_to = ${endOfReplaced("r.valid_from")}, status = ${statusOfReplaced("r.valid_from")},
    import_id = $1, import_row = r.row_no
  from (${REPLACED}) r
  where g.institution_id = current_institution() and g.id = r.id`;
