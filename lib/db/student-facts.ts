import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type {
  Crossing,
  Ground,
  GroundKind,
  GroundStatus,
  StudentFacts,
} from "@/lib/compliance/facts";
import { foldDocumentNo } from "@/lib/person-name/document-no";
import type { Tx } from "./in-institution";

/** What the engine reads of one student. The refs are the keys of the rows, as text. */
export type StoredFacts = { studentId: number; factsVersion: number; facts: StudentFacts };

export type FactsRow = {
  id: number;
  factsVersion: number;
  citizenship: string;
  birth: number | null;
  crossings: string;
  grounds: string;
};

/** Between crossings; document numbers hold anything but this. */
const SEPARATOR = "\u001e";

/**
 * "20000:615:en:17:N12345678", … → crossings. An empty minute: the source gave only the date. A document's number
 * becomes its place among the documents of the student's crossings.
 */
function crossingsOf(list: string): Crossing[] {
  if (list === "") return [];
  const documents = new Map<string, string>();
  return list.split(SEPARATOR).map((item) => {
    const [day, minute, direction, ref = "", ...document] = item.split(":");
    return {
      day: Number(day) as Day,
      minute: minute === "" ? null : Number(minute),
      direction: direction === "en" ? "entry" : "exit",
      ref,
      document: documentKey(documents, document.join(":")),
    };
  });
}

function documentKey(keys: Map<string, string>, number: string): string | null {
  const folded = number === "" ? "" : foldDocumentNo(number).folded;
  if (folded === "") return null;
  const known = keys.get(folded);
  if (known !== undefined) return known;
  const key = String(keys.size + 1);
  keys.set(folded, key);
  return key;
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
 * Folds the facts of the students `$1::int[]` into a row each: crossings and grounds come as a line of text, which
 * is several times cheaper than a row a crossing. Crossings set aside are no facts. `standIns` may name queries that
 * stand in for the tables crossing, ground or student, each with a comma after it: the facts as they would be.
 */
export const factsSql = (standIns = "") => `
  with ${standIns} scope as (select current_setting('sanak.institution')::uuid as institution_id)
  select s.id, s.facts_version as "factsVersion", s.citizenship, s.birth_date - date '1970-01-01' as birth,
    coalesce(c.list, '') as crossings, coalesce(g.list, '') as grounds
  from student s
  left join (
    select student_id, string_agg(
      (day - date '1970-01-01') || ':' || coalesce(minute::text, '') || ':' || left(direction, 2)
        || ':' || id || ':' || translate(document_no, e'\\x1e', ''),
      e'\\x1e' order by day, minute nulls first, id) as list
    from crossing
    where institution_id = (select institution_id from scope) and student_id = any($1::int[])
      and set_aside_at is null
    group by student_id
  ) c on c.student_id = s.id
  left join (
    select student_id, string_agg(
      kind || ':' || status || ':' || (valid_from - date '1970-01-01') || ':'
        || coalesce((valid_to - date '1970-01-01')::text, '') || ':' || id, ';' order by id) as list
    from ground
    where institution_id = (select institution_id from scope) and student_id = any($1::int[])
    group by student_id
  ) g on g.student_id = s.id
  where s.institution_id = (select institution_id from scope) and s.id = any($1::int[])
  order by s.id`;

/** The facts as they are. */
export const FACTS_SQL = factsSql();

/** What FACTS_SQL returned of a student, as the engine reads it. */
export function toFacts({
  id,
  factsVersion,
  citizenship,
  birth,
  crossings,
  grounds,
}: FactsRow): StoredFacts {
  return {
    studentId: id,
    factsVersion,
    facts: {
      citizenship,
      birth: birth as Day | null,
      crossings: crossingsOf(crossings),
      grounds: groundsOf(grounds),
    },
  };
}

/** The facts of these students, by key. */
export async function readStudentFacts(
  tx: Tx,
  studentIds: readonly number[],
): Promise<StoredFacts[]> {
  if (studentIds.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<FactsRow[]>(FACTS_SQL, [...studentIds]);
  return rows.map(toFacts);
}
