import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import { newTestAccount } from "../access/test-account";
import { recordBorderCount } from "./border-counts";
import { getRecordHistory } from "./doubles";
import { getStudent } from "./get-student";
import { comparePeople, leadToPerson, mergePeople } from "./merge-people";
import { splitPerson } from "./split-person";
import { studentFilter } from "./student-filter";
import { undoPersonChange } from "./undo-person-change";
import { updateResidence } from "./update-residence";

afterAll(closeConnections);

let registrar: Actor;
let kept: number;
let gone: number;

beforeEach(async () => {
  registrar = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  [kept = 0, gone = 0] = await addTestStudents(registrar.institutionId, [
    {
      studentNo: "S-1",
      lastName: "OMURBEKOVA",
      firstName: "AIZADA",
      documentNo: "N11111111",
      crossings: "+2025-09-01 -2025-09-20",
      grounds: [{ kind: "dormitory", from: "2025-09-10", to: "2025-10-10" }],
    },
    {
      studentNo: "S-2",
      lastName: "Omurbekova",
      firstName: "Aizada",
      lastNameCyrillic: "Өмүрбекова",
      firstNameCyrillic: "Айзада",
      documentNo: "041234567",
      faculty: "Право",
      crossings: "+2025-09-01 -2025-09-20 +2025-10-01",
      grounds: [
        { kind: "dormitory", from: "2025-09-10", to: "2025-11-10" },
        { kind: "visa", from: "2025-09-01", to: null },
      ],
    },
  ]);
  await recordBorderCount(registrar, { studentId: gone, statedDays: 20, statedOn: "2025-10-02" });
  await updateResidence(registrar, { studentId: String(gone), route: "address", address: "Чүй 1" });
});

/** What is derived, or counts how often it was touched, is no part of what is kept. */
const DERIVED = ["facts_version", "updated_at"];

/** Whole tables, as one text. */
async function everything(): Promise<string> {
  const tables = [
    "student",
    "identity_document",
    "crossing",
    "ground",
    "border_count",
    "residence",
    "former_number",
    "request_list",
    "request_list_row",
  ];
  return inInstitution(registrar, async (tx) => {
    const texts: string[] = [];
    for (const table of tables) {
      const rows = await tx.$queryRawUnsafe<{ row: object }[]>(
        `select to_jsonb(t) - $1::text[] as row from ${table} t
         where institution_id = current_institution() order by to_jsonb(t)::text`,
        DERIVED,
      );
      texts.push(
        `${table}: ${rows
          .map(({ row }) => JSON.stringify(row))
          .sort()
          .join("\n")}`,
      );
    }
    return texts.join("\n");
  });
}

async function seen() {
  const { kept: one, gone: other } = await comparePeople(registrar, { keptId: kept, goneId: gone });
  return { keptSeen: one.factsVersion, goneSeen: other.factsVersion };
}
const merge = async (versions?: { keptSeen: number; goneSeen: number }) =>
  mergePeople(registrar, {
    keptId: kept,
    goneId: gone,
    reason: "один паспорт",
    ...(versions ?? (await seen())),
  });
const page = (studentId: number) =>
  getStudent(registrar, { studentId, filter: studentFilter.parse({ asOf: "2025-11-15" }) });
const conflict = (reason: string) => ({ code: "conflict", reason });

test("of two records one stays, with everything of both and nothing twice", async () => {
  const { shared } = await comparePeople(registrar, { keptId: kept, goneId: gone });
  expect(shared).toEqual({ crossings: 2, grounds: 1, groundsThatDiffer: 1 });
  await merge();
  const { student, documents, crossings, grounds, borderCounts, residence } = await page(kept);
  expect(student).toMatchObject({
    studentNo: "S-1",
    lastName: "OMURBEKOVA",
    lastNameCyrillic: "Өмүрбекова",
    faculty: "Право",
  });
  expect(documents.map(({ number }) => number).sort()).toEqual(["041234567", "N11111111"]);
  expect(crossings).toHaveLength(3);
  expect(grounds.map(({ kind }) => kind).sort()).toEqual(["dormitory", "visa"]);
  expect(borderCounts).toHaveLength(1);
  expect(residence?.address).toBe("Чүй 1");
  await expect(page(gone)).rejects.toMatchObject({ code: "notFound" });
  expect(await leadToPerson(registrar, { studentId: gone })).toBe(kept);
});

test("a merge taken back leaves every table as it was", async () => {
  const before = await everything();
  const { changeId } = await merge();
  expect(await everything()).not.toBe(before);
  await undoPersonChange(registrar, { changeId });
  expect(await everything()).toBe(before);
  expect(await leadToPerson(registrar, { studentId: gone })).toBe(gone);
  await expect(undoPersonChange(registrar, { changeId })).rejects.toMatchObject(
    conflict("personChangeUndone"),
  );
});

test("what came to the record since a merge stays with it when the merge is taken back", async () => {
  const { changeId } = await merge();
  await recordBorderCount(registrar, { studentId: kept, statedDays: 44, statedOn: "2025-11-02" });
  await undoPersonChange(registrar, { changeId });
  expect((await page(kept)).borderCounts.map(({ statedDays }) => statedDays)).toEqual([44]);
  expect((await page(gone)).borderCounts.map(({ statedDays }) => statedDays)).toEqual([20]);
});

test("of two tabs that merge the same two, one counts; and what has changed since it was seen is not merged", async () => {
  const versions = await seen();
  const both = await Promise.allSettled([merge(versions), merge(versions)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({
    reason: conflict("personMoved"),
  });
});

test("a record is split, and put together again as it was", async () => {
  const before = await everything();
  const { documents } = (await comparePeople(registrar, { keptId: gone, goneId: kept })).kept;
  const { crossings, grounds } = await page(gone);
  const split = {
    studentId: gone,
    studentNo: "S-3",
    lastName: "OMURBEKOVA",
    firstName: "AIZHAN",
    citizenship: "KZ",
    documents: documents.map(({ id }) => id),
    crossings: crossings.slice(2).map(({ ref }) => ref),
    grounds: grounds.filter(({ kind }) => kind === "visa").map(({ ref }) => Number(ref)),
    reason: "две сестры",
  };
  const { studentId: sister, changeId } = await splitPerson(registrar, split);
  expect((await page(sister)).crossings).toHaveLength(1);
  expect((await page(gone)).crossings).toHaveLength(2);
  expect((await page(gone)).documents).toEqual([]);
  await expect(splitPerson(registrar, { ...split, studentNo: "S-4" })).rejects.toMatchObject(
    conflict("personMoved"),
  );
  await expect(splitPerson(registrar, split)).rejects.toMatchObject({
    fields: { studentNo: "numberTaken" },
  });
  await undoPersonChange(registrar, { changeId });
  expect(await everything()).toBe(before);
});

test("crossings that were made with a document that goes do not stay behind unless that is said", async () => {
  const { documents, crossings } = await page(gone);
  await inInstitution(registrar, (tx) =>
    tx.crossing.updateMany({
      where: { id: { in: crossings.slice(1).map(({ ref }) => BigInt(ref)) } },
      data: { documentNo: "04 1234567" },
    }),
  );
  const split = {
    ...{ studentId: gone, studentNo: "S-3", lastName: "A", firstName: "B", citizenship: "KZ" },
    documents: documents.map(({ id }) => id),
    reason: "две сестры",
  };
  const [, second, third] = crossings.map(({ ref }) => ref);
  for (const some of [[], [second ?? ""]]) {
    await expect(splitPerson(registrar, { ...split, crossings: some })).rejects.toMatchObject({
      code: "invalid",
      reason: "crossingsStay",
    });
  }
  const all = await splitPerson(registrar, { ...split, crossings: [second ?? "", third ?? ""] });
  expect((await page(all.studentId)).crossings).toHaveLength(2);
  await undoPersonChange(registrar, { changeId: all.changeId });
  const none = await splitPerson(registrar, { ...split, leavesCrossings: true });
  expect((await page(none.studentId)).crossings).toEqual([]);
});

test("a split is not taken back while the new record has more than it was given", async () => {
  const { documents } = (await comparePeople(registrar, { keptId: gone, goneId: kept })).kept;
  const { studentId, changeId } = await splitPerson(registrar, {
    studentId: gone,
    studentNo: "S-3",
    lastName: "A",
    firstName: "B",
    citizenship: "KZ",
    documents: documents.map(({ id }) => id),
    reason: "две сестры",
  });
  const historyOf = (id: number) => getRecordHistory(registrar, { studentId: id });
  expect((await historyOf(gone)).undo[changeId]?.obstacle).toBeNull();
  await recordBorderCount(registrar, { studentId, statedDays: 1, statedOn: "2025-10-02" });
  const [told, ofNew] = [await historyOf(gone), await historyOf(studentId)];
  expect(told.undo[changeId]?.obstacle).toBe("splitHasMore");
  expect(told.changes[0]).toMatchObject({ isNewOne: false, otherNo: "S-3" });
  expect(ofNew.changes[0]).toMatchObject({ isNewOne: true, mainNo: "S-2" });
  await expect(undoPersonChange(registrar, { changeId })).rejects.toMatchObject(
    conflict("splitHasMore"),
  );
});

test("changes are taken back in their order: a merge under a later one has to wait", async () => {
  const { changeId } = await merge();
  const [third = 0] = await addTestStudents(registrar.institutionId, [{ studentNo: "S-9" }]);
  const sides = await comparePeople(registrar, { keptId: third, goneId: kept });
  const later = await mergePeople(registrar, {
    keptId: third,
    goneId: kept,
    keptSeen: sides.kept.factsVersion,
    goneSeen: sides.gone.factsVersion,
    reason: "один человек",
  });
  expect(await leadToPerson(registrar, { studentId: gone })).toBe(third);
  await expect(undoPersonChange(registrar, { changeId })).rejects.toMatchObject(
    conflict("personChangedAgain"),
  );
  await undoPersonChange(registrar, { changeId: later.changeId });
  await undoPersonChange(registrar, { changeId });
  expect(await leadToPerson(registrar, { studentId: gone })).toBe(gone);
});

test("students of another institution can neither be compared, merged nor led to", async () => {
  const stranger = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  const pair = { keptId: kept, goneId: gone };
  await expect(comparePeople(stranger, pair)).rejects.toMatchObject({ code: "notFound" });
  await expect(
    mergePeople(stranger, { ...pair, keptSeen: 1, goneSeen: 1, reason: "x" }),
  ).rejects.toMatchObject({ code: "notFound" });
  expect(await leadToPerson(stranger, { studentId: kept })).toBeNull();
});
