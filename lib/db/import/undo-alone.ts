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

/** Not where two records were made one, or one two, since: then it is not certain whose value it is. */
const NEVER_MERGED = `not exists (
  select from person_change p where p.institution_id = current_institution() and k.id in (p.student_id, p.other_id))`;

/**
 * Into undo_fields what the import ($1) alone has said of such students: no later file speaks of it, none has changed it. There was
 * no such student before the import, so nothing is what was there.
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
    and ${NEVER_MERGED}`;

/** How the student k was as the import had left it: as now, but for what later files have changed. */
const AS_LEFT = `
  select to_jsonb(x) || coalesce((
    select jsonb_object_agg(f.key, f.value) from (
      select distinct on (o.key) o.key, o.value
      from import_change m join undo_later l on l.id = m.import_id cross join lateral jsonb_each(m.before) o
      where m.institution_id = current_institution() and m.entity = 'student' and m.entity_id = k.id
      order by o.key, l.at) f), '{}') as fields
  from student x where x.institution_id = current_institution() and x.id = k.id`;

/** Later files that say something of a column o of the student k. */
const SPEAK_OF_IT = `
  select h.import_id, h.at from undo_held h
  where h.entity = 'student' and h.id = k.id and o.field = any(h.columns)
  union all
  select m.import_id, l.at from import_change m join undo_later l on l.id = m.import_id
  where m.institution_id = current_institution() and m.entity = 'student' and m.entity_id = k.id
    and jsonb_exists(m.before, o.field)`;

/**
 * Of such students, where a later file speaks of a column too: before the first that does, nothing is what was there now. Not
 * where that file is the one (\`heirs\`: id, import_id) that counts as having added the student.
 */
export const nothingBeforeLater = (heirs: string) => `
  insert into import_change (institution_id, import_id, entity, entity_id, student_id, before, after)
  select current_institution(), f.import_id, 'student', f.id, f.id,
    jsonb_object_agg(f.field, f.nothing), jsonb_object_agg(f.field, f.value)
  from (
    select distinct on (k.id, o.field) k.id, o.field, o.nothing, n.fields->o.field as value, y.import_id
    from undo_kept k
    cross join lateral (${AS_LEFT}) n
    cross join (values ${CLEARABLE}) o(field, nothing)
    cross join lateral (${SPEAK_OF_IT}) y
    where ${STAYING} and n.fields->o.field is distinct from o.nothing and ${NEVER_MERGED}
    order by k.id, o.field, y.at, y.import_id
  ) f
  join (${heirs}) h on h.id = f.id and h.import_id <> f.import_id
  group by f.import_id, f.id
  on conflict (institution_id, import_id, entity, entity_id) do update set
    before = import_change.before || excluded.before, after = excluded.after || import_change.after`;

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
