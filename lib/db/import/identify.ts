import "server-only";
import { personKeys } from "@/lib/person-name/person-keys";
import type { BulkClient } from "../in-institution";
import { findByLikeness } from "./identify-by-likeness";
import { findByName } from "./identify-by-name";
import { decidePeople } from "./identify-decided";
import { findNamesakes } from "./identify-namesakes";
import { findTwins } from "./identify-twins";
import type { ImportKind } from "./import-words";
import { OPEN, SAID_NAMES } from "./open-rows";
import { rowsOf, type Sql, sqlOfBulk } from "./sql";

/** Rows whose names are folded at once. */
const AT_ONCE = 5000;

const TABLES = [
  "create temporary table candidate (row_no integer, student_id integer, reason text) on commit drop",
  "create temporary table asked (row_no integer primary key) on commit drop",
];

/** Strongest first; what a number says is certain. An ИИН that is mistyped says nothing for certain. */
const EVIDENCE = [
  `insert into candidate
   select t.row_no, s.id, 'iin' from staged t
   join student s on s.institution_id = current_institution() and s.iin = t.iin
   join file_row f on f.row_no = t.row_no
   where ${OPEN} and t.iin ~ '^\\d{12}$' and not coalesce(f.issues, '[]') @> '[{"code":"badIin"}]'`,
  `insert into candidate
   select t.row_no, s.id, 'number' from staged t
   join student s on s.institution_id = current_institution() and s.student_no = t.student_no
   where ${OPEN}`,
  `insert into candidate
   select t.row_no, n.student_id, 'number' from staged t
   join former_number n on n.institution_id = current_institution() and n.student_no = t.student_no
   where ${OPEN} and not exists (
     select from candidate c where c.row_no = t.row_no and c.reason = 'number')`,
  `insert into candidate
   select t.row_no, d.student_id, 'document' from staged t
   join identity_document d on d.institution_id = current_institution() and d.number_folded = t.document_folded
   where ${OPEN} and t.document_folded <> ''`,
  "analyze candidate",
];

/** So many students who share an ИИН are looked at: what stands in its place for many is none. */
const SHARING = 20;

/**
 * A mistyped ИИН that students have all the same points to them where nothing else points to anybody: a person says
 * whose the row is. Rosters name their students by number.
 */
const BY_MISTYPED_IIN = `
  with found as (
    insert into candidate
    select t.row_no, s.id, 'iin' from staged t
    join lateral (select s.id from student s where s.institution_id = current_institution() and s.iin = t.iin
      order by s.id limit ${SHARING}) s on true
    where ${OPEN} and t.student_id is null and t.iin ~ '^\\d{12}$'
      and not exists (select from candidate c where c.row_no = t.row_no)
    returning row_no)
  insert into asked select distinct row_no from found on conflict do nothing`;

/** Everything points to one student, and the student's number is among it. */
const CERTAIN = `
  update staged t set student_id = c.student_id
  from (select row_no, min(student_id) as student_id from candidate
    group by row_no having count(distinct student_id) = 1 and bool_or(reason = 'number')) c
  where c.row_no = t.row_no`;

/** What points to several students is for a person to say. */
const CONTRADICTIONS = `
  insert into asked select row_no from candidate group by row_no having count(distinct student_id) > 1`;

const KNOWN_NAMES = `s.last_name as "knownLast", s.first_name as "knownFirst",
  s.last_name_cyrillic as "knownLastCyrillic", s.first_name_cyrillic as "knownFirstCyrillic"`;

/**
 * Rows that one student answers to, whose birth date or number is another than the student's: the name has to agree.
 * Birth dates that differ are told by the difference of the row, or asked about with the name.
 */
const TO_COMPARE = `
  select t.row_no as id, one.by_number as "byNumber", ${SAID_NAMES}, ${KNOWN_NAMES},
    coalesce(t.birth_date <> s.birth_date, false) as "otherBirth", one.student_id as "studentId"
  from staged t
  join (select row_no, min(student_id) as student_id, bool_or(reason = 'number') as by_number from candidate
    group by row_no having count(distinct student_id) = 1) one on one.row_no = t.row_no
  join student s on s.institution_id = current_institution() and s.id = one.student_id
  where (not one.by_number or t.birth_date <> s.birth_date) and t.row_no > $1::int
  order by t.row_no limit ${AT_ONCE}`;

type Compared = {
  id: number;
  studentId: number;
  byNumber: boolean;
  otherBirth: boolean;
  lastName: string;
  firstName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
  knownLast: string;
  knownFirst: string;
  knownLastCyrillic: string;
  knownFirstCyrillic: string;
};

/** Whether the name of the row and the name that is known may be one. */
function namesAgree(row: Compared): boolean {
  const birthDate = "-";
  const known = personKeys({
    lastName: row.knownLast,
    firstName: row.knownFirst,
    lastNameCyrillic: row.knownLastCyrillic,
    firstNameCyrillic: row.knownFirstCyrillic,
    birthDate,
  });
  const said = personKeys({ ...row, birthDate });
  return said.length === 0 || said.some((key) => known.includes(key));
}

/** By its number a row is somebody's unless name and birth date both say another; by a paper unless one of them does. */
function isCertain(row: Compared): boolean {
  return row.byNumber ? namesAgree(row) : namesAgree(row) && !row.otherBirth;
}

async function compareNames(sql: Sql): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await rowsOf<Compared>(sql, TO_COMPARE, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    const certain = rows.filter((row) => isCertain(row) && !row.byNumber);
    await sql(
      `update staged t set student_id = k.student_id
       from unnest($1::int[], $2::int[]) as k(row_no, student_id) where t.row_no = k.row_no`,
      [certain.map(({ id }) => id), certain.map(({ studentId }) => studentId)],
    );
    const doubtful = rows.filter((row) => !isCertain(row)).map(({ id }) => id);
    await sql("insert into asked select unnest($1::int[])", [doubtful]);
    await sql("update staged set student_id = null where row_no = any($1::int[])", [doubtful]);
    after = last.id;
  }
}

/**
 * Whose each row of a staged roster is, or of another list of people. What numbers say with one voice is taken; what contradicts itself, and what
 * only the name says, with the birth date or without, becomes a question, answered by what a person has decided, or open.
 */
export async function identifyPeople(
  client: BulkClient,
  kind: ImportKind,
  importId: string,
): Promise<void> {
  const sql = sqlOfBulk(client);
  for (const statement of [...TABLES, ...EVIDENCE, CERTAIN, CONTRADICTIONS])
    await sql(statement, []);
  await compareNames(sql);
  await findByName(sql, kind);
  if (kind === "roster") await findNamesakes(sql);
  await findByLikeness(sql, kind);
  if (kind !== "roster") await sql(BY_MISTYPED_IIN, []);
  await findTwins(sql, kind);
  await decidePeople(sql, kind, importId);
}
