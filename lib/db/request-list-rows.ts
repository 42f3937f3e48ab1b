import "server-only";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { AnswerResult } from "@/lib/import/facts";
import type { Prisma } from "./generated/client";
import type { InstitutionScope, Tx } from "./in-institution";

/** A student on a list. `fields` and `obstacles` are as they were frozen; of a draft they are empty. */
export type RequestListRow = {
  /** Place in the list, counted from 1. */
  position: number;
  studentId: number;
  fields: Record<string, string | null>;
  /** Why the student stayed out; empty: the student went in. */
  obstacles: readonly Record<string, string | null>[];
};

/** The rows of a list in their order. */
export async function readListRows(tx: Tx, requestListId: string): Promise<RequestListRow[]> {
  const rows = await tx.requestListRow.findMany({
    where: { requestListId },
    orderBy: { position: "asc" },
    select: { position: true, studentId: true, fields: true, obstacles: true },
  });
  return rows.map(({ fields, obstacles, ...row }) => ({
    ...row,
    fields: fields as RequestListRow["fields"],
    obstacles: obstacles as RequestListRow["obstacles"],
  }));
}

/** Puts students at the end of a draft, those left out who are on it already. Returns how many are new. */
export async function appendStudents(
  tx: Tx,
  { institutionId }: InstitutionScope,
  requestListId: string,
  studentIds: readonly number[],
): Promise<number> {
  const rows = await tx.requestListRow.findMany({
    where: { requestListId },
    select: { position: true, studentId: true },
  });
  const known = new Set(rows.map(({ studentId }) => studentId));
  const last = rows.reduce((highest, { position }) => Math.max(highest, position), 0);
  const added = studentIds.filter((id) => !known.has(id));
  const { count } = await tx.requestListRow.createMany({
    data: added.map((studentId, index) => ({
      institutionId,
      requestListId,
      studentId,
      position: last + index + 1,
      fields: {},
    })),
  });
  return count;
}

/** Takes students off a draft; returns how many were on it. */
export async function removeStudents(
  tx: Tx,
  requestListId: string,
  studentIds: readonly number[],
): Promise<number> {
  const { count } = await tx.requestListRow.deleteMany({
    where: { requestListId, studentId: { in: [...studentIds] } },
  });
  return count;
}

/** Puts these rows in place of a draft's. */
export async function replaceRows(
  tx: Tx,
  { institutionId }: InstitutionScope,
  requestListId: string,
  rows: readonly RequestListRow[],
): Promise<void> {
  await tx.requestListRow.deleteMany({ where: { requestListId } });
  await tx.requestListRow.createMany({
    data: rows.map(({ fields, obstacles, ...row }) => ({
      ...row,
      institutionId,
      requestListId,
      fields,
      obstacles: obstacles as Prisma.InputJsonArray,
    })),
  });
}

/** A filed list that a student is on, with what the authority answered; null: nothing that is known. */
export type FiledBefore = {
  studentId: number;
  number: number;
  result: AnswerResult | null;
  /** In the authority's words; "": it gave none. */
  reason: string;
};

/** The filed lists on which these students went in with a registration that ends in those days. */
export async function filedBefore(
  tx: Tx,
  studentIds: readonly number[],
  year: { from: Day; to: Day },
): Promise<FiledBefore[]> {
  if (studentIds.length === 0) return [];
  return tx.$queryRaw<FiledBefore[]>`
    select r.student_id as "studentId", l.number, a.result, coalesce(a.reason, '') as reason
    from request_list_row r
    join request_list l on l.institution_id = r.institution_id and l.id = r.request_list_id
    left join request_answer a on a.institution_id = r.institution_id and a.request_list_id = l.id
      and a.student_id = r.student_id
    where r.institution_id = current_setting('sanak.institution')::uuid and l.state = 'filed'
      and r.student_id = any(${[...studentIds]}::int[]) and r.obstacles = '[]'
      and r.fields->>'registrationTo' between ${formatDay(year.from)} and ${formatDay(year.to)}
    order by l.number`;
}
