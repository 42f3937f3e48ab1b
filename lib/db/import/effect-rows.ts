import "server-only";
import type { Verdict } from "@/lib/compliance/assessment";
import type { BulkClient, Tx } from "../in-institution";
import type { EffectGroup, ImportEffect } from "./effect-words";
import { isMissing } from "./named-in-file";

/** Students whom a group names; it always tells how many there are. */
const NAMED = 200;

/** A student who would stand otherwise; a key below zero is the number of the row that adds the student. */
export type ChangedVerdict = { studentId: number; before: Verdict | null; after: Verdict };

export async function deleteEffect(client: BulkClient, importId: string): Promise<void> {
  await client.query(
    "delete from import_effect where institution_id = current_institution() and import_id = $1",
    [importId],
  );
}

const NEXT = `coalesce((select max(position) from import_effect
  where institution_id = current_institution() and import_id = $1), 0)`;

const WRITE = `
  insert into import_effect (institution_id, import_id, position, kind, student_id, row_no, before, after)
  select current_institution(), $1, ${NEXT} + n.place, case when n.before is null then 'added' else 'verdict' end,
    case when n.id > 0 then n.id end, case when n.id < 0 then -n.id end, n.before, n.after
  from unnest($2::int[], $3::text[], $4::text[]) with ordinality as n(id, before, after, place)`;

export async function writeChangedVerdicts(
  client: BulkClient,
  importId: string,
  changed: readonly ChangedVerdict[],
): Promise<void> {
  if (changed.length === 0) return;
  await client.query(WRITE, [
    importId,
    changed.map(({ studentId }) => studentId),
    changed.map(({ before }) => before),
    changed.map(({ after }) => after),
  ]);
}

const BROKEN = `
  insert into import_effect (institution_id, import_id, position, kind, student_id)
  select current_institution(), $1, ${NEXT} + n.place, 'broken', n.id from unnest($2::int[]) with ordinality as n(id, place)`;

/** Students after whose entry there would be no exit, or before whose exit no entry. */
export async function writeBroken(
  client: BulkClient,
  importId: string,
  studentIds: readonly number[],
): Promise<void> {
  if (studentIds.length > 0) await client.query(BROKEN, [importId, studentIds]);
}

/** As the file writes their names. */
const NAMES_OF_THE_NEW = `
  update import_effect e set name = concat_ws(' ',
    coalesce(nullif(t.last_name_cyrillic, ''), t.last_name), coalesce(nullif(t.first_name_cyrillic, ''), t.first_name))
  from staged t
  where e.institution_id = current_institution() and e.import_id = $1 and e.row_no = t.row_no and e.student_id is null`;

const ABSENT = `
  insert into import_effect (institution_id, import_id, position, kind, student_id)
  select current_institution(), $1, ${NEXT} + row_number() over (order by s.id), 'absent', s.id
  from student s
  where s.institution_id = current_institution() and ${isMissing("s.id")}`;

/** Of a roster: names for those whom it adds, and who is known and not in it, nor may be meant by a row of it. */
export async function writeRosterEffect(client: BulkClient, importId: string): Promise<void> {
  await client.query(NAMES_OF_THE_NEW, [importId]);
  await client.query(ABSENT, [importId]);
}

/** What becomes known of where a student lives. */
const HOUSED = `
  insert into import_effect (institution_id, import_id, position, kind, student_id)
  select current_institution(), $1, ${NEXT} + row_number() over (order by t.student_id), t.kind, t.student_id
  from (
    select student_id, case
      when outcome = 'new' then 'housed'
      when ended = 'yes' then 'movedOut'
      when changes @> '[{"field":"dormitory"}]' or changes @> '[{"field":"room"}]' then 'moved' end as kind
    from staged where outcome in ('new', 'changed')
  ) t where t.kind is not null`;

const UNLISTED = `
  insert into import_effect (institution_id, import_id, position, kind, student_id)
  select current_institution(), $1, ${NEXT} + row_number() over (order by r.student_id), 'unlisted', r.student_id
  from residence r
  where r.institution_id = current_institution() and r.route = 'dormitory'
    and (r.lives_from is null or r.lives_from <= $2::date)
    and (r.lives_to is null or r.lives_to >= $2::date)
    and r.dormitory_id in (select dormitory_id from staged where outcome <> 'wrong')
    and ${isMissing("r.student_id")}`;

/**
 * Of a dormitory list: of whom it becomes known where they live, who lives elsewhere than was known, and who lives in one
 * of its dormitories by our records and is not in it. Returns how many students its new and changed rows are about.
 */
export async function writeResidentsEffect(
  client: BulkClient,
  importId: string,
  asOf: string,
): Promise<number> {
  await client.query(HOUSED, [importId]);
  await client.query(UNLISTED, [importId, asOf]);
  const { rows } = await client.query<{ count: number }>(
    "select count(distinct student_id)::int as count from staged where outcome in ('new', 'changed')",
  );
  return rows[0]?.count ?? 0;
}

const ANSWERED = `
  insert into import_effect (institution_id, import_id, position, kind, student_id)
  select current_institution(), $1, ${NEXT} + row_number() over (order by t.student_id), t.result, t.student_id
  from staged t where t.outcome in ('new', 'changed')`;

const REPLACED = `
  insert into import_effect (institution_id, import_id, position, kind, student_id)
  select current_institution(), $1, ${NEXT} + row_number() over (order by t.student_id), 'replaced', t.student_id
  from staged t where t.outcome in ('new', 'changed') and t.replaced is not null`;

/** Not who stands in a row that belongs to no list as it is: mended, it may be of this one. */
const UNANSWERED = `
  insert into import_effect (institution_id, import_id, position, kind, student_id, before)
  select current_institution(), $1, ${NEXT} + row_number() over (order by l.number, r.position), 'unanswered', p.id, l.number
  from request_list_row r
  join request_list l on l.institution_id = current_institution() and l.id = r.request_list_id
  left join student s on s.institution_id = current_institution() and s.id = r.student_id
  cross join lateral (select coalesce(s.id, person_of(r.student_id)) as id) p
  where r.institution_id = current_institution() and r.obstacles = '[]'
    and l.id in (select list_id from staged)
    and not exists (select from staged t where t.list_id = l.id and t.member_id = r.student_id)
    and not exists (select from staged t where t.list_id is null and t.student_id = p.id)
    and not exists (select from maybe_named m where m.student_id = p.id)
    and not exists (select from request_answer a where a.institution_id = current_institution()
      and a.request_list_id = l.id and a.student_id = r.student_id)`;

/**
 * Of an authority's answer: what it answers about whom, whose other registration it replaces, and who is on its lists and
 * not in it.
 */
export async function writeAnswersEffect(client: BulkClient, importId: string): Promise<void> {
  await client.query(ANSWERED, [importId]);
  await client.query(REPLACED, [importId]);
  await client.query(UNANSWERED, [importId]);
}

/** False where the import is in another state by now. */
export async function markEffect(
  client: BulkClient,
  importId: string,
  effect: ImportEffect,
  state: "ready" | "committing",
): Promise<boolean> {
  const { rowCount } = await client.query(
    "update import set effect = $2 where institution_id = current_institution() and id = $1 and state = $3",
    [importId, JSON.stringify(effect), state],
  );
  return rowCount === 1;
}

/** Whom an import would concern, alike ones together, the largest groups of a kind first. */
export async function listEffectGroups(tx: Tx, importId: string): Promise<EffectGroup[]> {
  return tx.$queryRaw<EffectGroup[]>`
    with named as (
      select e.kind, e.before, e.after, s.id as "studentId", s.student_no as "studentNo", e.row_no as "rowNo",
        case when s.id is null then e.name else concat_ws(' ',
          coalesce(nullif(s.last_name_cyrillic, ''), s.last_name),
          coalesce(nullif(s.first_name_cyrillic, ''), s.first_name)) end collate "ru-x-icu" as name
      from import_effect e
      left join student s on s.institution_id = e.institution_id and s.id = e.student_id
      where e.institution_id = current_institution() and e.import_id = ${importId}::uuid
    ),
    placed as (
      select *, row_number() over (partition by kind, before, after order by name, "studentId", "rowNo") as place
      from named
    )
    select kind, before, after, count(*)::int as count,
      jsonb_agg(jsonb_build_object('studentId', "studentId", 'studentNo', "studentNo", 'rowNo', "rowNo", 'name', name) order by place)
        filter (where place <= ${NAMED}) as students
    from placed group by 1, 2, 3 order by 1, 4 desc, 2, 3`;
}
