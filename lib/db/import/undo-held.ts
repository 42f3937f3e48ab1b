import "server-only";
import type { ImportKind } from "./import-words";
import { namesDocument } from "./undo-documents";

/** Grounds come by lists of grounds and by an authority's answers: each may hold what the other brought. */
const BRING_GROUNDS = "('grounds', 'authority')";

/** Imports written after the one that is taken back, `$1`, and not taken back themselves. */
const LATER = `
  create temporary table undo_later on commit drop as
  select l.id, l.kind, l.committed_at as at
  from import l
  join import i on i.institution_id = l.institution_id and i.id = $1::uuid
  where l.institution_id = current_institution() and l.id <> i.id
    and (l.kind = i.kind or l.kind in ${BRING_GROUNDS} and i.kind in ${BRING_GROUNDS})
    and l.state in ('committed', 'undoing') and l.committed_at > i.committed_at`;

const NO_IMAGE = (entity: string) => `not exists (
  select from import_change c where c.institution_id = current_institution() and c.import_id = $1::uuid
    and c.entity = '${entity}' and c.entity_id = x.id)`;

/**
 * What the import added: rows under its name that it did not find there; a later import may have put its own name to
 * them. What the office entered by hand may bear the name of a log by a merge.
 */
const added = (entity: string, table: string, student: string, renamed: boolean) => `
  insert into undo_added
  select '${entity}', x.id, ${student} from ${table} x
  where x.institution_id = current_institution() and ${NO_IMAGE(entity)}
    ${entity === "crossing" ? "and x.recorded_at is null" : ""} and (x.import_id = $1::uuid${
      renamed
        ? ` or x.id in (
        select c.entity_id from import_change c join undo_later l on l.id = c.import_id
        where c.institution_id = current_institution() and c.entity = '${entity}'
          and c.before->>'import_id' = ($1::uuid)::text)`
        : ""
    })`;

/** What names no import: the import's own image says that it was not there before. */
const addedByImage = (entity: string, table: string) => `
  insert into undo_added
  select '${entity}', d.id, d.student_id
  from import_change c
  join ${table} d on d.institution_id = current_institution() and d.id = c.entity_id
  where c.institution_id = current_institution() and c.import_id = $1::uuid and c.entity = '${entity}'
    and c.before is null`;

const ADDED: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: [
    added("student", "student", "x.id", true),
    addedByImage("document", "identity_document"),
  ],
  crossings: [added("crossing", "crossing", "x.student_id", false)],
  grounds: [added("ground", "ground", "x.student_id", true)],
  residents: [addedByImage("residence", "residence")],
  authority: [
    added("ground", "ground", "x.student_id", true),
    added("answer", "request_answer", "x.student_id", true),
  ],
};

const NAMES = [
  "last_name",
  "first_name",
  "middle_name",
  "last_name_cyrillic",
  "first_name_cyrillic",
  "middle_name_cyrillic",
];

/** Fields of a file whose columns of the table have another name; the others have the same. */
const COLUMNS_OF: Readonly<Record<string, readonly string[]>> = {
  document_type: ["type"],
  document_expires: ["expires"],
  at: ["minute"],
  time: ["minute"],
  entry_at: ["minute"],
  exit_at: ["minute"],
  entry_time: ["minute"],
  exit_time: ["minute"],
  entry_checkpoint: ["checkpoint"],
  exit_checkpoint: ["checkpoint"],
  dormitory: ["route", "dormitory_id"],
  result: ["result", "status"],
  registration_no: ["number"],
  moved_out: ["lives_to"],
  full_name: NAMES,
  full_name_latin: NAMES,
  full_name_given_first: NAMES,
};
const OTHER_NAMES = Object.entries(COLUMNS_OF)
  .flatMap(([field, columns]) => columns.map((column) => `('${field}', '${column}')`))
  .join(", ");

/**
 * Which cell of a later file's rows speaks of which column of the table; null: every row does, by a constant, or because
 * its empty cells say that there is nothing.
 */
const LATER_CELLS = `
  create temporary table undo_cells on commit drop as
  select l.id as import_id, (m.place - 1)::int as cell, coalesce(n.column_name, m.field) as column_name
  from undo_later l
  join import i on i.institution_id = current_institution() and i.id = l.id
  cross join lateral jsonb_array_elements_text(i.mapping) with ordinality m(field, place)
  left join (values ${OTHER_NAMES}) n(field, column_name) on n.field = m.field
  where m.field is not null
  union all
  select l.id, null, coalesce(n.column_name, k.field)
  from undo_later l
  join import i on i.institution_id = current_institution() and i.id = l.id
  cross join lateral jsonb_object_keys(coalesce(i.answers->'constants', '{}')) k(field)
  left join (values ${OTHER_NAMES}) n(field, column_name) on n.field = k.field
  union all
  select l.id, null, e.field
  from undo_later l
  join import i on i.institution_id = current_institution() and i.id = l.id
  cross join lateral jsonb_array_elements_text(coalesce(i.answers->'erase', '[]')) e(field)`;

/** The columns of which the row r says something: an empty cell says nothing. */
export const SAID = `array(
  select c.column_name from undo_cells c
  where c.import_id = r.import_id and (c.cell is null or coalesce(trim(r.cells::jsonb->>c.cell), '') <> ''))`;

/** Rows of later files that stand for what was there before those files; `on` joins it as x. */
export const held = (
  entity: string,
  table: string,
  on: string,
  columns: string,
  outcomes = "('changed', 'unchanged')",
) => `
  insert into undo_held
  select '${entity}', x.id, r.import_id, r.row_no, l.at, ${columns}
  from undo_later l
  join import_row r on r.institution_id = current_institution() and r.import_id = l.id
    and r.outcome in ${outcomes}
  join undo_students t on t.student_id = r.student_id
  join ${table} x on x.institution_id = current_institution() and ${on}`;

const HELD_STUDENTS = held("student", "student", "x.id = r.student_id", SAID);

/** A row of a roster does not keep which document it named: its cells are searched for the number, folded as it is. */
const HELD_DOCUMENTS = held(
  "document",
  "identity_document",
  `x.student_id = r.student_id and ${namesDocument("r.cells", "x")}`,
  SAID,
);

const HELD_CROSSINGS = held(
  "crossing",
  "crossing",
  "x.id = r.known_id",
  `${SAID} || array['import_id', 'import_row']`,
);

/** A row of an answer leads to its ground by its answer, also where it was the first to bring that. */
export const GROUND_OF_ROW = `case l.kind when 'grounds' then r.known_id else (
  select a.ground_id from request_answer a
  where a.institution_id = current_institution() and a.id = r.known_id) end`;

const HELD_GROUNDS = held(
  "ground",
  "ground",
  `x.id = ${GROUND_OF_ROW}`,
  SAID,
  "('new', 'changed', 'unchanged')",
);

const HELD_ANSWERS = held(
  "answer",
  "request_answer",
  "l.kind = 'authority' and x.id = r.known_id",
  SAID,
);

const HELD_RESIDENCES = held("residence", "residence", "x.id = r.known_id", SAID);

const HELD: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: [HELD_STUDENTS, HELD_DOCUMENTS],
  crossings: [HELD_CROSSINGS],
  grounds: [HELD_GROUNDS],
  residents: [HELD_RESIDENCES],
  authority: [HELD_GROUNDS, HELD_ANSWERS],
};

const STUDENTS = `
  create temporary table undo_students on commit drop as
  select student_id from undo_added
  union select student_id from import_change
  where institution_id = current_institution() and import_id = $1::uuid`;

const INDEXES = ["analyze undo_added", "analyze undo_later", "analyze undo_students"];

/** Into undo_added what an import ($1) added, and into undo_held what of all it wrote later files hold as well. */
export function findHeld(kind: ImportKind): readonly string[] {
  return [
    LATER,
    "create temporary table undo_added (entity text, id bigint, student_id integer) on commit drop",
    ...ADDED[kind],
    STUDENTS,
    `create temporary table undo_held
      (entity text, id bigint, import_id uuid, row_no integer, at timestamptz, columns text[]) on commit drop`,
    LATER_CELLS,
    ...INDEXES,
    ...HELD[kind],
    "analyze undo_held",
  ];
}
