import "server-only";
import { type Day, formatDay } from "@/lib/civil-date/day";
import type { InstitutionScope, Tx } from "../in-institution";

/** What a new record is made of. */
export type NewPerson = {
  studentNo: string;
  lastName: string;
  firstName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
  birthDate: Day | null;
  citizenship: string;
  iin: string;
};

/** What belongs to the other person: keys of documents, crossings, grounds and border counts. */
export type ChosenRows = {
  documents: readonly number[];
  crossings: readonly string[];
  grounds: readonly number[];
  borderCounts: readonly number[];
};

/** Makes a record for a person whose rows stood in another's; returns its key. */
export async function insertPerson(
  tx: Tx,
  { institutionId }: InstitutionScope,
  person: NewPerson,
): Promise<number> {
  const { birthDate, ...fields } = person;
  const { id } = await tx.student.create({
    data: {
      ...fields,
      institutionId,
      birthDate: birthDate === null ? null : new Date(formatDay(birthDate)),
      searchKey: "",
    },
    select: { id: true },
  });
  return id;
}

/** Gives the chosen rows of one student to another; returns how many were the first one's. */
export async function giveChosen(
  tx: Tx,
  { from, to }: { from: number; to: number },
  { documents, crossings, grounds, borderCounts }: ChosenRows,
): Promise<number> {
  const of = (ids: readonly number[]) => ({ id: { in: [...ids] }, studentId: from });
  const data = { studentId: to };
  const moved = [
    await tx.identityDocument.updateMany({ where: of(documents), data }),
    await tx.crossing.updateMany({
      where: { id: { in: crossings.map(BigInt) }, studentId: from },
      data,
    }),
    await tx.ground.updateMany({ where: of(grounds), data }),
    await tx.borderCount.updateMany({ where: of(borderCounts), data }),
  ];
  return moved.reduce((sum, { count }) => sum + count, 0);
}

/** Whether a number is a student's, or was one's. */
export async function isNumberTaken(tx: Tx, studentNo: string): Promise<boolean> {
  const [now, before] = [
    await tx.student.findFirst({ where: { studentNo }, select: { id: true } }),
    await tx.formerNumber.findFirst({ where: { studentNo }, select: { studentId: true } }),
  ];
  return now !== null || before !== null;
}

/** Of these documents those that are the student's, and the student's crossings with the number that was shown at each. */
export async function documentsAndCrossings(tx: Tx, studentId: number, ids: readonly number[]) {
  const documents = await tx.identityDocument.findMany({
    where: { studentId, id: { in: [...ids] } },
    select: { id: true, number: true },
  });
  const crossings = await tx.crossing.findMany({
    where: { studentId, documentNo: { not: "" } },
    select: { id: true, documentNo: true },
  });
  return {
    documents,
    crossings: crossings.map(({ id, documentNo }) => ({ ref: String(id), documentNo })),
  };
}
