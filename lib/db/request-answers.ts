import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { AnswerResult } from "@/lib/import/facts";
import { dayFromColumn } from "./day-column";
import type { Tx } from "./in-institution";

/** What the authority answered about a student on a filed list; empty text and null: it did not say. */
export type RequestAnswer = {
  /** As on the list. */
  studentId: number;
  result: AnswerResult;
  reason: string;
  number: string;
  validFrom: Day | null;
  validTo: Day | null;
  authority: string;
};

/** With the list that it answers. */
export type StudentAnswer = RequestAnswer & { id: number; listId: string; listNumber: number };

type Row = Omit<RequestAnswer, "validFrom" | "validTo"> & {
  validFrom: Date | null;
  validTo: Date | null;
};

const dayOr = (date: Date | null): Day | null => (date === null ? null : dayFromColumn(date));

function toAnswer<R extends Row>(row: R): Omit<R, keyof Row> & RequestAnswer {
  return { ...row, validFrom: dayOr(row.validFrom), validTo: dayOr(row.validTo) };
}

/** The answers to a filed list, in no order. */
export async function listAnswers(tx: Tx, requestListId: string): Promise<RequestAnswer[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select student_id as "studentId", result, reason, number, valid_from as "validFrom", valid_to as "validTo", authority
    from request_answer
    where institution_id = current_institution() and request_list_id = ${requestListId}::uuid`;
  return rows.map(toAnswer);
}

/** What was answered about a student, the latest list first; also on lists of records that were merged into this one. */
export async function listAnswersAbout(tx: Tx, studentId: number): Promise<StudentAnswer[]> {
  const rows = await tx.$queryRaw<(Row & Pick<StudentAnswer, "id" | "listId" | "listNumber">)[]>`
    with recursive family(id) as (
      select ${studentId}::int
      union
      select c.other_id from family f
      join person_change c on c.institution_id = current_institution() and c.kind = 'merge'
        and c.undone_at is null and c.student_id = f.id
    )
    select a.id, a.student_id as "studentId", a.result, a.reason, a.number, a.valid_from as "validFrom",
      a.valid_to as "validTo", a.authority, l.id as "listId", l.number as "listNumber"
    from request_answer a
    join request_list l on l.institution_id = a.institution_id and l.id = a.request_list_id
    where a.institution_id = current_institution() and a.student_id in (select id from family)
    order by l.number desc`;
  return rows.map(toAnswer);
}
