import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { commitImport } from "./commit-import";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
});
afterAll(closeConnections);

const file = (kind: ImportKind, text: string | Buffer, fileName = "file.csv") => ({
  kind,
  fileName,
  content: Readable.from([Buffer.from(text)]),
});

const ROSTER = `student_no,last_name,first_name,citizenship,document_no,faculty,housing
S-1,OMURBEKOVA,AIZADA,KZ,N11111111,Medicine,dormitory
S-2,IVANOV,PETR,RUS,4512 345678,Law,
`;
const CROSSINGS = `student_no;document_no;direction;at;checkpoint
S-1;;entry;2025-09-01T08:15;Ак-Жол
S-1;;exit;2025-09-20;Ак-Жол
;N 1111-1111;entry;2025-09-25;Ak-Jol
S-2;;entry;2025-09-02;Манас
`;
const GROUNDS = `student_no,kind,number,valid_from,valid_to,address,status
S-1,dormitory,77,2025-09-05,2026-06-30,Dormitory 2,granted
`;

async function facts() {
  return inInstitution(actor, async (tx) => ({
    students: await tx.student.findMany({ orderBy: { studentNo: "asc" } }),
    documents: await tx.identityDocument.findMany({ orderBy: { numberFolded: "asc" } }),
    crossings: await tx.crossing.findMany({ orderBy: { id: "asc" } }),
    grounds: await tx.ground.findMany(),
    version: (await tx.institution.findFirstOrThrow()).factsVersion,
  }));
}

async function importAll() {
  const roster = await importFile(actor, file("roster", ROSTER));
  const crossings = await importFile(actor, file("crossings", CROSSINGS));
  const grounds = await importFile(actor, file("grounds", GROUNDS));
  return [roster, crossings, grounds];
}

test("a roster, a crossing log and grounds become students with their facts, traceable to file and row", async () => {
  const done = await importAll();
  expect(done.map(({ state, counts }) => ({ state, counts }))).toEqual([
    { state: "committed", counts: { new: 2 } },
    { state: "committed", counts: { new: 4 } },
    { state: "committed", counts: { new: 1 } },
  ]);
  const { students, documents, crossings, grounds } = await facts();
  expect(students.map((s) => [s.studentNo, s.citizenship, s.importRow])).toEqual([
    ["S-1", "KZ", 2],
    ["S-2", "RU", 3],
  ]);
  expect(students[0]?.searchKey).toContain(" n11111111 ");
  expect(documents.map((d) => d.numberFolded)).toEqual(["4512345678", "N11111111"]);
  expect(crossings).toHaveLength(4);
  const byDocument = crossings.find((c) => c.importRow === 4);
  expect(byDocument).toMatchObject({ studentId: students[0]?.id, importId: done[1]?.id });
  expect(grounds[0]).toMatchObject({ kind: "dormitory", status: "granted", importRow: 2 });
});

test("the same files again change nothing", async () => {
  await importAll();
  const before = await facts();
  const again = await importAll();
  expect(again.map(({ counts }) => counts)).toEqual([
    { unchanged: 2 },
    { unchanged: 4 },
    { unchanged: 1 },
  ]);
  expect(await facts()).toEqual(before);
});

test("a changed cell is told as old and new; an empty cell erases nothing", async () => {
  await importAll();
  const changed = ROSTER.replace(",Law,", ",,").replace("Medicine", "Law");
  const record = await importFile(actor, file("roster", changed));
  expect(record.counts).toEqual({ changed: 1, unchanged: 1 });
  const rows = await getImportRows(actor, { importId: record.id, outcomes: ["changed"] });
  expect(rows[0]?.changes).toEqual([{ field: "faculty", old: "Medicine", new: "Law" }]);
  const { students } = await facts();
  expect(students.map((s) => s.faculty)).toEqual(["Law", "Law"]);
});

test("a second document is added to the first", async () => {
  await importAll();
  await importFile(actor, file("roster", ROSTER.replace("N11111111", "033445566")));
  const { students, documents } = await facts();
  expect(documents.filter((d) => d.studentId === students[0]?.id)).toHaveLength(2);
  expect(students[0]?.searchKey).toContain(" n11111111 033445566 ");
});

test("wrong rows and unknown students keep a file from being written until someone leaves them out", async () => {
  await importAll();
  const before = await facts();
  const log = `${CROSSINGS}S-1;;туда;2025-10-01;
S-1;;entry;2026-02-31;
S-99;;exit;2025-10-02;
S-2;;exit;2025-10-03;
`;
  const held = await importFile(actor, file("crossings", log));
  expect(held).toMatchObject({
    state: "ready",
    counts: { new: 1, unchanged: 4, wrong: 2, unknownStudent: 1 },
  });
  expect(await facts()).toEqual(before);
  const wrong = await getImportRows(actor, { importId: held.id, outcomes: ["wrong"] });
  expect(wrong.map((row) => [row.rowNo, row.issues.map(({ code }) => code)])).toEqual([
    [6, ["unknownDirection"]],
    [7, ["impossibleDate"]],
  ]);
  expect(wrong[0]?.cells).toContain("туда");
  await expect(
    commitImport(actor, { importId: held.id, leaveOut: false, inBackground: false }),
  ).rejects.toThrow("rowsStayOut");
  const written = await importFile(actor, file("crossings", log), { leaveOut: true });
  expect(written.state).toBe("committed");
  expect((await facts()).crossings).toHaveLength(5);
});

test("two rows of a student that disagree are wrong both, and a document of another student is asked about", async () => {
  await importAll();
  const conflict = `student_no,last_name,first_name,citizenship,document_no
S-5,A,B,KZ,
S-5,A,C,KZ,
S-6,D,E,KZ,N11111111
`;
  const record = await importFile(actor, file("roster", conflict));
  expect(record.counts).toEqual({ wrong: 2, toConfirm: 1 });
  const { remarks } = await getImport(actor, { importId: record.id });
  expect(remarks.map(({ code, count }) => [code, count])).toEqual([["conflictingRows", 2]]);
});

test("a row that stands twice in a file is written once", async () => {
  await importFile(actor, file("roster", ROSTER));
  const twice = `${CROSSINGS}S-2;;entry;2025-09-02;Манас\n`;
  const record = await importFile(actor, file("crossings", twice));
  expect(record.counts).toEqual({ new: 4, repeated: 1 });
  expect((await facts()).crossings).toHaveLength(4);
});

test("of two who commit an import at once one does, and nothing is doubled", async () => {
  await importFile(actor, file("roster", ROSTER));
  const importId = await receiveFile(actor, file("crossings", CROSSINGS), false);
  await readFile(actor, importId);
  const commit = () => commitImport(actor, { importId, leaveOut: false, inBackground: false });
  const clicks = await Promise.allSettled([commit(), commit()]);
  expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await Promise.all([writeImport(actor, importId, null), writeImport(actor, importId, null)]);
  expect((await facts()).crossings).toHaveLength(4);
});

test("two imports of the same rows that were both ready write them once", async () => {
  await importFile(actor, file("roster", ROSTER));
  const ready = async () => {
    const importId = await receiveFile(actor, file("crossings", CROSSINGS), false);
    await readFile(actor, importId);
    await commitImport(actor, { importId, leaveOut: false, inBackground: false });
    return importId;
  };
  const ids = [await ready(), await ready()];
  await Promise.all(ids.map((id) => writeImport(actor, id, null)));
  expect((await facts()).crossings).toHaveLength(4);
  const counts = await Promise.all(
    ids.map(async (importId) => (await getImport(actor, { importId })).record.counts),
  );
  expect(counts).toContainEqual({ new: 4 });
  expect(counts).toContainEqual({ unchanged: 4 });
});

test("students of another university are unknown", async () => {
  await importAll();
  const other = systemActor(await newTestInstitution());
  const record = await importFile(other, file("crossings", CROSSINGS));
  expect(record).toMatchObject({ state: "ready", counts: { unknownStudent: 4 } });
  await expect(getImport(actor, { importId: record.id })).rejects.toThrow("notFound");
});

test.each([
  ["an empty file", Buffer.alloc(0), "emptyFile"],
  ["a picture named .csv", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "notATable"],
  ["a header without rows", Buffer.from("student_no,direction,at\n"), "noRows"],
  ["a missing column", Buffer.from("student_no,direction\nS-1,entry\n"), "missingColumns"],
  [
    "two header rows",
    Buffer.from("student_no,direction,at\nномер,направление,дата\nS-1,entry,2025-09-01\n"),
    "twoHeaderRows",
  ],
])("%s is refused with its reason and nothing staged", async (_, content, code) => {
  const record = await importFile(actor, file("crossings", content));
  expect(record).toMatchObject({ state: "refused", problem: { code }, counts: null });
  expect(await getImportRows(actor, { importId: record.id, outcomes: [] })).toEqual([]);
});

test("a long log is compared with a long roster in seconds, not row by row with every document", async () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => `L-${index}`);
  const students = numbers.map((no, index) => `${no},A,B,KZ,N2${1_000_000 + index},,`);
  const [heading = ""] = ROSTER.split("\n");
  await importFile(actor, file("roster", [heading, ...students].join("\n")));
  const days = Array.from(
    { length: 20 },
    (_, index) => `2025-09-${String(index + 1).padStart(2, "0")}`,
  );
  const log = numbers.flatMap((no) => days.map((day) => `${no},entry,${day}`));
  const importId = await receiveFile(
    actor,
    file("crossings", ["student_no,direction,at", ...log].join("\n")),
    false,
  );
  await readFile(actor, importId);
  const { record } = await getImport(actor, { importId });
  expect(record).toMatchObject({ state: "ready", counts: { new: 20_000 } });
}, 25_000);
