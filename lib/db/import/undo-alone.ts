import "server-only";

/** Columns of a student that may hold nothing, with what nothing is in each, as JSON.
 */
const CLEARABLE = [
  ...["middle_name", "last_name_cyrillic", "first_name_cyrillic", "middle_name_cyrillic"],
  ...["sex", "iin", "faculty", "programme", "year", "study_form", "status", "housing"],
  ...["phone", "email"],
]
  .map((column) => `('${column}', '""'::jsonb)`)
  .concat(`('birth_date', 'null'::jsonb)`)
  .join(", ");

/** Students who were added and stay because a later file names them too. */
const STAYING = "k.entity = 'student' and k.field is null and k.reason = 'inLaterFile'";

/**
 * Into undo_fields what the import ($1) alone has said of such students: no later file speaks of it, none has changed it. There was
 * no such student before the import, so nothing is what was there. Not where two records were made one, or one two, since:
 * then it is not certain whose value it is.
 */
export const SAID_ALONE = `
  insert into undo_fields
  select k.entity, k.id, k.student_id, o.field, o.nothing, n.fields->o.field, n.fields->o.field, null
  from undo_kept k
  join student x on x.institution_id = current_institution() and x.id = k.id
  cross join lateral (select to_jsonb(x) as fields) n
  cross join (values ${CLEARABLE}) o(field, nothing)
  where ${STAYING} and n.fields->o.field is distinct from o.nothing
    and not exists (
      select from undo_held h where h.entity = k.entity and h.id = k.id and o.field = any(h.columns))
    and not exists (
      select from import_change m join undo_later l on l.id = m.import_id
      where m.institution_id = current_institution() and m.entity = 'student' and m.entity_id = k.id
        and jsonb_exists(m.before, o.field))
    and not exists (
      select from person_change p where p.institution_id = current_institution() and k.id in (p.student_id, p.other_id))`;

/**
 * Of a group of students who stay (undo_kept k, by import), which fields become empty and how often, and how many
 * documents go, as JSON.
 */
export const CLEARED_OF_GROUP = `
  coalesce((
    select jsonb_agg(jsonb_build_object('field', c.field, 'count', c.count) order by c.field)
    from (
      select f.field, count(*)::int as count
      from undo_kept o join undo_fields f on f.entity = o.entity and f.id = o.id
      where o.entity = k.entity and o.reason = k.reason and o.field is null and o.by_import is not distinct from k.by_import
        and k.entity = 'student' and k.reason = 'inLaterFile' and k.field is null
      group by 1
      union all
      select 'document_no', count(*)::int
      from undo_kept o join undo_removed d on d.entity = 'document' and d.student_id = o.id
      where o.entity = 'student' and o.reason = k.reason and o.field is null and o.by_import is not distinct from k.by_import
        and k.entity = 'student' and k.reason = 'inLaterFile' and k.field is null
      having count(*) > 0
    ) c
  ), '[]')`;
