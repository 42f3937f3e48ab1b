import "server-only";
import type { PersonNames } from "@/lib/person-name/person-keys";
import type { ImportKind } from "./import-words";
import { keyLists, NO_BIRTH_DATE, refreshNameKeys } from "./name-keys";
import { OPEN, SAID_NAMES } from "./open-rows";
import { rowsOf, type Sql } from "./sql";

/** Rows whose names are folded at once. */
const AT_ONCE = 5000;

/** Stored keys `n` and those of rows `k` begin with the birth date; this is the name in them, a space before it. */
export const nameIn = (key: string) =>
  `substr(${key}, case when left(${key}, 1) = '${NO_BIRTH_DATE}' then ${NO_BIRTH_DATE.length + 1} else ${"YYYY-MM-DD".length + 1} end)`;

/** One way to find by name: which rows of nobody are looked for, and by what a student is found. */
type Way = { rows: string; found: string; reason: string };

const BORN_LIKE_A_STUDENT = `t.birth_date in (select s.birth_date from student s
  where s.institution_id = current_institution() and s.birth_date is not null)`;

const BY_NAME_AND_BIRTH: Way = {
  rows: `t.birth_date is not null and ${BORN_LIKE_A_STUDENT}`,
  found: "n.key = k.key",
  reason: "'name'",
};

/** The lists that others make may lack the birth date, and so may our record of a student. Of rosters see identify-namesakes.ts. */
const BY_NAME_ALONE: readonly Way[] = [
  {
    rows: "t.birth_date is not null",
    found: `n.key = '${NO_BIRTH_DATE}' || ${nameIn("k.key")}`,
    reason: "'nameUndated'",
  },
  {
    rows: "t.birth_date is null",
    found: `${nameIn("n.key")} = ${nameIn("k.key")}`,
    reason: `case when left(n.key, 1) = '${NO_BIRTH_DATE}' then 'nameBare' else 'nameAlone' end`,
  },
];

type Nameless = PersonNames & { id: number };

const rowsOfNobody = (rows: string) => `
  select t.row_no as id, ${SAID_NAMES}, coalesce(t.birth_date::text, '${NO_BIRTH_DATE}') as "birthDate"
  from staged t
  where ${OPEN} and ${rows} and t.row_no > $1::int and (t.last_name <> '' or t.last_name_cyrillic <> '')
    and not exists (select from candidate c where c.row_no = t.row_no)
  order by t.row_no limit ${AT_ONCE}`;

/** Each row's keys in a list of the same length; who has one of them may be meant, and a person is asked. */
const addCandidates = ({ found, reason }: Way) => `
  with found as (
    insert into candidate
    select k.row_no, n.student_id, min(${reason})
    from unnest($1::int[], $2::text[]) as k(row_no, key)
    join name_key n on n.institution_id = current_institution() and n.key <> '' and ${found}
    where k.key <> '' group by 1, 2 returning row_no)
  insert into asked select distinct row_no from found`;

/**
 * Folded name and birth date make candidates, for a person to confirm; of a list that others made the name alone, where
 * the list or our record has no birth date. Birth dates that differ make nobody a candidate.
 */
export async function findByName(sql: Sql, kind: ImportKind): Promise<void> {
  let keysAreFresh = false;
  const ways = kind === "roster" ? [BY_NAME_AND_BIRTH] : [BY_NAME_AND_BIRTH, ...BY_NAME_ALONE];
  for (const way of ways) {
    for (let after = 0; ; ) {
      const rows = await rowsOf<Nameless>(sql, rowsOfNobody(way.rows), after);
      const last = rows.at(-1);
      if (last === undefined) break;
      if (!keysAreFresh) await refreshNameKeys(sql);
      keysAreFresh = true;
      const { people, keys } = keyLists(rows);
      await sql(addCandidates(way), [people.map(({ id }) => id), keys]);
      after = last.id;
    }
  }
}
