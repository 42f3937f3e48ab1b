import "server-only";
import { remarkOf, rowsNamed } from "./change-sql";
import type { ImportKind } from "./import-words";
import { FIND_MERGED } from "./merged-rows";
import type { Sql } from "./sql";

/** Names of a staged row t and of a student s that are compared. */
const NAMES = [
  "last_name",
  "first_name",
  "middle_name",
  "last_name_cyrillic",
  "first_name_cyrillic",
  "middle_name_cyrillic",
];
const WHO = ["iin", "student_no", "document_folded", ...NAMES, "coalesce(birth_date::text, '')"];
const KEY = `encode(sha256(convert_to(concat_ws(chr(31), ${WHO.map((column) => `t.${column}`)
  .join(", ")
  .replace("t.coalesce(", "coalesce(t.")}), 'UTF8')), 'hex')`;

/** The same but for how names are written: capitals, spaces and the two points of ё tell nobody apart. */
const ALIKE = `concat_ws(chr(31), ${WHO.map((column) => {
  if (column.includes("(")) return column.replace("(", "(t.");
  return NAMES.includes(column)
    ? `translate(lower(regexp_replace(btrim(t.${column}), '\\s+', ' ', 'g')), 'ё', 'е')`
    : `t.${column}`;
}).join(", ")})`;

/**
 * Rows that say the same of the person are one question under the key of the first; what was said of any of its keys before
 * is known of all.
 */
const KEYS = `
  create temporary table question on commit drop as
  with said as (
    select t.row_no, ${KEY} as own_key, ${ALIKE} as alike from staged t join asked a on a.row_no = t.row_no
  )
  select s.row_no, s.own_key, g.keys[1] as identity_key, g.keys
  from said s
  join (select alike, array_agg(own_key order by row_no) as keys
    from (select alike, own_key, min(row_no) as row_no from said group by 1, 2) k group by 1) g on g.alike = s.alike`;

const sameIn = (column: string) =>
  `(t.${column} <> '' and lower(t.${column}) = lower(s.${column}))`;
const otherIn = (column: string) =>
  `(t.${column} <> '' and s.${column} <> '' and lower(t.${column}) <> lower(s.${column}))`;

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

/** So many rows of a question are named. */
export const ROWS_NAMED = 100;

/** Students whom a question offers: more can hardly be told apart side by side. */
const OFFERED = 6;

/**
 * How likely a row speaks of a student: first those whom a number names, as they come; of those with the name the same
 * patronymic, then the same spelling; another patronymic is last.
 */
const LIKENESS = `
  case when bool_or(c.reason in ('iin', 'number', 'document')) then 100 else
  case when ${sameIn("middle_name")} or ${sameIn("middle_name_cyrillic")} then 4
      when ${otherIn("middle_name")} or ${otherIn("middle_name_cyrillic")} then -4 else 0 end
  + case when (${sameIn("last_name")} and ${sameIn("first_name")})
      or (${sameIn("last_name_cyrillic")} and ${sameIn("first_name_cyrillic")}) then 2 else 0 end end`;

/** Candidates who have a row of their own in the roster: somebody else's row cannot be theirs as well. Other lists may name a student often. */
const OWN_ROWS = `
  select c.row_no, min(o.row_no) as other_no
  from candidate c join staged o on o.student_id = c.student_id
  where o.row_no <> c.row_no and o.fine and o.outcome is null group by 1`;

const keep = (kind: ImportKind) => `
  with own as (${OWN_ROWS}), one as (
    select identity_key, min(row_no) as row_no, count(*) as rows, (array_agg(row_no order by row_no))[1:${ROWS_NAMED}] as row_nos
    from question group by 1
  ), likely as (
    select c.row_no, c.student_id, jsonb_agg(distinct c.reason) as reasons, ${LIKENESS} as likeness
    from one join candidate c on c.row_no = one.row_no
    join staged t on t.row_no = one.row_no
    join student s on s.institution_id = current_institution() and s.id = c.student_id
    group by c.row_no, c.student_id, ${NAMES.flatMap((column) => [`t.${column}`, `s.${column}`]).join(", ")}
  ), placed as (
    select l.*, row_number() over (partition by row_no order by likeness desc, student_id) as place from likely l
  ), offered as (
    select row_no, jsonb_agg(jsonb_build_object('studentId', student_id, 'reasons', reasons) order by place)
      filter (where place <= ${OFFERED}) as candidates, greatest(count(*) - ${OFFERED}, 0) as more
    from placed group by 1
  )
  insert into person_question (institution_id, import_id, identity_key, row_no, rows, row_nos, said, candidates, more, twin)
  select current_institution(), $1::uuid, q.identity_key, q.row_no, q.rows, q.row_nos,
    ${saidBy("t")}, coalesce(p.candidates, '[]'), coalesce(p.more, 0),
    case when o.row_no is not null then jsonb_build_object('rowNo', o.row_no, 'said', ${saidBy("o")},
      'studentId', o.student_id) end
  from one q join staged t on t.row_no = q.row_no
  left join offered p on p.row_no = q.row_no
  left join twin w on w.row_no = q.row_no
  left join own on ${kind === "roster"} and own.row_no = q.row_no
  left join staged o on o.row_no = coalesce(own.other_no, w.other_no)`;

/** Another row of the file that is the person's whom the row of question `q` repeats, as was said. */
const HAS_OTHER_ROW = `exists (select from twin w where w.row_no = q.row_no)
  or exists (select from candidate c join staged o on o.student_id = c.student_id
    where c.row_no = q.row_no and o.row_no <> q.row_no and o.fine and o.outcome is null)`;

/** Nobody who may be meant has come since. */
const NOBODY_CAME_SINCE = `not exists (
  select from candidate c join student k on k.institution_id = current_institution() and k.id = c.student_id
  where c.row_no = q.row_no and k.created_at > d.decided_at)`;

/**
 * What was said for this import; else what was last said of the same in one that was written: that a row stays out, only of
 * lists of the same kind, and not where it was said for that file alone. Who was said to be someone
 * new is by now the student of that number, added since, although a paper or the ИИН still is another's. A row that repeats another stays
 * out as long as the other is there; one that always stays out, until somebody is added who may be meant.
 */
const decided = (kind: ImportKind) => `
  create temporary table decided on commit drop as
  select q.row_no, d.is_remembered, d.import_id, d.identity_key, d.choice as said,
    case when n.id is null then d.choice else 'student' end as choice,
    case when d.choice = 'student' then s.id else n.id end as student_id
  from question q
  join lateral (
    select p.identity_key, p.choice, p.student_id, p.decided_at, p.import_id, p.import_id <> $1::uuid as is_remembered
    from person_decision p
    join import i on i.institution_id = p.institution_id and i.id = p.import_id
    where p.institution_id = current_institution() and p.identity_key = any(q.keys)
      and (p.import_id = $1::uuid or (i.state = 'committed' and (p.choice in ('student', 'new')
        or p.choice in ('sameAsRow', 'leaveOutAlways') and i.kind = '${kind}')))
    order by (p.import_id = $1::uuid) desc, (p.identity_key = q.own_key) desc, p.decided_at desc limit 1
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
    or (d.choice = 'sameAsRow' and (${HAS_OTHER_ROW}))
    or (d.choice = 'leaveOutAlways' and ${NOBODY_CAME_SINCE})
    or (${kind === "roster"} and d.choice = 'new' and not exists (
      select from candidate c where c.row_no = q.row_no and c.reason = 'number'))`;

/** What holds of an earlier import stands beside the question, so that it can be looked at and said otherwise. */
const TELL_REMEMBERED = `
  update person_question p set remembered = jsonb_build_object('importId', d.import_id, 'identityKey', d.identity_key,
    'choice', d.said, 'studentId', d.student_id)
  from decided d join question q on q.row_no = d.row_no
  where d.is_remembered and p.institution_id = current_institution() and p.import_id = $1::uuid
    and p.identity_key = q.identity_key and p.row_no = q.row_no`;

const remembered = (code: string) =>
  `'[{"code":"${code}","field":null,"column":null,"value":"","params":{}}]'::jsonb`;

const STAYS_OUT = "d.choice in ('leaveOut', 'sameAsRow', 'leaveOutAlways')";

const ANSWERS = [
  `update staged t set student_id = d.student_id,
     outcome = case when ${STAYS_OUT} then 'leftOut' end,
     issues = case when not d.is_remembered then t.issues
       when ${STAYS_OUT} then ${remembered("leftOutRemembered")} else ${remembered("personRemembered")} end
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

/** Two rows that turn out to be one student's, unless records were merged (merged-rows.ts). */
const ONE_PERSON_TWICE = `
  with numbered as (
    select row_no, student_id, row_number() over (partition by student_id order by row_no) as place
    from staged where outcome is null and student_id is not null and row_no not in (select row_no from merged_row)
  )
  update staged t set outcome = 'wrong',
    issues = coalesce(t.issues, '[]') || ${remarkOf("onePersonTwice", "student_no", { rows: "twice.rows", student: "s.student_no" })}
  from (select student_id, ${rowsNamed()} as rows from numbered group by 1 having count(*) > 1) twice
  join student s on s.institution_id = current_institution() and s.id = twice.student_id
  where t.student_id = twice.student_id and t.outcome is null`;

/** Puts the questions down, and takes the answers that are known. */
export async function decidePeople(sql: Sql, kind: ImportKind, importId: string): Promise<void> {
  await sql(KEYS, []);
  await sql(FORGET, [importId]);
  await sql(keep(kind), [importId]);
  await sql(decided(kind), [importId]);
  await sql(TELL_REMEMBERED, [importId]);
  const numbers =
    kind === "roster" ? [...NEW_NUMBERS, FIND_MERGED, ONE_PERSON_TWICE] : [OTHER_NUMBER];
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
