import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { day } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { getStudent } from "./get-student";
import { listStudents } from "./list-students";
import { studentFilter } from "./student-filter";

afterAll(closeConnections);

const filter = studentFilter.parse({ asOf: "2025-11-15" });

async function officeWith(...students: Parameters<typeof addTestStudents>[1]) {
  const institutionId = await newTestInstitution();
  const actor: Actor = { userId: null, institutionId, role: "reader", locale: "ru" };
  return { actor, ids: await addTestStudents(institutionId, students) };
}

test("the used days of each reading are the sum of its stays, and each stay names its crossings", async () => {
  const { actor, ids } = await officeWith({
    studentNo: "S-1",
    crossings: "+2025-09-01 -2025-09-20 +2025-10-05",
  });
  const file = await getStudent(actor, { studentId: ids[0] ?? 0, filter });
  const refs = file.crossings.map(({ ref }) => ref);
  expect(file.assessment.readings.rolling?.used).toBe(62);
  for (const reading of Object.values(file.explanation.readings)) {
    expect(reading.stays.reduce((sum, { counted }) => sum + counted, 0)).toBe(reading.used);
    for (const { entryRef } of reading.stays) expect(refs).toContain(entryRef);
  }
});

test("the year drawn is twelve whole months that hold the window, and days after asOf lie ahead", async () => {
  const { actor, ids } = await officeWith({ studentNo: "S-1", crossings: "+2025-09-01" });
  const { ledger } = await getStudent(actor, { studentId: ids[0] ?? 0, filter });
  expect(ledger[0]?.day).toBe(day("2025-03-01"));
  expect(ledger.at(-1)?.day).toBe(day("2026-02-28"));
  expect(ledger.find((entry) => entry.day === day("2025-11-15"))?.status).toBe("counted");
  expect(ledger.find((entry) => entry.day === day("2025-11-16"))?.status).toBe("ahead");
});

test("a stored assessment that differs from the live one is mended", async () => {
  const { actor, ids } = await officeWith({ studentNo: "S-1", crossings: "+2025-09-01" });
  await listStudents(actor, filter);
  await inInstitution(actor, (tx) =>
    tx.assessment.updateMany({ data: { verdict: "covered", answers: "" } }),
  );
  await getStudent(actor, { studentId: ids[0] ?? 0, filter });
  const { rows } = await listStudents(actor, filter);
  expect(rows[0]?.verdict).toBe("registration_overdue");
});

test("the neighbours are those before and after it in the filter's order", async () => {
  const { actor, ids } = await officeWith(
    { studentNo: "S-1", lastName: "Abenov", faculty: "Law" },
    { studentNo: "S-2", lastName: "Baitursyn", faculty: "Art" },
    { studentNo: "S-3", lastName: "Chokan", faculty: "Law" },
  );
  const [first = 0, , third = 0] = ids;
  const byName = studentFilter.parse({ faculty: "Law", sort: "name" });
  expect((await getStudent(actor, { studentId: first, filter: byName })).neighbours).toEqual({
    previous: null,
    next: third,
  });
});

test("the file of a fact is named to everybody, and its key given to who may open it", async () => {
  const { actor: reader, ids } = await officeWith({
    studentNo: "S-1",
    crossings: "+2025-09-01",
    grounds: [{ kind: "visa", from: "2025-09-01", to: null }],
  });
  await inInstitution(reader, async (tx) => {
    const { id: importId } = await tx.import.create({
      data: {
        institutionId: reader.institutionId,
        kind: "crossings",
        state: "committed",
        fileName: "log.csv",
        fileSize: 1,
        fileHash: "0",
        storageKey: "0",
      },
    });
    await tx.crossing.updateMany({ data: { importId, importRow: 2 } });
    await tx.ground.updateMany({ data: { importId, importRow: 3 } });
  });
  const sourcesFor = async (actor: Actor) => {
    const file = await getStudent(actor, { studentId: ids[0] ?? 0, filter });
    return [file.crossings[0]?.source, file.grounds[0]?.source];
  };
  expect(await sourcesFor({ ...reader, role: "registrar" })).toEqual([
    { importId: expect.any(String), fileName: "log.csv", row: 2 },
    { importId: expect.any(String), fileName: "log.csv", row: 3 },
  ]);
  expect(await sourcesFor(reader)).toEqual([
    { importId: null, fileName: "log.csv", row: 2 },
    { importId: null, fileName: "log.csv", row: 3 },
  ]);
});

test("a ground that no file brought names none", async () => {
  const { actor, ids } = await officeWith({
    studentNo: "S-1",
    grounds: [{ kind: "visa", from: "2025-09-01", to: null }],
  });
  const { grounds } = await getStudent(actor, { studentId: ids[0] ?? 0, filter });
  expect(grounds.map(({ source }) => source)).toEqual([null]);
});
