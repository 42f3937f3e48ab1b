import type pg from "pg";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import type { Crossing, StudentFacts } from "@/lib/compliance/facts";
import { PACKED_FORMAT, packFacts } from "@/lib/compliance/packed-facts";

export const AS_OF = day("2026-06-15");
const FIRST = day("2025-09-01");
const STAYS = 30;
const BATCH = 2000;

/** A student of 60 crossings, each at another rhythm; every third has a dormitory's registration. Deterministic. */
function studentFacts(index: number): StudentFacts {
  const crossings: Crossing[] = [];
  let ref = index * 2 * STAYS;
  let at = addDays(FIRST, index % 7);
  const cross = (direction: Crossing["direction"], minute: number) => {
    ref += 1;
    crossings.push({ day: at, minute, direction, ref: String(ref), document: "1" });
  };
  for (let stay = 0; stay < STAYS; stay += 1) {
    cross("entry", 480 + (index % 60));
    at = addDays(at, 1 + ((index + stay) % 4));
    cross("exit", 1080 + (stay % 60));
    at = addDays(at, 4 + ((index + stay * 3) % 3));
  }
  const to = addDays(AS_OF, (index % 90) - 45) as Day;
  return {
    citizenship: "KZ",
    birth: day("2005-02-28"),
    crossings,
    grounds:
      index % 3 === 0
        ? [{ kind: "dormitory", status: "granted", from: addDays(to, -60), to, ref: String(index) }]
        : [],
  };
}

/** Fills an institution with students and their packed facts. */
export async function fillOffice(
  owner: pg.Client,
  institutionId: string,
  students: number,
): Promise<void> {
  await owner.query("insert into institution (id, name, facts_version) values ($1, 'Bench', 1)", [
    institutionId,
  ]);
  await owner.query(
    `insert into student (institution_id, student_no, last_name, first_name, citizenship, birth_date, search_key,
       facts_version)
     select $1, 'S-' || n, 'Student', n::text, 'KZ', '2005-02-28', '', 1 from generate_series(1, $2::int) n`,
    [institutionId, students],
  );
  const { rows } = await owner.query<{ first: number }>(
    "select min(id) as first from student where institution_id = $1",
    [institutionId],
  );
  const first = rows[0]?.first ?? 0;
  for (let start = 0; start < students; start += BATCH) {
    const places = Array.from({ length: Math.min(BATCH, students - start) }, (_, n) => start + n);
    await owner.query(
      `insert into packed_facts (institution_id, student_id, facts_version, format, facts)
       select $1, t.id, 1, $2, t.facts from unnest($3::int[], $4::bytea[]) as t(id, facts)`,
      [
        institutionId,
        PACKED_FORMAT,
        places.map((place) => first + place),
        places.map((place) => Buffer.from(packFacts(studentFacts(place)))),
      ],
    );
  }
  await owner.query("vacuum analyze student");
  await owner.query("vacuum analyze packed_facts");
}

/** Writes the crossings of the first students as rows, as imports do, so that packing them can be measured. */
export async function addRows(
  owner: pg.Client,
  institutionId: string,
  students: number,
): Promise<void> {
  await owner.query(
    `insert into crossing (institution_id, student_id, day, minute, direction, document_no)
     select $1, s.id, date '2025-09-01' + 5 * n, 600, case when n % 2 = 0 then 'entry' else 'exit' end, 'N1234567'
     from (select id from student where institution_id = $1 order by id limit $2) s, generate_series(0, 59) n`,
    [institutionId, students],
  );
  await owner.query(
    `update packed_facts set facts_version = 0 where institution_id = $1 and student_id in (
       select id from student where institution_id = $1 order by id limit $2)`,
    [institutionId, students],
  );
  await owner.query("analyze crossing");
}
