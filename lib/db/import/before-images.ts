import "server-only";
import type pg from "pg";
import type { ImportKind, OutcomeCounts } from "./import-words";
import type { UndoEntity } from "./undo-words";
import { CROSSINGS_BY_HAND } from "./write";

/** The tables that imports change, by the name that an image gives to them. */
export const ENTITY_TABLES: Readonly<Record<UndoEntity, string>> = {
  student: "student",
  document: "identity_document",
  crossing: "crossing",
  ground: "ground",
  residence: "residence",
  answer: "request_answer",
};
export type Entity = UndoEntity;

/** Derived, or the same for ever: no image holds them. */
export const NOT_KEPT =
  "array['id', 'institution_id', 'search_key', 'facts_version', 'created_at']";

const takeOf = (entity: Entity, student: string, rows: string) => `
  insert into import_change (institution_id, import_id, entity, entity_id, student_id, before)
  select current_institution(), $1, '${entity}', x.id, ${student}, to_jsonb(x) - ${NOT_KEPT}
  from ${ENTITY_TABLES[entity]} x
  where x.institution_id = current_institution() and ${rows}`;

const OF_CHANGED_STUDENTS = "(select student_id from staged where outcome = 'changed')";

/** Grounds that an answer speaks of and that were there before it, and those that it replaces. */
const KNOWN_GROUNDS = `x.id in (
  select unnest(ground_id || replaced) from staged where outcome in ('new', 'changed'))`;
const KNOWN_ROWS = `x.id in (select known_id from staged where outcome = 'changed')`;
/** Those that the import only puts its name to; the office's own are few and have an index. */
const CONFIRMED_CROSSINGS = `${CROSSINGS_BY_HAND} and x.recorded_at is not null and x.import_id is null
  and x.id in (select known_id from staged where outcome = 'unchanged')`;

const TAKE: Readonly<Record<ImportKind, (counts: OutcomeCounts) => readonly string[]>> = {
  roster: () => [
    takeOf("student", "x.id", `x.id in ${OF_CHANGED_STUDENTS}`),
    takeOf("document", "x.student_id", `x.student_id in ${OF_CHANGED_STUDENTS}`),
  ],
  // A log may be long: it is not searched for what is not in it.
  crossings: ({ changed, unchanged }) => [
    ...(changed ? [takeOf("crossing", "x.student_id", KNOWN_ROWS)] : []),
    ...(unchanged ? [takeOf("crossing", "x.student_id", CONFIRMED_CROSSINGS)] : []),
  ],
  grounds: () => [takeOf("ground", "x.student_id", `x.student_id in ${OF_CHANGED_STUDENTS}`)],
  residents: () => [takeOf("residence", "x.student_id", KNOWN_ROWS)],
  authority: () => [
    takeOf("ground", "x.student_id", KNOWN_GROUNDS),
    takeOf("answer", "x.student_id", KNOWN_ROWS),
  ],
};

/** Documents that a known student has besides those of which there is an image. */
const ADDED_DOCUMENTS = `
  insert into import_change (institution_id, import_id, entity, entity_id, student_id, before, after)
  select current_institution(), $1, 'document', d.id, d.student_id, null, to_jsonb(d) - ${NOT_KEPT}
  from identity_document d
  where d.institution_id = current_institution() and d.student_id in ${OF_CHANGED_STUDENTS}
    and not exists (select from import_change c where c.institution_id = current_institution()
      and c.import_id = $1 and c.entity = 'document' and c.entity_id = d.id)`;

/** A residence does not name the import that brought it: the image of what was not there before does. */
const ADDED_RESIDENCES = `
  insert into import_change (institution_id, import_id, entity, entity_id, student_id, before, after)
  select current_institution(), $1, 'residence', r.id, r.student_id, null, to_jsonb(r) - ${NOT_KEPT}
  from residence r
  where r.institution_id = current_institution()
    and r.student_id in (select student_id from staged where outcome = 'new')`;

const differing = (value: string) => `(
  select coalesce(jsonb_object_agg(o.key, ${value}), '{}') from jsonb_each(c.before) o
  where o.value is distinct from n.fields->o.key)`;

/** Of an image only the columns stay that are others now. */
const reduceOf = (entity: Entity) => `
  with reduced as (
    select c.entity_id, ${differing("o.value")} as before, ${differing("n.fields->o.key")} as after
    from import_change c
    join ${ENTITY_TABLES[entity]} x on x.institution_id = current_institution() and x.id = c.entity_id
    cross join lateral (select to_jsonb(x) as fields) n
    where c.institution_id = current_institution() and c.import_id = $1 and c.entity = '${entity}'
      and c.before is not null
  )
  update import_change c set before = r.before, after = r.after
  from reduced r
  where c.institution_id = current_institution() and c.import_id = $1 and c.entity = '${entity}'
    and c.entity_id = r.entity_id`;

const UNTOUCHED = `
  delete from import_change
  where institution_id = current_institution() and import_id = $1 and before = '{}'`;

const REDUCE: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: [reduceOf("student"), reduceOf("document"), ADDED_DOCUMENTS, UNTOUCHED],
  crossings: [reduceOf("crossing"), UNTOUCHED],
  grounds: [reduceOf("ground"), UNTOUCHED],
  residents: [reduceOf("residence"), ADDED_RESIDENCES, UNTOUCHED],
  authority: [reduceOf("ground"), reduceOf("answer"), UNTOUCHED],
};

/**
 * Before an import is written: how the rows stand that it may change. Looks at what is staged (outcome, student_id,
 * known_id) and at how many rows have each outcome; costs nothing where all rows are new.
 */
export async function takeImages(
  client: pg.PoolClient,
  { id, kind }: { id: string; kind: ImportKind },
  counts: OutcomeCounts,
): Promise<void> {
  for (const statement of TAKE[kind](counts)) await client.query(statement, [id]);
}

/** After it is written: keeps of the images what did change, and notes what was added to known students. */
export async function reduceImages(
  client: pg.PoolClient,
  kind: ImportKind,
  importId: string,
): Promise<void> {
  for (const statement of REDUCE[kind]) await client.query(statement, [importId]);
}
