import "server-only";
import type { PersonNames } from "@/lib/person-name/person-keys";
import type { ImportKind } from "./import-words";
import { keyLists } from "./name-keys";
import { rowsOf, type Sql } from "./sql";

/** Rows whose names are folded at once. */
const AT_ONCE = 5000;

const TABLES = [
  "create temporary table row_key (row_no integer not null, key text not null) on commit drop",
  "create temporary table twin (row_no integer primary key, other_no integer not null) on commit drop",
];

/** Rows that would add a student, who was born on a day on which another row's was. */
const WOULD_ADD = `
  select t.row_no as id, t.last_name as "lastName", t.first_name as "firstName",
    t.last_name_cyrillic as "lastNameCyrillic", t.first_name_cyrillic as "firstNameCyrillic",
    t.birth_date::text as "birthDate"
  from staged t
  where t.fine and t.outcome is null and t.student_id is null and t.row_no > $1::int
    and t.birth_date in (select birth_date from staged
      where fine and outcome is null and student_id is null and birth_date is not null
      group by 1 having count(*) > 1)
  order by t.row_no limit ${AT_ONCE}`;

/** Each but the first row of a key looks to the first. */
const FIND = [
  "analyze row_key",
  `insert into twin
   select k.row_no, min(f.first_no)
   from row_key k
   join (select key, min(row_no) as first_no from row_key group by 1 having count(*) > 1) f on f.key = k.key
   where k.row_no > f.first_no group by 1`,
  "insert into asked select row_no from twin on conflict do nothing",
];

/**
 * Makes the table `twin`: rows of a roster with numbers of their own that may be one person all the same, by name and birth
 * date. All but the first are asked about: whether each is somebody else, or stays out. Once the rows are compared with
 * the students that are known. Other lists add no students: of them the table stays empty.
 */
export async function findTwins(sql: Sql, kind: ImportKind): Promise<void> {
  for (const statement of TABLES) await sql(statement, []);
  if (kind !== "roster") return;
  for (let after = 0; ; ) {
    const rows = await rowsOf<PersonNames & { id: number }>(sql, WOULD_ADD, after);
    const last = rows.at(-1);
    if (last === undefined) break;
    const { people, keys } = keyLists(rows);
    await sql(
      `insert into row_key select distinct row_no, key from unnest($1::int[], $2::text[]) as k(row_no, key)
       where key <> ''`,
      [people.map(({ id }) => id), keys],
    );
    after = last.id;
  }
  for (const statement of FIND) await sql(statement, []);
}
