import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ErasableField } from "@/lib/import/answers";
import { commitImport } from "./commit-import";
import { findEffect } from "./find-effect";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";
import { takeBack } from "./take-back";
import { wholeTables } from "./test-whole-tables";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
});
afterAll(closeConnections);

const HEAD = "student_no,last_name,first_name,citizenship,birth_date,faculty,phone";
const ROSTER = `${HEAD}
S-1,OMURBEKOVA,AIZADA,KZ,2004-03-15,Medicine,555111
S-2,IVANOV,PETR,RUS,2003-01-20,Law,555222
S-3,LI,WEI,CN,,Law,
`;
/** The phones are gone, a birth date too; and the student without a phone is as before. */
const EMPTIED = `${HEAD}
S-1,OMURBEKOVA,AIZADA,KZ,,Medicine,
S-2,IVANOV,PETR,RUS,2003-01-20,Medicine,
S-3,LI,WEI,CN,,Law,
`;

const file = (text: string) => ({
  kind: "roster" as const,
  fileName: "roster.csv",
  content: Readable.from([Buffer.from(text)]),
});

/** Reads a roster, tells it which columns erase, and leaves it to be looked at. */
async function review(text: string, erase: ErasableField[]): Promise<string> {
  const importId = await receiveFile(actor, file(text));
  await readFile(actor, importId);
  await rereadImport(actor, { importId, kind: "roster", answers: { erase }, inBackground: false });
  await readFile(actor, importId);
  return importId;
}

async function write(importId: string): Promise<void> {
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeImport(actor, importId, null);
  expect((await getImport(actor, { importId })).record.state).toBe("committed");
}

async function undo(importId: string) {
  const preview = await undoPreview(actor, { importId });
  await undoImport(actor, { importId, agreement: preview.agreement, inBackground: false });
  await takeBack(actor, importId);
  return preview;
}

const students = () =>
  inInstitution(actor, async (tx) =>
    (await tx.student.findMany({ orderBy: { studentNo: "asc" } })).map((one) => [
      one.studentNo,
      one.phone,
      one.birthDate?.toISOString().slice(0, 10) ?? null,
    ]),
  );

const rowsOf = async (importId: string) =>
  (await getImportRows(actor, { importId, outcomes: [] })).map((row) => ({
    row: row.rowNo,
    outcome: row.outcome,
    told: row.issues.map(({ code, field }) => `${code} ${field}`),
    changes: row.changes.map((change) => [change.field, change.old, change.new]),
  }));

test("an empty cell where something is recorded is told column by column, and erases nothing", async () => {
  await importFile(actor, file(ROSTER));
  const { id } = await importFile(actor, file(EMPTIED));
  expect(await rowsOf(id)).toEqual([
    {
      row: 2,
      outcome: "unchanged",
      told: ["emptyCellKept birth_date", "emptyCellKept phone"],
      changes: [],
    },
    {
      row: 3,
      outcome: "changed",
      told: ["emptyCellKept phone"],
      changes: [["faculty", "Law", "Medicine"]],
    },
    { row: 4, outcome: "unchanged", told: [], changes: [] },
  ]);
  expect((await getImport(actor, { importId: id })).emptyColumns).toEqual([
    { field: "birth_date", erasable: true, kept: 1, erased: 0, rows: [2] },
    { field: "phone", erasable: true, kept: 2, erased: 0, rows: [2, 3] },
  ]);
  expect(await students()).toEqual([
    ["S-1", "555111", "2004-03-15"],
    ["S-2", "555222", "2003-01-20"],
    ["S-3", "", null],
  ]);
});

test("a column that is told to erase is shown as old → empty, erases, and comes back with its undo", async () => {
  await importFile(actor, file(ROSTER));
  const before = await wholeTables(actor);
  const id = await review(EMPTIED, ["phone"]);
  const { record, emptyColumns } = await getImport(actor, { importId: id });
  expect(record.counts).toEqual({ changed: 2, unchanged: 1 });
  expect(emptyColumns).toEqual([
    { field: "birth_date", erasable: true, kept: 1, erased: 0, rows: [2] },
    { field: "phone", erasable: true, kept: 0, erased: 2, rows: [2, 3] },
  ]);
  expect((await rowsOf(id)).map(({ changes }) => changes)).toEqual([
    [["phone", "555111", ""]],
    [
      ["faculty", "Law", "Medicine"],
      ["phone", "555222", ""],
    ],
    [],
  ]);
  expect(await wholeTables(actor)).toEqual(before);
  await write(id);
  expect(await students()).toEqual([
    ["S-1", "", "2004-03-15"],
    ["S-2", "", "2003-01-20"],
    ["S-3", "", null],
  ]);
  expect((await undo(id)).counts).toMatchObject({ restored: { student: 2 }, kept: {} });
  expect(await wholeTables(actor)).toEqual(before);
});

test("a birth date can be erased, and whom that concerns is found out before", async () => {
  await importFile(actor, file(ROSTER));
  const id = await review(EMPTIED, ["birth_date"]);
  await findEffect(actor, id);
  expect((await getImport(actor, { importId: id })).record.effect).toMatchObject({ students: 2 });
  await write(id);
  expect((await students())[0]).toEqual(["S-1", "555111", null]);
});

test("of a column that the file does not have nothing is told and nothing erased", async () => {
  await importFile(actor, file(ROSTER));
  const without = EMPTIED.replaceAll(/,[^,\n]*$/gm, "");
  const id = await review(without, ["phone"]);
  const { record, emptyColumns } = await getImport(actor, { importId: id });
  expect(record.answers?.erase).toEqual([]);
  expect(emptyColumns.map(({ field }) => field)).toEqual(["birth_date"]);
  await write(id);
  expect((await students()).map(([, phone]) => phone)).toEqual(["555111", "555222", ""]);
});

test("what a later file says is empty stays empty when the earlier one is taken back", async () => {
  await importFile(actor, file(ROSTER));
  const first = await review(EMPTIED, ["phone"]);
  await write(first);
  const second = await review(EMPTIED.replace("WEI", "WEN"), ["phone"]);
  await write(second);
  const { kept } = await undo(first);
  expect(kept).toContainEqual(
    expect.objectContaining({ reason: "inLaterFile", field: "phone", importId: second }),
  );
  expect((await students()).map(([, phone]) => phone)).toEqual(["", "", ""]);
  await undo(second);
  expect((await students()).map(([, phone]) => phone)).toEqual(["555111", "555222", ""]);
});
