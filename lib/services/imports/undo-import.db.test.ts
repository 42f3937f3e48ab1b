import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { listStudents } from "../students/list-students";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { takeBack } from "./take-back";
import { allowFaculties } from "./test-faculties";
import { wholeTables } from "./test-whole-tables";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await allowFaculties(actor, ["Dentistry", "Pharmacy"]);
});
afterAll(closeConnections);

const ROSTER = `student_no,last_name,first_name,citizenship,document_no,faculty,phone
S-1,OMURBEKOVA,AIZADA,KZ,N11111111,Medicine,
S-2,IVANOV,PETR,RUS,4512 345678,Law,
`;
const LOG = `student_no,direction,at,checkpoint
S-1,entry,2025-09-01T08:15,Ак-Жол
S-1,exit,2025-09-20,Ак-Жол
S-2,entry,2025-09-02,Манас
`;
const GROUNDS = `student_no,kind,number,valid_from,valid_to,address,status
S-1,dormitory,77,2025-09-05,2026-06-30,Dormitory 2,granted
`;

async function load(kind: ImportKind, text: string): Promise<string> {
  const content = Readable.from([Buffer.from(text)]);
  const record = await importFile(actor, { kind, fileName: `${kind}.csv`, content });
  expect(record.state).toBe("committed");
  return record.id;
}

async function undo(importId: string) {
  const preview = await undoPreview(actor, { importId });
  const { agreement } = preview;
  await undoImport(actor, { importId, agreement, inBackground: false });
  await takeBack(actor, importId);
  const { record } = await getImport(actor, { importId });
  expect(record.state).toBe("undone");
  expect(record.undo?.counts).toEqual(preview.counts);
  return preview;
}

test.each([
  ["roster", ROSTER, { student: 2 }],
  ["crossings", LOG, { crossing: 3 }],
  ["grounds", GROUNDS, { ground: 1 }],
] as const)(
  "what a file of %s added goes with its undo, and can come again",
  async (kind, text, removed) => {
    if (kind !== "roster") await load("roster", ROSTER);
    const before = await wholeTables(actor);
    const { counts, kept } = await undo(await load(kind, text));
    expect(counts).toMatchObject({ removed, restored: {}, kept: {} });
    expect(kept).toEqual([]);
    expect(await wholeTables(actor)).toEqual(before);
    const again = await importFile(actor, {
      kind,
      fileName: "again.csv",
      content: Readable.from([Buffer.from(text)]),
    });
    expect(again).toMatchObject({ state: "committed", counts: { new: Object.values(removed)[0] } });
  },
);

test("what a file changed is what it was before", async () => {
  await load("roster", ROSTER);
  await load("crossings", LOG);
  await load("grounds", GROUNDS);
  const before = await wholeTables(actor);
  const roster = await load(
    "roster",
    ROSTER.replace("Medicine", "Dentistry").replace("N11111111", "033445566"),
  );
  const log = await load("crossings", LOG.replace("2025-09-20,Ак-Жол", "2025-09-20,Манас"));
  const grounds = await load("grounds", GROUNDS.replace("2026-06-30", "2026-08-31"));
  expect((await undo(grounds)).counts).toMatchObject({ removed: {}, restored: { ground: 1 } });
  expect((await undo(log)).counts).toMatchObject({ removed: {}, restored: { crossing: 1 } });
  expect((await undo(roster)).counts).toMatchObject({
    removed: { document: 1 },
    restored: { student: 1 },
  });
  expect(await wholeTables(actor)).toEqual(before);
  expect((await listStudents(actor, {})).total).toBe(2);
});

test("a value that a later file gave stays, is named, and goes with that file", async () => {
  await load("roster", ROSTER);
  const before = await wholeTables(actor);
  const first = await load("roster", ROSTER.replace("Medicine,", "Dentistry,555"));
  const second = await load("roster", ROSTER.replace("Medicine", "Pharmacy"));
  const { counts, kept } = await undo(first);
  expect(counts).toMatchObject({ removed: {}, restored: { student: 1 }, kept: { student: 1 } });
  expect(kept).toMatchObject([
    { entity: "student", reason: "inLaterFile", field: "faculty", importId: second, count: 1 },
  ]);
  expect(kept[0]?.students[0]?.studentNo).toBe("S-1");
  const { student } = await wholeTables(actor);
  expect(student).toContainEqual(
    expect.objectContaining({ student_no: "S-1", faculty: "Pharmacy", phone: "" }),
  );
  await undo(second);
  expect(await wholeTables(actor)).toEqual(before);
});

test("rows that a later file holds too stay and are that file's", async () => {
  const before = await wholeTables(actor);
  const first = await load("roster", ROSTER);
  const second = await load("roster", ROSTER.split("\n").slice(0, 2).join("\n"));
  const { counts, kept } = await undo(first);
  expect(counts).toMatchObject({ removed: { student: 1 }, kept: { student: 1 } });
  expect(kept).toMatchObject([
    { entity: "document", reason: "inLaterFile", importId: second, field: null },
    { entity: "student", reason: "inLaterFile", importId: second, field: null },
  ]);
  expect((await undo(second)).counts).toMatchObject({ removed: { student: 1 }, kept: {} });
  expect(await wholeTables(actor)).toEqual(before);
});

test("a student with crossings stays until they are taken back", async () => {
  const before = await wholeTables(actor);
  const roster = await load("roster", ROSTER);
  const log = await load("crossings", LOG);
  const preview = await undoPreview(actor, { importId: roster });
  expect(preview.counts).toMatchObject({ removed: {}, kept: { student: 2 } });
  expect(preview.kept).toMatchObject([
    { entity: "document", reason: "hasOtherFacts", importId: log, count: 2 },
    { entity: "student", reason: "hasOtherFacts", importId: log, count: 2 },
  ]);
  await undo(log);
  await undo(roster);
  expect(await wholeTables(actor)).toEqual(before);
});

test("a student on a filed list stays; a draft loses the student", async () => {
  const roster = await load("roster", ROSTER);
  await inInstitution(actor, async (tx) => {
    const own = { institutionId: actor.institutionId };
    const students = await tx.student.findMany({ orderBy: { studentNo: "asc" } });
    for (const [index, { id: studentId }] of students.entries()) {
      const list = await tx.requestList.create({
        data: { ...own, state: "draft", asOf: new Date("2025-09-01") },
      });
      await tx.requestListRow.create({
        data: { ...own, requestListId: list.id, position: 1, studentId, fields: {} },
      });
      if (index > 0) continue;
      await tx.requestList.update({ where: { id: list.id }, data: { state: "filed", number: 7 } });
    }
  });
  const { counts, kept, lists } = await undo(roster);
  expect(counts).toMatchObject({ removed: { student: 1 }, kept: { student: 1 } });
  expect(kept).toMatchObject([
    { entity: "document", reason: "onFiledList", listNumber: 7 },
    { entity: "student", reason: "onFiledList", listNumber: 7 },
  ]);
  expect(lists).toMatchObject([{ state: "draft", count: 1 }]);
  const tables = await wholeTables(actor);
  expect(tables["student"]).toMatchObject([{ student_no: "S-1" }]);
  expect(tables["request_list_row"]).toHaveLength(1);
});

test("of two clicks one counts, a job that runs twice takes back once, and a stale agreement does nothing", async () => {
  await load("roster", ROSTER);
  const before = await wholeTables(actor);
  const importId = await load("crossings", LOG);
  const { agreement } = await undoPreview(actor, { importId });
  await undoImport(actor, { importId, agreement: "other", inBackground: false });
  await takeBack(actor, importId);
  const held = (await getImport(actor, { importId })).record;
  expect(held).toMatchObject({ state: "committed", problem: { code: "undoChanged" } });
  const click = () => undoImport(actor, { importId, agreement, inBackground: false });
  const clicks = await Promise.allSettled([click(), click()]);
  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await Promise.all([takeBack(actor, importId), takeBack(actor, importId)]);
  await takeBack(actor, importId);
  expect((await getImport(actor, { importId })).record.state).toBe("undone");
  expect(await wholeTables(actor)).toEqual(before);
  await expect(undoPreview(actor, { importId })).rejects.toThrow("importNotWritten");
});

test("the preview tells whose verdicts would be others", async () => {
  await load("roster", ROSTER);
  const importId = await load("crossings", LOG);
  const { effect } = await undoPreview(actor, { importId });
  expect(effect.students).toBeGreaterThan(0);
  expect(effect.first.map(({ studentNo }) => studentNo)).toContain("S-2");
  expect(effect.changes.every(({ to }) => to === "unknown")).toBe(true);
});
