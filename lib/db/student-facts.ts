import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type {
  Crossing,
  Ground,
  GroundKind,
  GroundStatus,
  StudentFacts,
} from "@/lib/compliance/facts";
import { Prisma } from "./generated/client";
import type { Tx } from "./in-institution";

/** What the engine reads of one student. The refs are the keys of the rows, as text. */
export type StoredFacts = { studentId: number; facts: StudentFacts };

type FactsRow = { id: number; citizenship: string; crossings: string; grounds: string };

/** "20000:615:en:17;…" → crossings. An empty minute: the source gave only the date. */
function crossingsOf(list: string): Crossing[] {
  if (list === "") return [];
  return list.split(";").map((item) => {
    const [day, minute, direction, ref = ""] = item.split(":");
    return {
      day: Number(day) as Day,
      minute: minute === "" ? null : Number(minute),
      direction: direction === "en" ? "entry" : "exit",
      ref,
    };
  });
}

/** "dormitory:granted:20000:20300:5;…" → grounds. An empty last day: without end. */
function groundsOf(list: string): Ground[] {
  if (list === "") return [];
  return list.split(";").map((item) => {
    const [kind, status, from, to, ref = ""] = item.split(":");
    return {
      kind: kind as GroundKind,
      status: status as GroundStatus,
      from: Number(from) as Day,
      to: to === "" ? null : (Number(to) as Day),
      ref,
    };
  });
}

/**
 * The facts of these students, in one query with one row a student: crossings and grounds come
 * folded into a line of text each, which is several times cheaper than a row a crossing.
 */
export async function readStudentFacts(
  tx: Tx,
  studentIds: readonly number[],
): Promise<StoredFacts[]> {
  if (studentIds.length === 0) return [];
  const ids = [...studentIds];
  const rows = await tx.$queryRaw<FactsRow[]>(Prisma.sql`
    with scope as (select current_setting('sanak.institution')::uuid as institution_id)
    select s.id, s.citizenship, coalesce(c.list, '') as crossings, coalesce(g.list, '') as grounds
    from student s
    left join (
      select student_id, string_agg(
        (day - date '1970-01-01') || ':' || coalesce(minute::text, '') || ':' || left(direction, 2)
          || ':' || id, ';' order by day, minute nulls first, id) as list
      from crossing
      where institution_id = (select institution_id from scope) and student_id = any(${ids}::int[])
      group by student_id
    ) c on c.student_id = s.id
    left join (
      select student_id, string_agg(
        kind || ':' || status || ':' || (valid_from - date '1970-01-01') || ':'
          || coalesce((valid_to - date '1970-01-01')::text, '') || ':' || id, ';' order by id) as list
      from ground
      where institution_id = (select institution_id from scope) and student_id = any(${ids}::int[])
      group by student_id
    ) g on g.student_id = s.id
    where s.institution_id = (select institution_id from scope) and s.id = any(${ids}::int[])
    order by s.id`);
  return rows.map((row) => ({
    studentId: row.id,
    facts: {
      citizenship: row.citizenship,
      crossings: crossingsOf(row.crossings),
      grounds: groundsOf(row.grounds),
    },
  }));
}
