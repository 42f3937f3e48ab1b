import "server-only";
import { PERSON_KEYS_VERSION, type PersonNames, personKeys } from "@/lib/person-name/person-keys";
import { rowsOf, type Sql } from "./sql";

/** In place of a birth date that is not known: the keys of such a student, or row, begin with it. */
export const NO_BIRTH_DATE = "-";

/** Students whose keys are made at once. */
const AT_ONCE = 5000;

/** What the keys of a student `s` are made from, as one short text. */
const MADE_FROM = `'${PERSON_KEYS_VERSION}:' || md5(concat_ws(chr(31), s.last_name, s.first_name,
  s.last_name_cyrillic, s.first_name_cyrillic, coalesce(s.birth_date::text, '')))`;

/** One at a time, so that two do not make the same keys; never held while waiting for another lock. */
const LOCK =
  "select pg_advisory_xact_lock(hashtextextended('name-keys:' || current_institution()::text, 0))::text";

const STALE = `
  select s.id, ${MADE_FROM} as "madeFrom", s.last_name as "lastName", s.first_name as "firstName",
    s.last_name_cyrillic as "lastNameCyrillic", s.first_name_cyrillic as "firstNameCyrillic",
    coalesce(s.birth_date::text, '${NO_BIRTH_DATE}') as "birthDate"
  from student s
  where s.institution_id = current_institution() and s.id > $1::int and not exists (
    select from name_key k where k.institution_id = current_institution() and k.student_id = s.id
      and k.made_from = ${MADE_FROM})
  order by s.id limit ${AT_ONCE}`;

type Stale = PersonNames & { id: number; madeFrom: string };

/** Keys as two lists of the same length: whose, and which. Who has none has the empty one. */
export function keyLists<Person extends PersonNames & { id: number }>(people: readonly Person[]) {
  const pairs = people.flatMap((person) => {
    const keys = personKeys(person);
    return (keys.length === 0 ? [""] : keys).map((key) => ({ person, key }));
  });
  return { people: pairs.map(({ person }) => person), keys: pairs.map(({ key }) => key) };
}

/** Makes the name keys of all students whose names or birth date they do not fit (any more). */
export async function refreshNameKeys(sql: Sql): Promise<void> {
  await sql(LOCK, []);
  for (let after = 0; ; ) {
    const stale = await rowsOf<Stale>(sql, STALE, after);
    const last = stale.at(-1);
    if (last === undefined) return;
    const { people, keys } = keyLists(stale);
    await sql(
      `delete from name_key where institution_id = current_institution() and student_id = any($1::int[])`,
      [stale.map(({ id }) => id)],
    );
    await sql(
      `insert into name_key (institution_id, student_id, key, made_from)
       select current_institution(), k.id, k.key, k.made_from
       from unnest($1::int[], $2::text[], $3::text[]) as k(id, key, made_from)`,
      [people.map(({ id }) => id), keys, people.map(({ madeFrom }) => madeFrom)],
    );
    after = last.id;
  }
}
