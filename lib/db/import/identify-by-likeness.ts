import "server-only";
import { distance } from "@/lib/person-name/letter-distance";
import type { PersonNames } from "@/lib/person-name/person-keys";
import type { ImportKind } from "./import-words";
import { keyLists, NO_BIRTH_DATE, refreshNameKeys } from "./name-keys";
import { OPEN, SAID_NAMES } from "./open-rows";
import { rowsOf, type Sql } from "./sql";

/** Rows whose names are compared at once. */
const AT_ONCE = 5000;
/** So many students are shown of those who are called alike, the most alike first. */
const BEST = 3;
/** Letters of a name that may differ, and from which length on two of them. */
const SHORTEST = 4;
const LONG = 9;
/** Lists of people who are nearly all students; in a log nearly everybody is a stranger, and many are called alike. */
const KINDS: readonly ImportKind[] = ["residents", "authority"];

/** Rows of nobody that have a name. */
const NAMED = `
  select t.row_no as id, ${SAID_NAMES}, coalesce(t.birth_date::text, '${NO_BIRTH_DATE}') as "birthDate"
  from staged t
  where ${OPEN} and t.student_id is null and t.row_no > $1::int
    and not exists (select from candidate c where c.row_no = t.row_no)
    and (t.last_name <> '' or t.last_name_cyrillic <> '')
  order by t.row_no limit ${AT_ONCE}`;

/** Students one of whose names is one of these. */
const SHARING = `
  select k.student_id as "studentId", split_part(k.key, ' ', 1) as "birthDate",
    split_part(k.key, ' ', 2) as one, split_part(k.key, ' ', 3) as other
  from name_key k
  where k.institution_id = current_institution() and k.key <> ''
    and (split_part(k.key, ' ', 2) = any($1::text[]) or split_part(k.key, ' ', 3) = any($1::text[]))`;

type Named = PersonNames & { id: number };
type Sharing = { studentId: number; birthDate: string; one: string; other: string };
type Half = { studentId: number; birthDate: string; rest: string };

/** How many letters differ between two names; null: too many to be one name misspelt. */
function lettersBetween(one: string, other: string): number | null {
  const length = Math.min(one.length, other.length);
  if (length < SHORTEST) return null;
  const most = length >= LONG ? 2 : 1;
  const far = distance(one, other, most);
  return far > most ? null : far;
}

/** Keys begin with the birth date, or with what stands for an unknown one. */
function isOtherDay(one: string, other: string): boolean {
  return one !== other && one !== NO_BIRTH_DATE && other !== NO_BIRTH_DATE;
}

/** Students by each of their names, with the other one beside. */
function byName(sharing: readonly Sharing[]): Map<string, Half[]> {
  const found = new Map<string, Half[]>();
  const add = (name: string, half: Half) => {
    const known = found.get(name);
    if (known === undefined) found.set(name, [half]);
    else known.push(half);
  };
  for (const { one, other, ...student } of sharing) {
    add(one, { ...student, rest: other });
    add(other, { ...student, rest: one });
  }
  return found;
}

/** The students who are called like a row's key, by how many letters differ: one name the same, the other nearly. */
function alike(key: string, known: ReadonlyMap<string, Half[]>): Map<number, number> {
  const [birthDate = "", one = "", other = ""] = key.split(" ");
  const found = new Map<number, number>();
  for (const [name, rest] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const half of known.get(name) ?? []) {
      const bornOtherwise = isOtherDay(birthDate, half.birthDate);
      const far = bornOtherwise ? null : lettersBetween(rest, half.rest);
      if (far !== null) {
        found.set(half.studentId, Math.min(far, found.get(half.studentId) ?? far));
      }
    }
  }
  return found;
}

/** Rows and the students who are called most like them. */
function pairsOf(rows: readonly Named[], sharing: readonly Sharing[]) {
  const known = byName(sharing);
  const found = new Map<number, Map<number, number>>();
  const { people, keys } = keyLists(rows);
  for (const [place, { id }] of people.entries()) {
    const best = found.get(id) ?? new Map<number, number>();
    for (const [studentId, far] of alike(keys[place] ?? "", known)) {
      best.set(studentId, Math.min(far, best.get(studentId) ?? far));
    }
    found.set(id, best);
  }
  return [...found].flatMap(([id, students]) =>
    [...students]
      .sort((a, b) => a[1] - b[1] || a[0] - b[0])
      .slice(0, BEST)
      .map(([studentId]) => ({ id, studentId })),
  );
}

/**
 * Of a list of people that adds no students: who is called like a row that nobody answers to, but for a letter or two in
 * one of the names, and was not born on another day, is a candidate, for a person to confirm.
 */
export async function findByLikeness(sql: Sql, kind: ImportKind): Promise<void> {
  if (!KINDS.includes(kind)) return;
  let keysAreFresh = false;
  for (let after = 0; ; ) {
    const rows = await rowsOf<Named>(sql, NAMED, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    if (!keysAreFresh) await refreshNameKeys(sql);
    keysAreFresh = true;
    const names = keyLists(rows).keys.flatMap((key) => key.split(" ").slice(1));
    const sharing = await rowsOf<Sharing>(sql, SHARING, [...new Set(names)]);
    const pairs = pairsOf(rows, sharing);
    await sql(
      `insert into candidate select row_no, student_id, 'nameLike'
       from unnest($1::int[], $2::int[]) as k(row_no, student_id)`,
      [pairs.map(({ id }) => id), pairs.map(({ studentId }) => studentId)],
    );
    await sql("insert into asked select distinct unnest($1::int[]) on conflict do nothing", [
      pairs.map(({ id }) => id),
    ]);
    after = last.id;
  }
}
