import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { day } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { getStudent } from "./get-student";
import { listStudents } from "./list-students";
import { studentFilter } from "./student-filter";
import { updateResidence } from "./update-residence";

afterAll(closeConnections);

let registrar: Actor;
let studentId: number;

beforeEach(async () => {
  const institutionId = await newTestInstitution();
  registrar = { userId: null, institutionId, role: "registrar", locale: "ru" };
  [studentId = 0] = await addTestStudents(institutionId, [{ studentNo: "R-1", housing: "rent" }]);
});

const fileOf = (actor: Actor, id: number) =>
  getStudent(actor, { studentId: id, filter: studentFilter.parse({ asOf: "2025-11-15" }) });

const FLAT = {
  route: "address" as const,
  address: "Бишкек, ул. Киевская, 95, кв. 4",
  ownerName: "Асанов А.",
  consentNotary: "Иванова",
  consentNumber: "4-711",
  consentDate: "2025-11-10",
};

test("what the registrar enters of a flat is on the student's page and is the housing of the desk", async () => {
  await updateResidence(registrar, { studentId, ...FLAT });
  const { residence } = await fileOf(registrar, studentId);
  expect(residence).toMatchObject({ ...FLAT, consentDate: day("2025-11-10"), dormitoryId: null });
  const { rows, facets } = await listStudents(registrar, { housing: "address" });
  expect(rows.map(({ id }) => id)).toEqual([studentId]);
  expect(facets.housing).toEqual([{ value: "address", count: 1 }]);
});

test("entering it again replaces it, and the audit names the fields that changed, not what they hold", async () => {
  await updateResidence(registrar, { studentId, ...FLAT });
  const { changed } = await updateResidence(registrar, {
    studentId,
    ...FLAT,
    consentNumber: "4-712",
  });
  expect(changed).toEqual(["consentNumber"]);
  const events = await inInstitution(registrar, (tx) =>
    tx.auditEvent.findMany({ where: { entityId: String(studentId) }, orderBy: { id: "asc" } }),
  );
  expect(events.map(({ action }) => action)).toEqual([
    "students.updateResidence",
    "students.updateResidence",
  ]);
  expect(events[1]?.detail).toEqual({ changed: ["consentNumber"] });
  expect(JSON.stringify(events.map(({ detail }) => detail))).not.toContain("4-712");
});

test("a date that does not exist is refused and nothing is kept", async () => {
  const raw = { studentId, ...FLAT, consentDate: "2025-02-31" };
  await expect(updateResidence(registrar, raw)).rejects.toMatchObject({
    code: "invalid",
    fields: { consentDate: "dateInvalid" },
  });
  expect((await fileOf(registrar, studentId)).residence).toBeNull();
});

test("a dormitory of another university is refused", async () => {
  const other = await newTestInstitution();
  const dormitory = await inInstitution({ institutionId: other }, (tx) =>
    tx.dormitory.create({ data: { institutionId: other, name: "1", address: "x" } }),
  );
  const raw = { studentId, route: "dormitory" as const, dormitoryId: dormitory.id, room: "12" };
  await expect(updateResidence(registrar, raw)).rejects.toMatchObject({ code: "invalid" });
});

test("a reader may look but not change", async () => {
  const reader: Actor = { ...registrar, role: "reader" };
  await expect(updateResidence(reader, { studentId, ...FLAT })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await fileOf(reader, studentId)).residence).toBeNull();
});

test("a student of another university does not exist", async () => {
  const stranger: Actor = { ...registrar, institutionId: await newTestInstitution() };
  await expect(fileOf(stranger, studentId)).rejects.toMatchObject({ code: "notFound" });
  await expect(updateResidence(stranger, { studentId, ...FLAT })).rejects.toMatchObject({
    code: "notFound",
  });
});
