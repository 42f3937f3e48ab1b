import "server-only";
import { searchKey } from "@/lib/person-name/search-key";
import type { Tx } from "../in-institution";

/** Makes the search keys of a few students anew. */
export async function refreshKeys(tx: Tx, studentIds: readonly number[]): Promise<void> {
  const students = await tx.student.findMany({
    where: { id: { in: [...studentIds] } },
    include: { documents: { orderBy: { id: "asc" } }, formerNumbers: true },
  });
  for (const student of students) {
    const names = [
      student.lastName,
      student.firstName,
      student.middleName,
      student.lastNameCyrillic,
      student.firstNameCyrillic,
      student.middleNameCyrillic,
    ];
    const documentNos = [
      ...student.documents.map(({ number }) => number),
      ...student.formerNumbers.map(({ studentNo }) => studentNo),
    ];
    const key = searchKey({ names, studentNo: student.studentNo, documentNos });
    await tx.student.update({
      where: { id: student.id },
      data: { searchKey: key },
      select: { id: true },
    });
  }
}
