import "server-only";
import { ENTITY_TABLES, type Entity, NOT_KEPT } from "./before-images";
import { STUDENT_FIELDS } from "./compare-roster";
import type { ImportKind } from "./import-words";
import { nothingBeforeLater } from "./undo-alone";
import { writeMerged } from "./undo-merged";

/** The columns that an import may have changed. */
const COLUMNS: Readonly<Record<Entity, readonly string[]>> = {
  student: [...STUDENT_FIELDS.map(({ column }) => column), "import_id", "import_row", "updated_at"],
  document: ["type", "expires"],
  crossing: ["minute", "checkpoint", "document_no", "import_id", "import_row"],
  ground: [
    "number",
    "valid_from",
    "valid_to",
    "address",
    "status",
    "visa_type",
    "import_id",
    "import_row",
  ],
  residence: ["route", "dormitory_id", "room", "lives_from", "lives_to"],
  answer: [
    "result",
    "reason",
    "number",
    "valid_from",
    "valid_to",
    "authority",
    "ground_id",
    "import_id",
    "import_row",
  ],
};
const ENTITIES: Readonly<Record<ImportKind, readonly Entity[]>> = {
  roster: ["document", "student"],
  crossings: ["crossing"],
  grounds: ["ground"],
  residents: ["residence"],
  authority: ["answer", "ground"],
};

const OFF_DRAFTS = `
  delete from request_list_row r using request_list q
  where r.institution_id = current_institution() and q.institution_id = r.institution_id
    and q.id = r.request_list_id and q.state = 'draft'
    and r.student_id in (select id from undo_removed where entity = 'student')`;

/** Their assessments go first, all at once: row by row, by the student's key, they take long to find. */
const THEIR_ASSESSMENTS = `
  delete from assessment where institution_id = current_institution()
    and student_id in (select id from undo_removed where entity = 'student')`;

const remove = (entity: Entity) => `
  delete from ${ENTITY_TABLES[entity]} x
  where x.institution_id = current_institution()
    and x.id in (select id from undo_removed where entity = '${entity}')`;

const restore = (entity: Entity) => {
  const columns = COLUMNS[entity].join(", ");
  const table = ENTITY_TABLES[entity];
  return `
    update ${table} x set (${columns}) = (select ${columns} from jsonb_populate_record(x, p.fields))
    from undo_patch p
    where p.entity = '${entity}' and x.institution_id = current_institution() and x.id = p.id`;
};

/** What a later import found there is its own now, as if it had added it; first of these imports, by time. */
const heirs = (entity: Entity) => `
  select distinct on (k.id) k.id, h.import_id, h.row_no
  from undo_kept k join undo_held h on h.entity = k.entity and h.id = k.id
  where k.entity = '${entity}' and k.field is null and k.reason = 'inLaterFile'
  order by k.id, h.at`;

const namedLater = (entity: Entity) => `
  update import_change c set before = c.before || jsonb_build_object(
    'import_id', h.import_id, 'import_row', h.row_no)
  from (${heirs(entity)}) h
  where c.institution_id = current_institution() and c.entity = '${entity}' and c.entity_id = h.id
    and c.before->>'import_id' = ($1::uuid)::text`;

const heirChangedNothing = (entity: Entity) => `
  delete from import_change c using (${heirs(entity)}) h
  where c.institution_id = current_institution() and c.entity = '${entity}' and c.entity_id = h.id
    and c.import_id = h.import_id`;

const putUnderHeir = (entity: Entity) => `
  update ${ENTITY_TABLES[entity]} x set import_id = h.import_id, import_row = h.row_no
  from (${heirs(entity)}) h
  where x.institution_id = current_institution() and x.id = h.id and x.import_id = $1::uuid`;

/** Of the row d: what the first of the later images says of each column that any of them has changed. */
const BEFORE_LATER = (entity: Entity) => `(
  select coalesce(jsonb_object_agg(f.key, f.value), '{}') from (
    select distinct on (o.key) o.key, o.value
    from import_change m join undo_later l on l.id = m.import_id cross join lateral jsonb_each(m.before) o
    where m.institution_id = current_institution() and m.entity = '${entity}' and m.entity_id = d.id
    order by o.key, l.at) f)`;

/**
 * What names no import: who added it is told by the image of the row that is not there before it. After it the row is as this
 * import had left it but for what the heir itself changed; files and people may have changed more since. The
 * first documents of a student have no image: they are as they stand but for what later files changed.
 */
const heirsByImage = (entity: Entity) => `
  insert into import_change (institution_id, import_id, entity, entity_id, student_id, before, after)
  select current_institution(), h.import_id, '${entity}', d.id, d.student_id, null,
    coalesce(own.after, to_jsonb(d) - ${NOT_KEPT} || ${BEFORE_LATER(entity)}) || coalesce(theirs.after, '{}')
  from (${heirs(entity)}) h
  join ${ENTITY_TABLES[entity]} d on d.institution_id = current_institution() and d.id = h.id
  left join import_change own on own.institution_id = current_institution() and own.import_id = $1::uuid
    and own.entity = '${entity}' and own.entity_id = d.id and own.before is null
  left join import_change theirs on theirs.institution_id = current_institution() and theirs.import_id = h.import_id
    and theirs.entity = '${entity}' and theirs.entity_id = d.id
  on conflict (institution_id, import_id, entity, entity_id) do update set before = null, after = excluded.after`;

const ROW_OF_LATER = `(select h.row_no from undo_held h
  where h.entity = k.entity and h.id = k.id and h.import_id = k.by_import limit 1)`;

/** Where a later import speaks of a field too, what was there before this import is now before that one. */
const OLDER_IMAGES = `
  insert into import_change (institution_id, import_id, entity, entity_id, student_id, before, after)
  select current_institution(), k.by_import, k.entity, k.id, k.student_id,
    jsonb_object_agg(k.field, k.before),
    jsonb_object_agg(k.field, case k.field
      when 'import_id' then to_jsonb(k.by_import) when 'import_row' then to_jsonb(${ROW_OF_LATER}) else k.after end)
  from undo_kept k where k.field is not null and k.by_import is not null
  group by k.by_import, k.entity, k.id, k.student_id
  on conflict (institution_id, import_id, entity, entity_id) do update set
    before = import_change.before || excluded.before, after = excluded.after || import_change.after`;

/** The office's own crossings that this log confirmed, and a later one too. */
const CONFIRMED_LATER = `
  update crossing x set import_id = k.by_import, import_row = ${ROW_OF_LATER}
  from undo_kept k
  where k.entity = 'crossing' and k.field = 'import_id' and k.by_import is not null
    and x.institution_id = current_institution() and x.id = k.id and x.import_id = $1::uuid`;

const IMAGES_DONE = `
  delete from import_change where institution_id = current_institution()
    and (import_id = $1::uuid or entity = 'student' and entity_id in (select id from undo_removed where entity = 'student'))`;

const inherit = (entity: Entity) =>
  entity === "document" || entity === "residence"
    ? [heirsByImage(entity)]
    : [namedLater(entity), heirChangedNothing(entity), putUnderHeir(entity)];

/** Does what the plan says; $1 is the import. */
export function writeUndo(kind: ImportKind): readonly string[] {
  const entities = ENTITIES[kind];
  return [
    ...(kind === "roster" ? [OFF_DRAFTS, THEIR_ASSESSMENTS] : []),
    ...entities.map(remove),
    ...entities.map(restore),
    ...entities.flatMap(inherit),
    OLDER_IMAGES,
    ...(kind === "roster" ? [nothingBeforeLater(heirs("student"))] : []),
    ...(kind === "crossings" ? [CONFIRMED_LATER] : []),
    ...writeMerged(kind),
    IMAGES_DONE,
  ];
}
