import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { dayFromColumn } from "../day-column";
import type { Tx } from "../in-institution";
import { findStudent, type StudentRecord } from "../student-record";
import { type FormerName, listFormerNames } from "./former-names";

export type PersonDocument = { id: number; type: string; number: string; expires: Day | null };

/** A student beside another who may be the same person. */
export type PersonSide = {
  student: StudentRecord;
  documents: PersonDocument[];
  formerNumbers: string[];
  /** Of records that went into this one. */
  formerNames: FormerName[];
  crossings: number;
  firstCrossing: Day | null;
  lastCrossing: Day | null;
  grounds: number;
  borderCounts: number;
  /** Where the student lives is known beyond the roster. */
  hasResidence: boolean;
  /** On how many filed lists. */
  filedLists: number;
  factsVersion: number;
};

/** What is known of a student, counted where it is much; null: there is none. */
export async function readSide(tx: Tx, studentId: number): Promise<PersonSide | null> {
  const student = await findStudent(tx, studentId);
  if (student === null) return null;
  const where = { studentId };
  const crossings = await tx.crossing.aggregate({
    where,
    _count: true,
    _min: { day: true },
    _max: { day: true },
  });
  const documents = await tx.identityDocument.findMany({
    where,
    select: { id: true, type: true, number: true, expires: true },
    orderBy: { id: "asc" },
  });
  const former = await tx.formerNumber.findMany({ where, orderBy: { studentNo: "asc" } });
  const version = await tx.student.findUnique({
    where: { id: studentId },
    select: { factsVersion: true },
  });
  return {
    student,
    documents: documents.map((document) => ({ ...document, expires: dayOr(document.expires) })),
    formerNumbers: former.map(({ studentNo }) => studentNo),
    formerNames: (await listFormerNames(tx, [studentId])).get(studentId) ?? [],
    crossings: crossings._count,
    firstCrossing: dayOr(crossings._min.day),
    lastCrossing: dayOr(crossings._max.day),
    grounds: await tx.ground.count({ where }),
    borderCounts: await tx.borderCount.count({ where }),
    hasResidence: (await tx.residence.count({ where })) > 0,
    filedLists: await filedListsOf(tx, studentId),
    factsVersion: version?.factsVersion ?? 0,
  };
}

/** On how many filed lists a student stands. */
export async function filedListsOf(tx: Tx, studentId: number): Promise<number> {
  return tx.requestListRow.count({ where: { studentId, requestList: { state: "filed" } } });
}

function dayOr(date: Date | null): Day | null {
  return date === null ? null : dayFromColumn(date);
}
