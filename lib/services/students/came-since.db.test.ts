import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/civil-date/day";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { getRecordHistory } from "./doubles";
import { getStudent } from "./get-student";
import { recordCrossing } from "./record-crossing";
import { studentFilter } from "./student-filter";
import { idOf, load, merge } from "./test-records";
import { undoPersonChange } from "./undo-person-change";

afterAll(closeConnections);

const ROSTER = "student_no,last_name,first_name,citizenship,document_no";
const KEPT = "S-1,OMURALIEVA,GULZAT,KZ,N11111111";
const GONE = "S-2,OMURALIEVA,AIZADA,KZ,N22222222";

let actor: Actor;
let changeId: string;
beforeEach(async () => {
  actor = (await newTestAccount(await newTestInstitution(), "administrator")).actor;
  await load(actor, "roster", [ROSTER, KEPT, GONE]);
  changeId = await merge(actor, "S-1", "S-2");
});

const page = async (studentNo: string) =>
  getStudent(actor, {
    studentId: await idOf(actor, studentNo),
    filter: studentFilter.parse({ asOf: "2025-11-15" }),
  });
const crossingsOf = async (studentNo: string) =>
  (await page(studentNo)).crossings.map(
    ({ direction, day }) => `${direction === "entry" ? "+" : "-"}${formatDay(day)}`,
  );
const since = async () =>
  (await getRecordHistory(actor, { studentId: await idOf(actor, "S-1") })).undo[changeId]?.since;

test("crossings, grounds and documents go to the record whose number the file names", async () => {
  await load(actor, "crossings", [
    "student_no,direction,at",
    ...["S-1,entry,2025-10-01", "S-2,entry,2025-10-02", "S-2,exit,2025-10-03"],
  ]);
  await load(actor, "grounds", [
    "student_no,kind,number,valid_from,valid_to,status",
    "S-1,visa,V-1,2025-10-01,2025-12-01,granted",
    "S-2,visa,V-2,2025-10-02,2025-12-02,granted",
  ]);
  await load(actor, "roster", [ROSTER, "S-2,OMURALIEVA,AIZADA,KZ,N33333333"]);
  expect((await since())?.map(({ table, whose }) => [table, whose])).toEqual([
    ["crossing", "other"],
    ["crossing", "other"],
    ["ground", "other"],
    ["identity_document", "other"],
  ]);
  await undoPersonChange(actor, { changeId });
  expect(await crossingsOf("S-1")).toEqual(["+2025-10-01"]);
  expect(await crossingsOf("S-2")).toEqual(["+2025-10-02", "-2025-10-03"]);
  const other = await page("S-2");
  expect(other.grounds.map(({ number }) => number)).toEqual(["V-2"]);
  expect(other.documents.map(({ number }) => number).sort()).toEqual(["N22222222", "N33333333"]);
});

test("where a file has documents alone they tell whose a crossing is", async () => {
  await load(actor, "crossings", [
    "document_no,direction,at",
    "N22222222,entry,2025-10-02",
    "N11111111,exit,2025-10-03",
  ]);
  await undoPersonChange(actor, { changeId });
  expect(await crossingsOf("S-1")).toEqual(["-2025-10-03"]);
  expect(await crossingsOf("S-2")).toEqual(["+2025-10-02"]);
});

test("what no file tells of is named before, and stays", async () => {
  const studentId = await idOf(actor, "S-1");
  const entry = { direction: "entry", day: "2025-10-05", minute: "", reason: "по штампу" } as const;
  await recordCrossing(actor, { studentId, ...entry });
  expect(await since()).toMatchObject([
    { table: "crossing", direction: "entry", source: null, whose: null },
  ]);
  await undoPersonChange(actor, { changeId });
  expect(await crossingsOf("S-1")).toEqual(["+2025-10-05"]);
  expect(await crossingsOf("S-2")).toEqual([]);
});
