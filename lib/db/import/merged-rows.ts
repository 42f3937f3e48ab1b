import "server-only";
import { rowsNamed } from "./change-sql";
import { STAGED_FIELDS } from "./staged-fields";

/** What a student's row and a row of a roster hold under the same name; names are told by the row as a whole. */
const COLUMNS = Object.values(STAGED_FIELDS.roster).filter(
  ([column]) => column !== "student_no" && !column.startsWith("document"),
);
const NAME = /_name(_cyrillic)?$/;

/** Numbers of records that were made one with another, and the one under which the student is known now, as SQL. */
export const NUMBERS_NOW = `
  select n.student_no, s.student_no as number_now from former_number n
  join student s on s.institution_id = current_institution() and s.id = n.student_id
  left join student k on k.institution_id = current_institution() and k.student_no = n.student_no
  where n.institution_id = current_institution() and k.id is null`;

/**
 * Makes the table `merged_row`: rows of a roster that are one student's because records were merged, each under the number
 * that its record had, with what the record that went said then (`gone`; null: the row of the one that stayed) and when they were merged.
 */
export const FIND_MERGED = `
  create temporary table merged_row on commit drop as
  with several as (
    select student_id from staged where outcome is null and student_id is not null group by 1 having count(*) > 1
  ), merges as materialized (
    select g as gone, c.done_at, person_of(c.other_id) as student_id
    from person_change c cross join lateral jsonb_array_elements(c.before->'student') g
    where c.institution_id = current_institution() and c.kind = 'merge' and c.undone_at is null
      and (g->>'id')::int = c.other_id and exists (select from several)
  ), of_one as (
    select t.row_no, t.student_id, m.gone, m.done_at, exists (
      select from candidate c where c.row_no = t.row_no and c.student_id = t.student_id and c.reason = 'number') as numbered
    from several v join staged t on t.student_id = v.student_id and t.outcome is null
    left join lateral (
      select m.gone, m.done_at from merges m
      where m.student_id = t.student_id and m.gone->>'student_no' = t.student_no order by m.done_at desc limit 1
    ) m on true
  )
  select row_no, student_id, gone, max(done_at) over (partition by student_id) as done_at
  from of_one where student_id in (
    select student_id from of_one group by 1
    having bool_and(numbered) and count(*) filter (where gone is null) <= 1)`;

/** What is told beside the rows `rows`, as SQL: the student, and the day of the merge `m` in Bishkek. */
const told = (rows: string) => `jsonb_build_object('rows', ${rows}, 'student', s.student_no,
  'day', to_char(m.done_at at time zone 'Asia/Bishkek', 'DD.MM.YYYY'))`;
const say = (code: string, field: string, params: string) =>
  `jsonb_build_object('code', '${code}', 'field', ${field}, 'column', null, 'value', '', 'params', ${params})`;

const THEIR_STUDENT =
  "join student s on s.institution_id = current_institution() and s.id = m.student_id";

/** What another row of the student says is not erased by this one's empty cell. */
const ERASE_NOT = `
  update staged t set erased = (
    select array_agg(e) from unnest(t.erased) e where not exists (
      select from merged_row o join staged r on r.row_no = o.row_no
      where o.student_id = m.student_id and o.row_no <> m.row_no and coalesce(to_jsonb(r)->>e, '') <> ''))
  from merged_row m where m.row_no = t.row_no and t.erased is not null`;

/** Whether the row says what its record said when it was merged, and what was decided otherwise then. */
const isDecided = (column: string) =>
  `(t.${column} is not null and t.${column}::text <> '' and t.${column}::text = m.gone->>'${column}'
    and t.${column} is distinct from s.${column})`;

/** That is said no more, and told. */
const DECIDED = `
  update staged t set
    issues = coalesce(t.issues, '[]') || jsonb_build_array(${say("mergedRow", "'student_no'", told("''"))})
      ${COLUMNS.filter(([column]) => !NAME.test(column))
        .map(
          ([column]) => `|| case when ${isDecided(column)}
            then jsonb_build_array(${say("mergedField", `'${column}'`, told("''"))}) else '[]' end`,
        )
        .join(" ")},
    ${COLUMNS.map(
      ([column, type]) =>
        `${column} = case when ${isDecided(column)} then ${type === "date" ? "null" : "''"} else t.${column} end`,
    ).join(", ")}
  from merged_row m ${THEIR_STUDENT}
  where m.row_no = t.row_no and m.gone is not null`;

const STANDING = `standing as (
    select m.row_no, m.student_id, m.done_at, row_number() over (partition by m.student_id order by m.row_no) as place
    from merged_row m join staged t on t.row_no = m.row_no where t.outcome is null
  )`;

/** What the rows say of one thing, and differently: which of them holds only a person knows. */
const DIFFER = `
  with ${STANDING},
  differing as (
    select student_id, field from (
      select g.student_id, v.field, v.about, v.value
      from standing g join staged t on t.row_no = g.row_no
      cross join lateral (values ${COLUMNS.map(([column]) => `('${column}', '', t.${column}::text)`).join(", ")},
        ('document_type', t.document_folded, t.document_type),
        ('document_expires', t.document_folded, t.document_expires::text)) v(field, about, value)
      where v.value <> '') said
    group by student_id, field, about having count(distinct value) > 1
  ),
  m as (select student_id, ${rowsNamed()} as rows, max(done_at) as done_at from standing group by 1),
  found as (
    select m.student_id, jsonb_agg(${say("mergedRowsDiffer", "d.field", told("m.rows"))} order by d.field) as issues
    from m join differing d on d.student_id = m.student_id ${THEIR_STUDENT} group by 1
  )
  update staged t set outcome = 'wrong', issues = coalesce(t.issues, '[]') || f.issues
  from standing g join found f on f.student_id = g.student_id where g.row_no = t.row_no`;

/** Of rows that would change the same the first does; where each brings something else, it would be written only in part. */
const BOTH = `
  with changing as (
    select m.row_no, m.student_id, m.done_at, t.changes, row_number() over (partition by m.student_id order by m.row_no) as place
    from merged_row m join staged t on t.row_no = m.row_no where t.outcome is null and t.changes is not null
  ),
  m as (
    select student_id, ${rowsNamed()} as rows, max(done_at) as done_at, count(distinct changes) > 1 as apart
    from changing group by 1 having count(*) > 1
  )
  update staged t set changes = null, outcome = case when m.apart then 'wrong' else 'repeated' end,
    issues = case when m.apart then coalesce(t.issues, '[]')
      || jsonb_build_array(${say("mergedRowsBoth", "'student_no'", told("m.rows"))}) else t.issues end
  from m ${THEIR_STUDENT} join changing g on g.student_id = m.student_id
  where g.row_no = t.row_no and (m.apart or g.place > 1)`;

/** Before the rows of a roster are compared with the database, and once it is known what each would change. */
export const BEFORE_COMPARING = [ERASE_NOT, DECIDED, DIFFER];
export const WHEN_COMPARED = [BOTH];
