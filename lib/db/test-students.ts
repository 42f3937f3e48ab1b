import "server-only";
import { day } from "@/lib/civil-date/day";
import type { Direction, GroundKind } from "@/lib/compliance/facts";
import { foldDocumentNo } from "@/lib/person-name/document-no";
import { searchKey } from "@/lib/person-name/search-key";
import { columnFromDay } from "./day-column";
import { touchFacts } from "./facts-version";
import { inInstitution } from "./in-institution";

/** What a test says of a student; everything else is plausible and the same for all. */
export type TestStudent = {
  studentNo: string;
  lastName?: string;
  firstName?: string;
  lastNameCyrillic?: string;
  firstNameCyrillic?: string;
  citizenship?: string;
  faculty?: string;
  housing?: string;
  documentNo?: string;
  /** "+2025-09-01 -2025-09-20": entries and exits. */
  crossings?: string;
  /** Granted grounds: kind, first and last day. */
  grounds?: readonly { kind: GroundKind; from: string; to: string | null }[];
};

function crossingRows(text: string) {
  const parts = text.split(" ").filter((part) => part !== "");
  return parts.map((part) => ({
    direction: (part.startsWith("+") ? "entry" : "exit") satisfies Direction,
    day: columnFromDay(day(part.slice(1))),
  }));
}

/** For tests: adds students with their facts, as an import does. Returns their keys in the same order. */
export async function addTestStudents(
  institutionId: string,
  students: readonly TestStudent[],
): Promise<number[]> {
  return inInstitution({ institutionId }, async (tx) => {
    const ids: number[] = [];
    for (const { documentNo, crossings, grounds, ...given } of students) {
      const fields = {
        lastName: "Testov",
        firstName: "Student",
        lastNameCyrillic: "",
        firstNameCyrillic: "",
        citizenship: "KZ",
        faculty: "",
        housing: "",
        ...given,
      };
      const { lastName, firstName, lastNameCyrillic, firstNameCyrillic, studentNo } = fields;
      const key = searchKey({
        names: [lastName, firstName, lastNameCyrillic, firstNameCyrillic],
        studentNo,
        documentNos: documentNo === undefined ? [] : [documentNo],
      });
      const { id: studentId } = await tx.student.create({
        data: { ...fields, institutionId, searchKey: key },
        select: { id: true },
      });
      ids.push(studentId);
      const own = { institutionId, studentId };
      if (documentNo !== undefined) {
        const numberFolded = foldDocumentNo(documentNo).folded;
        await tx.identityDocument.create({ data: { ...own, number: documentNo, numberFolded } });
      }
      await tx.crossing.createMany({
        data: crossingRows(crossings ?? "").map((crossing) => ({ ...own, ...crossing })),
      });
      await tx.ground.createMany({
        data: (grounds ?? []).map(({ kind, from, to }) => ({
          ...own,
          kind,
          status: "granted",
          validFrom: columnFromDay(day(from)),
          validTo: to === null ? null : columnFromDay(day(to)),
        })),
      });
    }
    await touchFacts(tx, ids);
    return ids;
  });
}
