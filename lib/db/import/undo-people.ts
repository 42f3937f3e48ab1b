import "server-only";
import { ENTITY_TABLES } from "./before-images";
import { isObstacle } from "./undo-merged";

/** What somebody decided of the students of an import after it was written. */
export type PeopleConcerned = {
  id: string;
  kind: "merge" | "split";
  /** The record that stayed. */
  studentId: number;
  /** Both records, as they were called: number, surname and given name. */
  one: string;
  other: string;
  reason: string;
  doneAt: Date;
  doneByName: string | null;
  /** True: the record goes with the import, and with it what was decided. */
  goes: boolean;
  /** True: it has to be undone first. */
  isObstacle: boolean;
  /** Of a split: rows that it gave to the other record and that go with the import. */
  rows: number;
};

const called = (id: string) => `(
  select concat_ws(' ', i->>'student_no', coalesce(nullif(i->>'last_name_cyrillic', ''), i->>'last_name'),
    coalesce(nullif(i->>'first_name_cyrillic', ''), i->>'first_name'))
  from jsonb_array_elements((case c.kind when 'merge' then c.before else c.after end)->'student') i
  where (i->>'id')::int = ${id})`;

const TABLE_OF = `case r.entity ${Object.entries(ENTITY_TABLES)
  .map(([entity, table]) => `when '${entity}' then '${table}'`)
  .join(" ")} end`;

const GIVEN = `(
  select count(*)::int from undo_removed r
  where c.kind = 'split' and r.student_id = c.other_id and exists (
    select from jsonb_array_elements(c.after->${TABLE_OF}) e
    where (e->>'id')::bigint = r.id and (e->>'student_id')::int = c.other_id))`;

/** Records that were merged or split since the import ($1) and that taking it back touches; after planUndo. */
export const PEOPLE_CONCERNED = `
  select c.id, c.kind, person_of(c.student_id) as "studentId", coalesce(${called("c.student_id")}, '') as one,
    coalesce(${called("c.other_id")}, '') as other, c.reason, c.done_at as "doneAt", u.name as "doneByName",
    exists (select from undo_removed r where r.entity = 'student' and r.id = c.student_id) as goes,
    ${isObstacle("c.id")} as "isObstacle", ${GIVEN} as rows
  from person_change c
  join import m on m.institution_id = c.institution_id and m.id = $1::uuid and c.done_at > m.committed_at
  left join app_user u on u.institution_id = c.institution_id and u.id = c.done_by
  where c.institution_id = current_institution() and c.undone_at is null
    and (${isObstacle("c.id")} or exists (
      select from undo_touched t where t.student_id in (c.student_id, c.other_id)))
  order by c.id`;
