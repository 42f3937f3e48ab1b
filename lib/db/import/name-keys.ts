import "server-only";
import { PERSON_KEYS_VERSION, type PersonNames, personKeys } from "@/lib/person-name/person-keys";
import { rowsOf, type Sql } from "./sql";

/** In place of a birth date that is not known: the keys of such a student, or row, begin with it. */
export const NO_BIRTH_DATE = "-";

/** Students whose keys are made at once. */
const AT_ONCE = 5000;

/** What records that went into a student's were called, by the student: that is the student's name too, while the merge holds. */
export const WENT = `went as materialized (
  select person_of(c.other_id) as student_id, jsonb_agg(jsonb_build_object(
    'lastName', e->>'last_name', 'firstName', e->>'first_name', 'lastNameCyrillic', e->>'last_name_cyrillic',
    'firstNameCyrillic', e->>'first_name_cyrillic', 'birthDate', e->>'birth_date') order by c.id) as names
  from person_change c cross join lateral jsonb_array_elements(c.before->'student') e
  where c.institution_id = current_institution() and c.kind = 'merge' and c.undone_at is null
    and (e->>'id')::int = c.other_id
  group by 1)`;

/** What the keys of a student `s`, with the records that went into it (`w`), are made from, as one short text. */
const MADE_FROM = `'${PERSON_KEYS_VERSION}:' || md5(concat_ws(chr(31), s.last_name, s.first_name,
  s.last_name_cyrillic, s.first_name_cyrillic, coalesce(s.birth_date::text, ''), w.names::text))`;

/** One at a time, so that two do not make the same keys; never held while waiting for another lock. */
const LOCK =
  "select pg_advisory_xact_lock(hashtextextended('name-keys:' || current_institution()::text, 0))::text";

const STALE = `
  with ${WENT}
  select s.id, ${MADE_FROM} as "madeFrom", s.last_name as "lastName", s.first_name as "firstName",
    s.last_name_cyrillic as "lastNameCyrillic", s.first_name_cyrillic as "firstNameCyrillic",
    coalesce(s.birth_date::text, '${NO_BIRTH_DATE}') as "birthDate",
    coalesce(w.names, '[]') as went
  from student s left join went w on w.student_id = s.id
  where s.institution_id = current_institution() and s.id > $1::int and not exists (
    select from name_key k where k.institution_id = current_institution() and k.student_id = s.id
      and k.made_from = ${MADE_FROM})
  order by s.id limit ${AT_ONCE}`;

type Went = Omit<PersonNames, "birthDate"> & { birthDate: string | null };
type Stale = PersonNames & { id: number; madeFrom: string; went: Went[] };

/** A student under every name: with the birth date of our record, and with that of the record that went. */
function underEveryName({ went, ...student }: Stale) {
  const others = went.flatMap(({ birthDate, ...names }) =>
    [student.birthDate, birthDate ?? student.birthDate].map((born) => ({
      ...student,
      ...names,
      birthDate: born,
    })),
  );
  return [student, ...others];
}

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
    const { people, keys } = keyLists(stale.flatMap(underEveryName));
    await sql(
      `delete from name_key where institution_id = current_institution() and student_id = any($1::int[])`,
      [stale.map(({ id }) => id)],
    );
    await sql(
      `insert into name_key (institution_id, student_id, key, made_from)
       select distinct current_institution(), k.id, k.key, k.made_from
       from unnest($1::int[], $2::text[], $3::text[]) as k(id, key, made_from)`,
      [people.map(({ id }) => id), keys, people.map(({ madeFrom }) => madeFrom)],
    );
    after = last.id;
  }
}
