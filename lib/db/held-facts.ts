import "server-only";
import type { Tx } from "./in-institution";

export const HELD_KINDS = ["roster", "crossings", "grounds"] as const;
/** What can be taken out of the house whole, in the columns in which it comes in. */
export type HeldKind = (typeof HELD_KINDS)[number];

/** A row under the names of an import's fields; days as days since 1970-01-01; null: nothing is known. */
export type HeldRow = { studentNo: string } & Readonly<Record<string, string | number | null>>;

/** So many students' rows come at once. */
const STUDENTS = 200;

/** The students after $1 by number; each statement joins what belongs to them. */
const PAGE = `
  with page as (
    select * from student where institution_id = current_institution() and student_no > $1
    order by student_no limit ${STUDENTS}
  )`;
const EPOCH = "date '1970-01-01'";

/** Of several documents the one that is valid longest. */
const ROSTER = `${PAGE}
  select s.student_no as "studentNo", s.student_no, s.last_name, s.first_name, s.middle_name,
    s.last_name_cyrillic, s.first_name_cyrillic, s.middle_name_cyrillic, s.birth_date - ${EPOCH} as birth_date,
    s.sex, s.citizenship, d.type as document_type, d.number as document_no, d.expires - ${EPOCH} as document_expires,
    s.iin, s.faculty, s.programme, s.year, s.study_form, s.status, s.housing, s.phone, s.email
  from page s left join lateral (
    select type, number, expires from identity_document
    where institution_id = current_institution() and student_id = s.id
    order by expires desc nulls last, id desc limit 1
  ) d on true
  order by s.student_no`;

/** Without those that the office has set aside: they are no facts. */
const CROSSINGS = `${PAGE}
  select s.student_no as "studentNo", s.student_no, c.document_no, c.direction, c.checkpoint,
    to_char(c.day, 'YYYY-MM-DD') || coalesce(to_char(make_interval(mins => c.minute), ' HH24:MI'), '') as at
  from page s left join crossing c on c.institution_id = current_institution() and c.student_id = s.id
    and c.set_aside_at is null
  order by s.student_no, c.day, c.minute nulls first, c.id`;

const GROUNDS = `${PAGE}
  select s.student_no as "studentNo", s.student_no, g.kind, g.number, g.valid_from - ${EPOCH} as valid_from,
    g.valid_to - ${EPOCH} as valid_to, g.address, g.status, g.visa_type
  from page s left join ground g on g.institution_id = current_institution() and g.student_id = s.id
  order by s.student_no, g.valid_from, g.id`;

const READ: Readonly<Record<HeldKind, string>> = {
  roster: ROSTER,
  crossings: CROSSINGS,
  grounds: GROUNDS,
};

/** What a row must have to be one: a student without crossings has none of them. */
const NEEDED: Readonly<Record<HeldKind, string>> = {
  roster: "student_no",
  crossings: "direction",
  grounds: "kind",
};

/**
 * What is held of the students after a student number, two hundred of them at most; `next` is the number to go on after, null
 * at the end.
 */
export async function listHeld(
  tx: Tx,
  kind: HeldKind,
  after: string,
): Promise<{ rows: HeldRow[]; next: string | null }> {
  const rows = await tx.$queryRawUnsafe<HeldRow[]>(READ[kind], after);
  const needed = NEEDED[kind];
  return {
    rows: rows.filter((row) => row[needed] !== null),
    next: rows.at(-1)?.studentNo ?? null,
  };
}
