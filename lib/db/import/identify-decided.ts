import "server-only";
import { remarkOf, rowsNamed } from "./change-sql";
import type { ImportKind } from "./import-words";
import type { Sql } from "./sql";

const WHO = [
  "iin",
  "student_no",
  "document_folded",
  "last_name",
  "first_name",
  "middle_name",
  "last_name_cyrillic",
  "first_name_cyrillic",
  "middle_name_cyrillic",
  "coalesce(birth_date::text, '')",
];
const KEY = `encode(sha256(convert_to(concat_ws(chr(31), ${WHO.map((column) => `t.${column}`)
  .join(", ")
  .replace("t.coalesce(", "coalesce(t.")}), 'UTF8')), 'hex')`;

const KEYS = `
  create temporary table question on commit drop as
  select t.row_no, ${KEY} as identity_key from staged t join asked a on a.row_no = t.row_no`;

/** Taken anew at every comparison, so that the page asks about what is so now. $1 is the import. */
const FORGET =
  "delete from person_question where institution_id = current_institution() and import_id = $1::uuid";

/** What a staged row says of the person. */
const saidBy = (
  row: string,
) => `jsonb_build_object('studentNo', ${row}.student_no, 'lastName', ${row}.last_name,
  'firstName', ${row}.first_name, 'middleName', ${row}.middle_name, 'lastNameCyrillic', ${row}.last_name_cyrillic,
  'firstNameCyrillic', ${row}.first_name_cyrillic, 'middleNameCyrillic', ${row}.middle_name_cyrillic,
  'birthDate', coalesce(${row}.birth_date::text, ''), 'citizenship', ${row}.citizenship, 'iin', ${row}.iin,
  'documentNo', ${row}.document_no, 'faculty', ${row}.faculty)`;

const KEEP = `
  insert into person_question (institution_id, import_id, identity_key, row_no, rows, said, candidates, twin)
  select current_institution(), $1::uuid, q.identity_key, min(q.row_no), count(*),
    (array_agg(${saidBy("t")} order by q.row_no))[1],
    (array_agg(coalesce((select jsonb_agg(jsonb_build_object('studentId', c.student_id, 'reasons', c.reasons)
        order by c.student_id)
      from (select student_id, jsonb_agg(distinct reason) as reasons from candidate c
        where c.row_no = q.row_no group by 1 order by 1 limit 6) c), '[]') order by q.row_no))[1],
    (array_agg(case when o.row_no is not null
      then jsonb_build_object('rowNo', o.row_no, 'said', ${saidBy("o")}) end order by q.row_no))[1]
  from question q join staged t on t.row_no = q.row_no
  left join twin w on w.row_no = q.row_no
  left join staged o on o.row_no = w.other_no
  group by q.identity_key`;

/**
 * What was said for this import; else what was last said of the same in one that was written. Who was said to be someone
 * new is by now the student of that number, added since, although a paper or the ИИН still is another's.
 */
const decided = (kind: ImportKind) => `
  create temporary table decided on commit drop as
  select q.row_no, d.is_remembered, case when n.id is null then d.choice else 'student' end as choice,
    case when d.choice = 'student' then s.id else n.id end as student_id
  from question q
  join lateral (
    select p.choice, p.student_id, p.decided_at, p.import_id <> $1::uuid as is_remembered
    from person_decision p
    join import i on i.institution_id = p.institution_id and i.id = p.import_id
    where p.institution_id = current_institution() and p.identity_key = q.identity_key
      and (p.import_id = $1::uuid or (i.state = 'committed' and p.choice <> 'leaveOut'))
    order by (p.import_id = $1::uuid) desc, p.decided_at desc limit 1
  ) d on true
  left join student s on s.institution_id = current_institution() and s.id = person_of(d.student_id)
  left join lateral (
    select min(k.id) as id from candidate c
    join student k on k.institution_id = current_institution() and k.id = c.student_id
    where c.row_no = q.row_no and c.reason = 'number' and d.choice = 'new' and d.is_remembered
      and k.created_at >= d.decided_at
    having count(distinct k.id) = 1
  ) n on true
  where (d.choice = 'student' and s.id is not null) or d.choice = 'leaveOut' or n.id is not null
    or (${kind === "roster"} and d.choice = 'new' and not exists (
      select from candidate c where c.row_no = q.row_no and c.reason = 'number'))`;

const REMEMBERED = `'[{"code":"personRemembered","field":null,"column":null,"value":"","params":{}}]'::jsonb`;

const ANSWERS = [
  `update staged t set student_id = d.student_id,
     outcome = case when d.choice = 'leaveOut' then 'leftOut' end,
     issues = case when d.is_remembered then ${REMEMBERED} else t.issues end
   from decided d where d.row_no = t.row_no`,
  `update staged t set outcome = 'toConfirm' from question q
   where q.row_no = t.row_no and not exists (select from decided d where d.row_no = q.row_no)`,
  // What belongs to another student stays with that one.
  `update staged t set document_no = '', document_folded = '', document_type = '', document_expires = null
   from candidate c join decided d on d.row_no = c.row_no
   where c.row_no = t.row_no and c.reason = 'document' and c.student_id is distinct from d.student_id`,
  `update staged t set iin = '' from candidate c join decided d on d.row_no = c.row_no
   where c.row_no = t.row_no and c.reason = 'iin' and c.student_id is distinct from d.student_id`,
];

const KNOWN_OTHERWISE = `'[{"code":"knownUnderOtherNumber","field":"student_no","column":null,"value":"","params":{}}]'::jsonb`;

/** Only a roster gives numbers; on another list one that is not the student's is told. */
const OTHER_NUMBER = `
  update staged t set issues = coalesce(t.issues, '[]') || ${KNOWN_OTHERWISE}
  where t.student_id is not null and t.outcome is null and t.student_no <> '' and not exists (
    select from candidate c where c.row_no = t.row_no and c.reason = 'number')`;

/** A number that is nobody's, on the row of a known student, is the student's new one. */
const NEW_NUMBERS = [
  "alter table staged add column new_number boolean not null default false",
  `update staged t set new_number = true, issues = coalesce(t.issues, '[]') || ${KNOWN_OTHERWISE}
   where t.student_id is not null and t.outcome is null and not exists (
     select from candidate c where c.row_no = t.row_no and c.reason = 'number')`,
];

/** Two rows that turn out to be one student's. */
const ONE_PERSON_TWICE = `
  with numbered as (
    select row_no, student_id, row_number() over (partition by student_id order by row_no) as place
    from staged where outcome is null and student_id is not null
  )
  update staged t set outcome = 'wrong',
    issues = coalesce(t.issues, '[]') || ${remarkOf("conflictingRows", "student_no", { rows: "twice.rows" })}
  from (select student_id, ${rowsNamed()} as rows from numbered group by 1 having count(*) > 1) twice
  where t.student_id = twice.student_id and t.outcome is null`;

/** Puts the questions down, and takes the answers that are known. */
export async function decidePeople(sql: Sql, kind: ImportKind, importId: string): Promise<void> {
  await sql(KEYS, []);
  await sql(FORGET, [importId]);
  await sql(KEEP, [importId]);
  await sql(decided(kind), [importId]);
  const numbers = kind === "roster" ? [...NEW_NUMBERS, ONE_PERSON_TWICE] : [OTHER_NUMBER];
  for (const statement of [...ANSWERS, ...numbers]) await sql(statement, []);
}

/** The numbers of students who come under a new one; the old one still leads to them. */
export const WRITE_NUMBERS = [
  `insert into former_number (institution_id, student_no, student_id)
   select current_institution(), s.student_no, s.id from staged t
   join student s on s.institution_id = current_institution() and s.id = t.student_id
   where t.new_number and t.outcome = 'changed' order by s.student_no
   on conflict (institution_id, student_no) do nothing`,
  `update student s set student_no = t.student_no from staged t
   where t.new_number and t.outcome = 'changed' and s.institution_id = current_institution() and s.id = t.student_id`,
];
