import "server-only";
import { ENTITY_TABLES, type Entity } from "./before-images";
import type { ImportKind } from "./import-words";
import { GROUND_OF_ROW, held, SAID } from "./undo-held";

/** What a merge swallows: rows that both records had, and the record that went. Documents always move. */
const SWALLOWED: Readonly<Record<ImportKind, readonly Entity[]>> = {
  roster: ["student"],
  crossings: ["crossing"],
  grounds: ["ground"],
  residents: ["residence"],
  authority: ["ground"],
};

/** By which column of a later file's row such a row is known, and the outcomes of that row. */
const HELD: Readonly<
  Partial<Record<Entity, readonly [id: string, said: string, outcomes?: string]>>
> = {
  student: [
    `r.student_id or x.stands = r.student_id and exists (
        select from undo_cells c where c.import_id = r.import_id and c.column_name = 'student_no'
          and trim(r.cells::jsonb->>c.cell) = x.row->>'student_no')`,
    SAID,
    "('changed', 'unchanged', 'repeated')",
  ],
  crossing: ["r.known_id", `${SAID} || array['import_id', 'import_row']`],
  ground: [GROUND_OF_ROW, SAID, "('new', 'changed', 'unchanged')"],
  residence: ["r.known_id", SAID],
};

const MERGED = `
  create temporary table undo_merged (
    change_id uuid, entity text, id bigint, institution_id uuid, student_id integer, stands integer, row jsonb
  ) on commit drop`;

/** Rows that stand in no table, only in the images of merges that hold, and that the import ($1) added or changed. */
const swallowed = (entity: Entity) => `
  insert into undo_merged
  select p.id, '${entity}', (e->>'id')::bigint, p.institution_id,
    coalesce(e->>'student_id', e->>'id')::int, person_of(p.other_id), e
  from person_change p
  cross join lateral jsonb_array_elements(p.before->'${ENTITY_TABLES[entity]}') e
  where p.institution_id = current_institution() and p.kind = 'merge' and p.undone_at is null
    and not exists (
      select from jsonb_array_elements(p.after->'${ENTITY_TABLES[entity]}') a where a->>'id' = e->>'id')
    and (e->>'import_id' = ($1::uuid)::text or exists (
      select from import_change c where c.institution_id = current_institution() and c.import_id = $1::uuid
        and c.entity = '${entity}' and c.entity_id = (e->>'id')::bigint))`;

const THEIR_STUDENTS = `
  insert into undo_students
  (select student_id from undo_merged union select stands from undo_merged)
  except select student_id from undo_students`;

/**
 * Records that went into another and that the import brought (mine), or that went into one that it brought: with the
 * record that stands. Not mine where a later file holds the record too.
 */
const WENT = `
  create temporary table undo_went on commit drop as
  select p.id as change_id, p.other_id as id, person_of(p.other_id) as stands,
    coalesce(e->>'import_id' = ($1::uuid)::text, false)
      and not exists (select from import_change c where c.institution_id = current_institution()
        and c.import_id = $1::uuid and c.entity = 'student' and c.entity_id = p.other_id)
      and not exists (select from undo_held h where h.entity = 'student' and h.id = p.other_id) as mine
  from person_change p
  cross join lateral jsonb_array_elements(p.before->'student') e
  where p.institution_id = current_institution() and p.kind = 'merge' and p.undone_at is null
    and (e->>'id')::int = p.other_id
    and (e->>'import_id' = ($1::uuid)::text
      or person_of(p.other_id) in (select id from undo_added where entity = 'student'))`;

/** A record into which one went that the import did not bring stays: it would be lost with it. */
export const HOLDS_ANOTHER = `
  insert into undo_kept (entity, id, student_id, reason)
  select distinct 'student', w.stands, w.stands, 'merged'
  from undo_went w join undo_added a on a.entity = 'student' and a.id = w.stands
  where not w.mine and not exists (select from undo_kept k where k.entity = 'student' and k.id = w.stands)`;

/** After undo_removed: who went into a record that stays can be taken back only once there are two records again. */
export const WENT_INTO_ANOTHER = `
  insert into undo_kept (entity, id, student_id, reason)
  select 'student', w.id, w.stands, 'merged'
  from undo_went w join student s on s.institution_id = current_institution() and s.id = w.stands
  where w.mine and not exists (select from undo_removed r where r.entity = 'student' and r.id = w.stands)`;

/** As SQL, whether the merge with this key has to be undone before the import can be. */
export const isObstacle = (change: string) => `exists (
  select from undo_went w join undo_kept k on k.entity = 'student' and k.reason = 'merged'
    and k.id = case when w.mine then w.id else w.stands end
  where w.change_id = ${change})`;

/** After findHeld: into undo_merged what a standing merge keeps of the import, and into undo_held what later files hold of it. */
export function findMerged(kind: ImportKind): readonly string[] {
  const entities = SWALLOWED[kind];
  return [
    MERGED,
    ...entities.map(swallowed),
    THEIR_STUDENTS,
    ...entities.flatMap((entity) => {
      const [id, said, outcomes] = HELD[entity] ?? [];
      if (id === undefined || said === undefined) return [];
      return [
        held(entity, "undo_merged", `x.entity = '${entity}' and (x.id = ${id})`, said, outcomes),
      ];
    }),
    WENT,
  ];
}

const OF_MERGED = "h.entity = m.entity and h.id = m.id";
const IMAGE = `c.institution_id = current_institution() and c.import_id = $1::uuid
  and c.entity = m.entity and c.entity_id = m.id`;

/** What the import had changed of them is as before, but for what a later file says too; and which later file holds the row. */
const AS_BEFORE = `
  create temporary table undo_merged_now on commit drop as
  select m.change_id, m.entity, m.id, m.row || coalesce(p.fields, '{}') as row, h.import_id as heir, h.row_no
  from undo_merged m
  left join lateral (
    select jsonb_object_agg(o.key, o.value) as fields
    from import_change c cross join lateral jsonb_each(c.before) o
    where ${IMAGE} and c.before is not null and m.row->o.key is not distinct from c.after->o.key
      and not exists (select from undo_held h where ${OF_MERGED} and o.key = any(h.columns))
  ) p on true
  left join lateral (
    select h.import_id, h.row_no from undo_held h where ${OF_MERGED} order by h.at limit 1) h on true`;

/** What names an import that is taken back by now names the later file that holds it, or the office that entered it by hand. */
const UNDER_HEIR = `
  update undo_merged_now m set row = m.row || jsonb_build_object('import_id', m.heir, 'import_row', m.row_no)
  from import i
  where i.institution_id = current_institution() and i.id = (m.row->>'import_id')::uuid
    and (i.id = $1::uuid or i.state = 'undone')
    and (m.heir is not null or m.row->>'recorded_at' is not null)`;

/** What nobody else holds goes; not what was set aside by hand, and not the student, of whom the page tells. */
const GONE = `
  delete from undo_merged_now m
  where m.entity <> 'student' and m.row->>'set_aside_at' is null and m.heir is null and case m.entity
    when 'residence' then exists (select from import_change c where ${IMAGE} and c.before is null)
    else exists (
      select from import i where i.institution_id = current_institution() and i.id = (m.row->>'import_id')::uuid
        and (i.id = $1::uuid or i.state = 'undone')) end`;

/** The image of the merge holds what stays of these rows and all others as they were. */
const keepOf = (entity: Entity) => `
  update person_change p set before = jsonb_set(p.before, '{${ENTITY_TABLES[entity]}}', (
    select coalesce(jsonb_agg(coalesce(n.row, e.row) order by e.place), '[]')
    from jsonb_array_elements(p.before->'${ENTITY_TABLES[entity]}') with ordinality e(row, place)
    left join undo_merged m on m.change_id = p.id and m.entity = '${entity}' and m.id = (e.row->>'id')::bigint
    left join undo_merged_now n on n.change_id = p.id and n.entity = '${entity}' and n.id = m.id
    where m.id is null or n.id is not null))
  where p.institution_id = current_institution()
    and p.id in (select change_id from undo_merged where entity = '${entity}')`;

/** Later images of these rows: where they go back to what the import had written, they go back to what was before it. */
const OLDER = `
  update import_change l set before = l.before || (
    select coalesce(jsonb_object_agg(o.key, o.value), '{}') from jsonb_each(c.before) o
    where l.before->o.key = c.after->o.key)
  from undo_merged m join import_change c on ${IMAGE} and c.before is not null
  where l.institution_id = current_institution() and l.import_id in (select id from undo_later)
    and l.entity = m.entity and l.entity_id = m.id and l.before is not null`;

/** A residence names no import: that the later file brought it is told by the image of what was not there before. */
const RESIDENCE_OF_HEIR = `
  insert into import_change (institution_id, import_id, entity, entity_id, student_id, before, after)
  select current_institution(), n.heir, n.entity, n.id, (n.row->>'student_id')::int, null,
    n.row - array['id', 'institution_id']
  from undo_merged_now n join undo_merged m on m.change_id = n.change_id and m.entity = n.entity and m.id = n.id
  join import_change c on ${IMAGE} and c.before is null
  where n.entity = 'residence' and n.heir is not null
  on conflict (institution_id, import_id, entity, entity_id) do update set before = null, after = excluded.after`;

/** What the office entered and a merge alone put under this log is the office's own again. */
const OWN_AGAIN = `
  update crossing set import_id = null, import_row = null
  where institution_id = current_institution() and import_id = $1::uuid and recorded_at is not null`;

/**
 * Before the images of the import ($1) go: takes it back from what standing merges keep too, so that undoing them brings
 * nothing of it back.
 */
export function writeMerged(kind: ImportKind): readonly string[] {
  return [
    AS_BEFORE,
    UNDER_HEIR,
    GONE,
    ...SWALLOWED[kind].map(keepOf),
    OLDER,
    ...(kind === "residents" ? [RESIDENCE_OF_HEIR] : []),
    ...(kind === "crossings" ? [OWN_AGAIN] : []),
  ];
}
