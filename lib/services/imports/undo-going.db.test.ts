import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { recordCrossing } from "../students/record-crossing";
import { idOf, load } from "../students/test-records";
import { allowFaculties } from "./test-faculties";
import { undoPreview } from "./undo-preview";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await allowFaculties(actor, ["Law", "Medicine"]);
});
afterAll(closeConnections);

const HEAD = "student_no,last_name,first_name,citizenship,faculty,phone";
const numbers = (students: readonly { studentNo: string }[]) =>
  students.map(({ studentNo }) => studentNo);

test("whose rows go is told, the first by name, and how many there are", async () => {
  const letters = [..."LKJIHGFEDCBA"];
  const roster = await load(actor, "roster", [
    HEAD,
    ...letters.map((letter, place) => `S-${place},NAME${letter},GIVEN,KZ,Law,`),
  ]);
  const { going } = await undoPreview(actor, { importId: roster });
  expect(going).toMatchObject([
    { what: "removed", entity: "student", studentCount: 12, fields: [] },
  ]);
  expect(numbers(going[0]?.students ?? [])).toEqual(
    [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((n) => `S-${n}`),
  );
});

test("of what gets its earlier values back it is told which fields and whose", async () => {
  await load(actor, "roster", [HEAD, "S-1,LI,WEI,CN,Law,1", "S-2,LI,WEN,CN,Law,2"]);
  const roster = await load(actor, "roster", [
    HEAD,
    "S-1,LI,WEI,CN,Medicine,7",
    "S-2,LI,WEN,CN,Medicine,2",
  ]);
  const { going } = await undoPreview(actor, { importId: roster });
  expect(going).toMatchObject([
    {
      ...{ what: "restored", entity: "student", studentCount: 2 },
      fields: [
        { field: "faculty", count: 2 },
        { field: "phone", count: 1 },
      ],
    },
  ]);
  expect(numbers(going[0]?.students ?? [])).toEqual(["S-1", "S-2"]);
});

test("crossings entered by hand that stay without the other half of the stay are told, and no others", async () => {
  await load(actor, "roster", [
    HEAD,
    ...["S-1", "S-2", "S-3"].map((no) => `${no},LI,WEI${no.at(-1)},CN,,`),
  ]);
  await load(actor, "crossings", ["student_no,direction,at", "S-2,entry,2025-09-01"]);
  const log = await load(actor, "crossings", [
    "student_no,direction,at",
    ...[
      "S-1,entry,2025-09-01",
      "S-2,exit,2025-09-10",
      "S-2,entry,2025-09-20",
      "S-3,exit,2025-09-20",
    ],
  ]);
  const byHand = async (no: string, direction: "entry" | "exit", day: string) =>
    recordCrossing(actor, { studentId: await idOf(actor, no), direction, day, reason: "r" });
  expect((await undoPreview(actor, { importId: log })).alone).toEqual([]);
  await byHand("S-1", "exit", "2025-10-15");
  // Its entry goes too, and the one before stays.
  await byHand("S-2", "exit", "2025-10-15");
  await byHand("S-3", "entry", "2025-09-10");
  const { alone } = await undoPreview(actor, { importId: log });
  expect(alone).toMatchObject([{ count: 2, studentCount: 2 }]);
  expect(numbers(alone[0]?.students ?? [])).toEqual(["S-1", "S-3"]);
});
