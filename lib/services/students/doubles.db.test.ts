import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { newTestAccount } from "../access/test-account";
import { getDoubles, getRecordHistory, takeApartBack, tellApart } from "./doubles";
import { comparePeople, mergePeople } from "./merge-people";

afterAll(closeConnections);

let registrar: Actor;
let ids: number[];

beforeEach(async () => {
  registrar = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  ids = await addTestStudents(registrar.institutionId, [
    { studentNo: "S-1", lastName: "OMURBEKOVA", firstName: "AIZADA" },
    {
      studentNo: "S-2",
      lastName: "",
      firstName: "",
      lastNameCyrillic: "Өмүрбекова",
      firstNameCyrillic: "Айзада",
    },
    { studentNo: "S-3", lastName: "OMURBEKOVA", firstName: "AIZADA" },
  ]);
  await born(0, "2005-02-28");
  await born(1, "2005-02-28");
  await born(2, "2004-02-28");
});

const born = (place: number, day: string) =>
  inInstitution(registrar, (tx) =>
    tx.student.update({ where: { id: ids[place] ?? 0 }, data: { birthDate: new Date(day) } }),
  );
const pairs = async () =>
  (await getDoubles(registrar, {})).pairs.map(({ one, other, reasons }) => [
    one.student.studentNo,
    other.student.studentNo,
    reasons,
  ]);
const pair = () => ({ studentId: ids[0] ?? 0, otherId: ids[1] ?? 0 });

test("two records with one name, in whatever script, and one birth date are offered as one person", async () => {
  expect(await pairs()).toEqual([["S-1", "S-2", ["name"]]]);
});

test("a birth date that is mended is looked at anew", async () => {
  expect(await pairs()).toHaveLength(1);
  await born(1, "2005-02-27");
  expect(await pairs()).toEqual([]);
});

test("what was said of two people can be taken back, from either of them, once", async () => {
  await tellApart(registrar, pair());
  const { studentId, otherId } = pair();
  const said = async (id: number) =>
    (await getRecordHistory(registrar, { studentId: id })).apart.map(({ student }) => student.id);
  expect([await said(studentId), await said(otherId)]).toEqual([[otherId], [studentId]]);
  const stranger = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  await expect(takeApartBack(stranger, pair())).rejects.toMatchObject({ code: "notFound" });
  await takeApartBack(registrar, { studentId: otherId, otherId: studentId });
  expect(await said(studentId)).toEqual([]);
  expect(await pairs()).toEqual([["S-1", "S-2", ["name"]]]);
  await expect(takeApartBack(registrar, pair())).rejects.toMatchObject({ code: "notFound" });
});

test("who is said to be somebody else is offered no more", async () => {
  await tellApart(registrar, pair());
  expect(await pairs()).toEqual([]);
  const stranger = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  await expect(tellApart(stranger, pair())).rejects.toMatchObject({ code: "notFound" });
});

test("a record tells what went into it, why and by whose hand", async () => {
  const [keptId = 0, goneId = 0] = ids;
  const { kept, gone } = await comparePeople(registrar, { keptId, goneId });
  const seen = { keptSeen: kept.factsVersion, goneSeen: gone.factsVersion };
  await mergePeople(registrar, { keptId, goneId, ...seen, reason: "один паспорт" });
  const { changes, side } = await getRecordHistory(registrar, { studentId: keptId });
  expect(side.formerNumbers).toEqual(["S-2"]);
  expect(changes).toMatchObject([
    { kind: "merge", otherNo: "S-2", otherName: "Өмүрбекова Айзада", reason: "один паспорт" },
  ]);
});
