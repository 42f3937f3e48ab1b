import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import type { ImportKind } from "@/lib/import/fields";
import { getImportRows } from "./get-import";
import { importFile } from "./import-file";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await addTestStudents(actor.institutionId, [
    { studentNo: "S-1", documentNo: "N11111111" },
    { studentNo: "S-2", documentNo: "N22222222" },
  ]);
});
afterAll(closeConnections);

/** What is said of each row that is wrong: code and what it names. */
async function said(kind: ImportKind, text: string): Promise<unknown[][]> {
  const content = Readable.from([Buffer.from(text)]);
  const { id } = await importFile(actor, { kind, fileName: "file.csv", content });
  const rows = await getImportRows(actor, { importId: id, outcomes: ["wrong"] });
  return rows.map(({ rowNo, issues }) => [
    rowNo,
    ...issues.map(({ code, params }) => [code, params]),
  ]);
}

const conflict = (rows: string) => ["conflictingRows", { rows }];
const shared = (rows: string) => ["peopleShareNumber", { rows }];

test("a crossing under one student's number and another's document names the other student", async () => {
  const text =
    "student_no,document_no,direction,at\nS-1,N22222222,entry,2025-09-01\nS-1,N11111111,exit,2025-09-02\n";
  expect(await said("crossings", text)).toEqual([[2, ["documentOfAnother", { student: "S-2" }]]]);
});

test("grounds that contradict each other name their rows", async () => {
  const text = `student_no,kind,number,valid_from,valid_to,status
S-1,dormitory,7,2025-09-01,2026-06-30,granted
S-1,dormitory,8,2025-09-01,2026-06-30,granted
S-1,dormitory,7,2025-09-01,2026-01-31,granted
`;
  expect(await said("grounds", text)).toEqual([
    [2, conflict("2, 4")],
    [4, conflict("2, 4")],
  ]);
});

test("rows of a roster that share a number, a document or an ИИН name each other", async () => {
  const text = `student_no,last_name,first_name,citizenship,document_no,iin
S-5,A,B,KZ,,
S-5,A,C,KZ,,
S-6,D,E,KZ,N33333333,
S-7,F,G,KZ,N33333333,
S-8,H,I,KZ,,050228650004
S-9,K,L,KZ,,050228650004
`;
  expect(await said("roster", text)).toEqual([
    [2, conflict("2, 3")],
    [3, conflict("2, 3")],
    [4, shared("4, 5")],
    [5, shared("4, 5")],
    [6, shared("6, 7")],
    [7, shared("6, 7")],
  ]);
});

test("of many rows the first are named", async () => {
  const rows = Array.from({ length: 9 }, (_, i) => `S-5,A,${"BCDEFGHIK"[i]},KZ`);
  const text = ["student_no,last_name,first_name,citizenship", ...rows].join("\n");
  const [first] = await said("roster", text);
  expect(first).toEqual([2, conflict("2, 3, 4, 5, 6, 7, …")]);
});
