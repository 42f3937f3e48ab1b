import "server-only";
import { personKeys } from "@/lib/person-name/person-keys";
import type { BulkClient } from "../in-institution";
import { decidePeople } from "./identify-decided";
import { findTwins } from "./identify-twins";
import type { ImportKind } from "./import-words";
import { keyLists, refreshNameKeys } from "./name-keys";
import { rowsOf, type Sql, sqlOfBulk } from "./sql";

/** Rows whose names are folded at once. */
const AT_ONCE = 5000;

const TABLES = [
  "create temporary table candidate (row_no integer, student_id integer, reason text) on commit drop",
  "create temporary table asked (row_no integer primary key) on commit drop",
];

const OPEN = "t.fine and t.outcome is null";

/** Strongest first; what a number says is certain. An ИИН that is mistyped says nothing. */
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

/** Everything points to one student, and the student's number is among it. */
const CERTAIN = `
  update staged t set student_id = c.student_id
  from (select row_no, min(student_id) as student_id from candidate
    group by row_no having count(distinct student_id) = 1 and bool_or(reason = 'number')) c
  where c.row_no = t.row_no`;

/** What points to several students is for a person to say. */
const CONTRADICTIONS = `
  insert into asked select row_no from candidate group by row_no having count(distinct student_id) > 1`;

const SAID_NAMES = `t.last_name as "lastName", t.first_name as "firstName",
  t.last_name_cyrillic as "lastNameCyrillic", t.first_name_cyrillic as "firstNameCyrillic"`;
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

/** Whose keys are looked for: each row's keys in a list of the same length. */
async function addCandidates(
  sql: Sql,
  reason: "name" | "nameAlone",
  rows: readonly Nameless[],
): Promise<void> {
  const { people, keys } = keyLists(rows);
  const known =
    reason === "name" ? "n.key = k.key" : `substr(n.key, ${DATE_LETTERS}) = substr(k.key, 2)`;
  await sql(
    `with found as (
       insert into candidate
       select distinct k.row_no, n.student_id, '${reason}'
       from unnest($1::int[], $2::text[]) as k(row_no, key)
       join name_key n on n.institution_id = current_institution() and n.key <> '' and ${known}
       where k.key <> '' returning row_no)
     insert into asked select distinct row_no from found`,
    [people.map(({ id }) => id), keys],
  );
}

/** A stored key begins with the birth date. */
const DATE_LETTERS = "YYYY-MM-DD".length + 1;
/** In place of a birth date that a row does not have. */
const NO_DATE = "-";

/** Rows of nobody that have a name and no birth date; of a list of others than the university. */
const NAME_ALONE = `
  select t.row_no as id, ${SAID_NAMES}, '${NO_DATE}' as "birthDate"
  from staged t
  where ${OPEN} and t.birth_date is null and t.row_no > $1::int
    and not exists (select from candidate c where c.row_no = t.row_no)
    and (t.last_name <> '' or t.last_name_cyrillic <> '')
  order by t.row_no limit ${AT_ONCE}`;

/** Rows of nobody who was born on a day on which a student was. */
const NAMELESS = `
  select t.row_no as id, ${SAID_NAMES}, t.birth_date::text as "birthDate"
  from staged t
  where ${OPEN} and t.birth_date is not null and t.row_no > $1::int
    and not exists (select from candidate c where c.row_no = t.row_no)
    and t.birth_date in (select s.birth_date from student s
      where s.institution_id = current_institution() and s.birth_date is not null)
  order by t.row_no limit ${AT_ONCE}`;

type Nameless = Parameters<typeof personKeys>[0] & { id: number };

/** Folded name and birth date, or the name alone, make candidates, for a person to confirm. */
async function findByName(sql: Sql, reason: "name" | "nameAlone"): Promise<void> {
  let keysAreFresh = false;
  for (let after = 0; ; ) {
    const rows = await rowsOf<Nameless>(sql, reason === "name" ? NAMELESS : NAME_ALONE, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    if (!keysAreFresh) await refreshNameKeys(sql);
    keysAreFresh = true;
    await addCandidates(sql, reason, rows);
    after = last.id;
  }
}

/**
 * Whose each row of a staged roster is, or of another list of people. What numbers say with one voice is taken; what contradicts itself, and what
 * only the name and the birth date say, becomes a question, answered by what a person has decided, or open.
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
  await findByName(sql, "name");
  if (kind !== "roster") await findByName(sql, "nameAlone");
  await findTwins(sql, kind);
  await decidePeople(sql, kind, importId);
}
