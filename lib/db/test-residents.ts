import "server-only";
import { day } from "@/lib/civil-date/day";
import { columnFromDay } from "./day-column";
import { inInstitution } from "./in-institution";
import { addTestStudents, type TestStudent } from "./test-students";

/**
 * For tests: students who entered on 9 November 2025, whose roster says all that a request list asks for, and who
 * live in room 12 of the institution's dormitory. Returns their keys in the same order.
 */
export async function addTestResidents(
  institutionId: string,
  students: readonly TestStudent[],
): Promise<number[]> {
  const ids = await addTestStudents(
    institutionId,
    students.map((student) => ({
      crossings: "+2025-09-01 -2025-10-30 +2025-11-09",
      documentNo: `N1${student.studentNo}`,
      lastNameCyrillic: "Тестов",
      firstNameCyrillic: "Нұрай",
      ...student,
    })),
  );
  await inInstitution({ institutionId }, async (tx) => {
    const dormitory = await tx.dormitory.upsert({
      where: { institutionId_name: { institutionId, name: "№ 3" } },
      create: { institutionId, name: "№ 3", address: "Бишкек, ул. Ахунбаева, 97" },
      update: {},
      select: { id: true },
    });
    await tx.student.updateMany({
      where: { id: { in: ids } },
      data: { birthDate: columnFromDay(day("2005-02-28")), sex: "F", phone: "+996 555 010203" },
    });
    await tx.identityDocument.updateMany({
      where: { studentId: { in: ids } },
      data: { type: "паспорт", expires: columnFromDay(day("2030-05-01")) },
    });
    await tx.crossing.updateMany({
      where: { studentId: { in: ids }, direction: "entry" },
      data: { checkpoint: "Ак-Жол" },
    });
    await tx.residence.createMany({
      data: ids.map((studentId) => ({
        institutionId,
        studentId,
        route: "dormitory",
        dormitoryId: dormitory.id,
        room: "12",
        feeReceipt: "К-1",
      })),
    });
  });
  return ids;
}
