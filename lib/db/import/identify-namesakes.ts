import "server-only";
import { type FullNames, sameFullName, wholeNames } from "@/lib/person-name/person-keys";
import { nameIn } from "./identify-by-name";
import { NAME_COLUMNS } from "./name-columns";
import { refreshNameKeys } from "./name-keys";
import { OPEN } from "./open-rows";
import { rowsOf, type Sql } from "./sql";

/** Rows whose names are folded at once. */
const AT_ONCE = 5000;

const namesOf = (table: string) =>
  `jsonb_build_object(${Object.entries(NAME_COLUMNS)
    .map(([field, column]) => `'${field}', ${table}.${column}`)
    .join(", ")})`;

const OF_NOBODY = `${OPEN} and t.student_id is null and not exists (
  select from candidate c where c.row_no = t.row_no)`;

const NAMED = `
  select t.row_no as id, ${namesOf("t")} as names
  from staged t
  where ${OF_NOBODY} and t.row_no > $1::int and (t.last_name <> '' or t.last_name_cyrillic <> '')
    and (t.birth_date is null or exists (
      select from student s where s.institution_id = current_institution() and s.birth_date is null))
  order by t.row_no limit ${AT_ONCE}`;

/** Students a part of whose name is a row's: by the folded names $2 of the rows $1. */
const FOUND = `
  select distinct k.row_no as id, s.id as "studentId", ${namesOf("t")} as said, ${namesOf("s")} as known,
    case when t.birth_date is not null then 'nameUndated' when s.birth_date is null then 'nameBare' else 'nameAlone' end as reason
  from unnest($1::int[], $2::text[]) as k(row_no, name)
  join name_key n on n.institution_id = current_institution() and n.key <> '' and ${nameIn("n.key")} = ' ' || k.name
  join student s on s.institution_id = current_institution() and s.id = n.student_id
  join staged t on t.row_no = k.row_no
  where (t.birth_date is null or s.birth_date is null)
    and (t.citizenship = '' or s.citizenship = '' or t.citizenship = s.citizenship)
    and (t.sex = '' or s.sex = '' or t.sex = s.sex)
    and (t.iin = '' or s.iin = '' or t.iin = s.iin)
    and not exists (select from candidate c where c.student_id = s.id and c.reason = 'number')`;

type Named = { id: number; names: FullNames };
type Found = {
  id: number;
  studentId: number;
  said: FullNames;
  known: FullNames;
  reason: string;
};

/**
 * Of a roster: a row with a number of its own whose birth date, or that of our record, is not known. Who has the same whole name,
 * and no other patronymic, citizenship, sex or ИИН, may have come under a new number, and a person is asked; not of
 * students whom another row of the roster names by their number: those are there already, and namesakes are many.
 */
export async function findNamesakes(sql: Sql): Promise<void> {
  let keysAreFresh = false;
  for (let after = 0; ; ) {
    const rows = await rowsOf<Named>(sql, NAMED, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    if (!keysAreFresh) await refreshNameKeys(sql);
    keysAreFresh = true;
    const keys = rows.flatMap(({ id, names }) => wholeNames(names).map((name) => ({ id, name })));
    const found = await rowsOf<Found>(
      sql,
      FOUND,
      keys.map(({ id }) => id),
      keys.map(({ name }) => name),
    );
    const same = found.filter(({ said, known }) => sameFullName(said, known));
    await sql(
      `with found as (
         insert into candidate select row_no, student_id, reason
         from unnest($1::int[], $2::int[], $3::text[]) as k(row_no, student_id, reason) returning row_no)
       insert into asked select distinct row_no from found`,
      [
        same.map(({ id }) => id),
        same.map(({ studentId }) => studentId),
        same.map(({ reason }) => reason),
      ],
    );
    after = last.id;
  }
}
