import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { dayFromColumn } from "./day-column";
import type { Tx } from "./in-institution";

/** What the roster says of a student; empty text: it does not say. */
export type StudentRecord = {
  id: number;
  studentNo: string;
  lastName: string;
  firstName: string;
  middleName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
  middleNameCyrillic: string;
  birthDate: Day | null;
  sex: string;
  /** ISO 3166-1 alpha-2. */
  citizenship: string;
  iin: string;
  faculty: string;
  programme: string;
  year: string;
  studyForm: string;
  status: string;
  housing: string;
  phone: string;
  email: string;
};

const FIELDS = {
  id: true,
  studentNo: true,
  lastName: true,
  firstName: true,
  middleName: true,
  lastNameCyrillic: true,
  firstNameCyrillic: true,
  middleNameCyrillic: true,
  birthDate: true,
  sex: true,
  citizenship: true,
  iin: true,
  faculty: true,
  programme: true,
  year: true,
  studyForm: true,
  status: true,
  housing: true,
  phone: true,
  email: true,
} as const;

/** The student with this key, or null: there is none in the institution. */
export async function findStudent(tx: Tx, studentId: number): Promise<StudentRecord | null> {
  const row = await tx.student.findUnique({ where: { id: studentId }, select: FIELDS });
  if (row === null) return null;
  return { ...row, birthDate: row.birthDate === null ? null : dayFromColumn(row.birthDate) };
}

/** The students with these keys, by key. */
export async function findStudents(
  tx: Tx,
  studentIds: readonly number[],
): Promise<Map<number, StudentRecord>> {
  const rows = await tx.student.findMany({
    where: { id: { in: [...studentIds] } },
    select: FIELDS,
  });
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, birthDate: row.birthDate === null ? null : dayFromColumn(row.birthDate) },
    ]),
  );
}

/** Whether any student number begins with this text, letter for letter. */
export async function isStudentNoStart(tx: Tx, start: string): Promise<boolean> {
  const row = await tx.student.findFirst({
    where: { studentNo: { startsWith: start, mode: "insensitive" } },
    select: { id: true },
  });
  return row !== null;
}
