import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { addDormitory } from "../office/dormitories";
import { getStudent } from "./get-student";
import { recordCrossing } from "./record-crossing";
import { setCrossingAside } from "./set-crossing-aside";
import { studentFilter } from "./student-filter";
import { idOf, load, merge, undo } from "./test-records";
import { undoPersonChange } from "./undo-person-change";

afterAll(closeConnections);

const ROSTER = "student_no,last_name,first_name,citizenship,phone";
const LOG = "student_no,direction,at";
const GROUNDS = "student_no,kind,number,valid_from,valid_to,status";
const DORMITORY = "student_no,dormitory,room";

let actor: Actor;
beforeEach(async () => {
  actor = (await newTestAccount(await newTestInstitution(), "administrator")).actor;
  await load(actor, "roster", [ROSTER, "S-1,OMURALIEVA,GULZAT,KZ,", "S-2,OMURALIEVA,GULZAT,KZ,"]);
});

const page = async (studentNo: string) =>
  getStudent(actor, {
    studentId: await idOf(actor, studentNo),
    filter: studentFilter.parse({ asOf: "2025-11-15" }),
  });
const crossingsOf = async (studentNo: string) =>
  (await page(studentNo)).crossings.map(({ direction, day, source }) => [
    `${direction} ${formatDay(day)}`,
    source?.fileName ?? null,
  ]);

test("crossings of a log that was undone while two records were one do not come back with the second", async () => {
  const log = await load(actor, "crossings", [
    LOG,
    ...["S-1,entry,2025-09-01", "S-1,exit,2025-09-10", "S-2,entry,2025-09-01"],
    ...["S-2,exit,2025-09-10", "S-2,entry,2025-09-20"],
  ]);
  const changeId = await merge(actor, "S-1", "S-2");
  await undo(actor, log);
  await undoPersonChange(actor, { changeId });
  expect(await crossingsOf("S-1")).toEqual([]);
  expect(await crossingsOf("S-2")).toEqual([]);
});

test("what a later log holds too comes back under that log; undoing it as well leaves nothing", async () => {
  const rows = [LOG, "S-1,entry,2025-09-01", "S-2,entry,2025-09-01"];
  const first = await load(actor, "crossings", rows, "one.csv");
  const second = await load(actor, "crossings", [...rows, "S-2,exit,2025-09-05"], "two.csv");
  const changeId = await merge(actor, "S-1", "S-2");
  await undo(actor, first);
  await undoPersonChange(actor, { changeId });
  expect((await crossingsOf("S-2")).map(([, file]) => file)).toEqual(["two.csv", "two.csv"]);
  await undo(actor, second);
  expect(await crossingsOf("S-1")).toEqual([]);
  expect(await crossingsOf("S-2")).toEqual([]);
});

test("grounds, a residence and fields of the record that went: nothing comes back of what was undone", async () => {
  await addDormitory(actor, { name: "Общежитие № 2", address: "Бишкек", manager: "" });
  const grounds = await load(actor, "grounds", [
    GROUNDS,
    "S-1,visa,V-1,2025-09-01,2025-12-01,granted",
    "S-2,visa,V-1,2025-09-01,2025-12-01,granted",
  ]);
  const residents = await load(actor, "residents", [
    DORMITORY,
    "S-1,Общежитие № 2,101",
    "S-2,Общежитие № 2,102",
  ]);
  const phones = await load(actor, "roster", [ROSTER, "S-2,OMURALIEVA,GULZAT,KZ,0555111222"]);
  const changeId = await merge(actor, "S-1", "S-2");
  for (const importId of [phones, residents, grounds]) await undo(actor, importId);
  await undoPersonChange(actor, { changeId });
  const { student, grounds: left, residence } = await page("S-2");
  expect({ phone: student.phone, left, residence }).toEqual({
    phone: "",
    left: [],
    residence: null,
  });
});

test("a ground that an undone list had changed comes back as it was before that list", async () => {
  await load(actor, "grounds", [
    GROUNDS,
    "S-1,visa,V-1,2025-09-01,2025-12-01,granted",
    "S-2,visa,V-1,2025-09-01,2025-12-01,granted",
  ]);
  const longer = await load(actor, "grounds", [
    GROUNDS,
    "S-2,visa,V-1,2025-09-01,2026-06-30,granted",
  ]);
  const changeId = await merge(actor, "S-1", "S-2");
  await undo(actor, longer);
  await undoPersonChange(actor, { changeId });
  expect((await page("S-2")).grounds.map(({ to }) => (to === null ? "" : formatDay(to)))).toEqual([
    "2025-12-01",
  ]);
});

test("what the office entered by hand stays when the log that a merge lent to it is undone", async () => {
  const studentId = await idOf(actor, "S-1");
  const entry = { direction: "entry", day: "2025-09-01", minute: "", reason: "по штампу" } as const;
  await recordCrossing(actor, { studentId, ...entry });
  const log = await load(actor, "crossings", [LOG, "S-2,entry,2025-09-01"]);
  const changeId = await merge(actor, "S-1", "S-2");
  await undo(actor, log);
  expect(await crossingsOf("S-1")).toHaveLength(1);
  expect((await page("S-1")).crossings[0]?.source).toBeNull();
  await undoPersonChange(actor, { changeId });
  expect(await crossingsOf("S-1")).toHaveLength(1);
  expect(await crossingsOf("S-2")).toEqual([]);
});

test("what was entered or set aside by hand of the record that went comes back", async () => {
  const log = await load(actor, "crossings", [
    LOG,
    ...["S-1,entry,2025-09-01", "S-1,exit,2025-09-10"],
    ...["S-2,entry,2025-09-01", "S-2,exit,2025-09-10"],
  ]);
  const { crossings } = await page("S-2");
  await setCrossingAside(actor, {
    studentId: await idOf(actor, "S-2"),
    refs: [crossings[1]?.ref ?? ""],
    reason: "чужое",
  });
  const changeId = await merge(actor, "S-1", "S-2");
  await undo(actor, log);
  await undoPersonChange(actor, { changeId });
  const left = (await page("S-2")).crossings;
  expect(left.map(({ setAside }) => setAside?.reason)).toEqual(["чужое"]);
  expect(await inInstitution(actor, (tx) => tx.crossing.count())).toBe(1);
});
