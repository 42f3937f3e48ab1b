import "server-only";
import { ENTITY_TABLES, type Entity } from "./before-images";
import type { ImportKind } from "./import-words";
import { isLeftover, LEFTOVERS_GO } from "./leftovers";
import { CLEARED_OF_GROUP, SAID_ALONE } from "./undo-alone";
import { keepDocuments } from "./undo-documents";
import { findHeld } from "./undo-held";
import { findMerged, HOLDS_ANOTHER, WENT_INTO_ANOTHER } from "./undo-merged";

const KEPT = `
  create temporary table undo_kept (
    entity text, id bigint, student_id integer, reason text, by_import uuid, by_list uuid, field text,
    before jsonb, after jsonb
  ) on commit drop`;

/** Rows that the import added and that stay all the same; the first reason counts. */
const keepAdded = (reason: string, by: string, joins: string, order = "") => `
  insert into undo_kept (entity, id, student_id, reason, by_import, by_list)
  select distinct on (a.entity, a.id) a.entity, a.id, a.student_id, '${reason}', ${by}
  from undo_added a ${joins}
  where not exists (select from undo_kept k where k.entity = a.entity and k.id = a.id)
  order by a.entity, a.id${order}`;

/** What a later file holds too would be there without this one. */
const IN_LATER_FILE = keepAdded(
  "inLaterFile",
  "h.import_id, null::uuid",
  "join undo_held h on h.entity = a.entity and h.id = a.id",
  ", h.at, h.import_id",
);

/** A filed list stays as it was filed, and so do its students. */
const ON_FILED_LIST = keepAdded(
  "onFiledList",
  "null::uuid, q.id",
  `join request_list_row r on r.institution_id = current_institution() and r.student_id = a.student_id
    and a.entity = 'student'
  join request_list q on q.institution_id = current_institution() and q.id = r.request_list_id
    and q.state = 'filed'`,
  ", q.id",
);

const FACTS_OF_OTHERS = keepAdded(
  "hasOtherFacts",
  "f.import_id, null::uuid",
  `join lateral (
    (select c.import_id from crossing c where c.institution_id = current_institution()
      and c.student_id = a.student_id and c.import_id is not null and not ${isLeftover("c")} order by c.id limit 1)
    union all
    (select g.import_id from ground g where g.institution_id = current_institution()
      and g.student_id = a.student_id and g.import_id is not null order by g.id limit 1)
    union all
    (select c.import_id from import_change c join import i on i.institution_id = c.institution_id and i.id = c.import_id
      where c.institution_id = current_institution() and c.student_id = a.student_id and c.entity = 'residence'
        and c.before is null and i.state = 'committed' order by c.import_id limit 1)
    limit 1) f on a.entity = 'student'`,
);

const ENTERED_BY_HAND = keepAdded(
  "enteredByHand",
  "null::uuid, null::uuid",
  `join lateral (
    (select 1 from crossing c where c.institution_id = current_institution() and c.student_id = a.student_id
      and not ${isLeftover("c")} limit 1)
    union all
    (select 1 from ground g where g.institution_id = current_institution() and g.student_id = a.student_id limit 1)
    union all
    (select 1 from border_count b where b.institution_id = current_institution() and b.student_id = a.student_id limit 1)
    union all
    (select 1 from residence d where d.institution_id = current_institution() and d.student_id = a.student_id limit 1)
    limit 1) f on a.entity = 'student'`,
);

/** Rows that name no import and that somebody has changed since. */
const changedSince = (entity: Entity) =>
  keepAdded(
    "changedSince",
    "null::uuid, null::uuid",
    `join import_change c on c.institution_id = current_institution() and c.import_id = $1::uuid
      and c.entity = '${entity}' and a.entity = '${entity}' and c.entity_id = a.id
    join ${ENTITY_TABLES[entity]} d on d.institution_id = current_institution() and d.id = a.id
      and not to_jsonb(d) @> c.after`,
  );

const SET_ASIDE = keepAdded(
  "setAside",
  "null::uuid, null::uuid",
  `join crossing c on c.institution_id = current_institution() and c.id = a.id and c.set_aside_at is not null`,
);

const KEEP: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: [
    IN_LATER_FILE,
    HOLDS_ANOTHER,
    ON_FILED_LIST,
    FACTS_OF_OTHERS,
    ENTERED_BY_HAND,
    ...keepDocuments(IN_LATER_FILE),
    changedSince("document"),
  ],
  crossings: [IN_LATER_FILE, SET_ASIDE],
  grounds: [IN_LATER_FILE],
  residents: [IN_LATER_FILE, changedSince("residence")],
  authority: [IN_LATER_FILE],
};

const FIELDS = `
  create temporary table undo_fields (
    entity text, id bigint, student_id integer, field text, before jsonb, after jsonb, now jsonb, by_import uuid
  ) on commit drop`;

/**
 * What the import changed, column by column, with how it stands now and which later import speaks of it too; the student is
 * whose the row is now: a merge or a split may have given it to another.
 */
const fieldsOf = (entity: Entity) => `
  insert into undo_fields
  select c.entity, c.entity_id, ${entity === "student" ? "x.id" : "x.student_id"}, o.key, o.value, c.after->o.key, n.fields->o.key, b.import_id
  from import_change c
  cross join lateral jsonb_each(c.before) o
  join ${ENTITY_TABLES[entity]} x on x.institution_id = current_institution() and x.id = c.entity_id
  cross join lateral (select to_jsonb(x) as fields) n
  left join lateral (
    select y.import_id from (
      select h.import_id, h.at from undo_held h
      where h.entity = c.entity and h.id = c.entity_id and o.key = any(h.columns)
      union all
      select m.import_id, l.at from import_change m join undo_later l on l.id = m.import_id
      where m.institution_id = current_institution() and m.entity = c.entity and m.entity_id = c.entity_id
        and jsonb_exists(m.before, o.key)
    ) y order by y.at, y.import_id limit 1
  ) b on true
  where c.institution_id = current_institution() and c.import_id = $1::uuid and c.entity = '${entity}'
    and c.before is not null`;

/** A residence in a dormitory that the office has removed since stays as it is: there is nothing to go back to. */
const DORMITORY_GONE = `
  update undo_fields f set after = null
  where f.entity = 'residence' and exists (
    select from undo_fields o where o.entity = f.entity and o.id = f.id and o.field = 'dormitory_id'
      and o.before <> 'null' and not exists (
        select from dormitory d where d.institution_id = current_institution() and to_jsonb(d.id) = o.before))`;

const FIELDS_OF: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: [fieldsOf("student"), fieldsOf("document"), SAID_ALONE],
  crossings: [fieldsOf("crossing")],
  grounds: [fieldsOf("ground")],
  residents: [fieldsOf("residence"), DORMITORY_GONE],
  authority: [fieldsOf("ground"), fieldsOf("answer")],
};

/** Of a field that someone has changed since, the newer value stays. */
const CHANGED_SINCE = `
  insert into undo_kept
  select entity, id, student_id, case when by_import is null then 'changedSince' else 'inLaterFile' end,
    by_import, null, field, before, after
  from undo_fields where by_import is not null or now is distinct from after`;

const PATCH = `
  create temporary table undo_patch on commit drop as
  select entity, id, student_id, jsonb_object_agg(field, before) as fields
  from undo_fields where by_import is null and now is not distinct from after
  group by entity, id, student_id`;

const REMOVED = `
  create temporary table undo_removed on commit drop as
  select a.entity, a.id, a.student_id from undo_added a
  where not exists (select from undo_kept k where k.entity = a.entity and k.id = a.id and k.field is null)`;

/** Says from which file and when a row came; follows from what was imported, so nobody is told of it. */
export const UNTOLD = "array['import_id', 'import_row', 'updated_at']";

/** Rows that go, and rows that get back what they were; student by student. */
const TOUCHED = `
  create temporary table undo_touched on commit drop as
  select student_id from undo_removed
  union select student_id from undo_patch where fields - ${UNTOLD} <> '{}'`;

/**
 * Finds out what taking back an import ($1) means, into tables of the transaction's own: undo_removed, undo_patch
 * (columns that get back their values), undo_kept (what stays, and why), undo_touched (students). Changes nothing else.
 */
export function planUndo(kind: ImportKind): readonly string[] {
  return [
    ...findHeld(kind),
    ...findMerged(kind),
    "create index on undo_held (entity, id)",
    KEPT,
    "create index on undo_kept (entity, id)",
    ...KEEP[kind],
    FIELDS,
    ...FIELDS_OF[kind],
    CHANGED_SINCE,
    PATCH,
    REMOVED,
    LEFTOVERS_GO,
    WENT_INTO_ANOTHER,
    "create index on undo_removed (entity, id)",
    "create index on undo_patch (entity, id)",
    TOUCHED,
    ...["undo_kept", "undo_removed", "undo_patch", "undo_touched"].map((name) => `analyze ${name}`),
  ];
}

/** What the plan comes to. */
export const COUNT_PLAN = `
  select 'removed' as what, entity, count(*)::int as count from undo_removed group by entity
  union all
  select 'restored', entity, count(*)::int from undo_patch where fields - ${UNTOLD} <> '{}' group by entity
  union all
  select 'kept', entity, count(*)::int from undo_kept
  where field is null or field <> all(${UNTOLD}) group by entity
  order by 1, 2`;

/** What stays and why, with the students concerned. */
export const KEPT_GROUPS = `
  select k.entity, k.reason, k.field, k.by_import as "importId", i.file_name as "fileName",
    i.committed_at as "writtenAt", k.by_list as "listId", q.number as "listNumber", count(*)::int as count,
    ${CLEARED_OF_GROUP} as cleared,
    (array_agg(distinct k.student_id))[1:1000] as "studentIds"
  from undo_kept k
  left join import i on i.institution_id = current_institution() and i.id = k.by_import
  left join request_list q on q.institution_id = current_institution() and q.id = k.by_list
  where k.field is null or k.field <> all(${UNTOLD})
  group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3 nulls first, 9 desc`;

/** Request lists with students whom it touches: drafts lose those who go, filed ones stay as they are. */
export const LISTS_CONCERNED = `
  select q.id, q.number, q.state, count(*)::int as count
  from request_list q
  join request_list_row r on r.institution_id = q.institution_id and r.request_list_id = q.id
  where q.institution_id = current_institution() and case q.state
    when 'filed' then r.student_id in (select student_id from undo_touched)
    else r.student_id in (select id from undo_removed where entity = 'student') end
  group by 1, 2, 3 order by q.number nulls first, q.id`;
