import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { comparePeople, mergePeople } from "../students/merge-people";
import { undoPersonChange } from "../students/undo-person-change";
import { commitImport } from "./commit-import";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";
import { writeImport } from "./write-import";

afterAll(closeConnections);

const HEAD =
  "student_no,last_name,first_name,last_name_cyrillic,first_name_cyrillic,citizenship,document_no,faculty,phone,iin\n";
const ROSTER = `${HEAD}S-1,OMURBEKOVA,AIZADA,,,KZ,N11111111,Law,,
S-2,Omurbekowa,Aizada,Өмүрбекова,Айзада,KZ,N22222222,Medicine,,
`;

let registrar: Actor;
let changeId: string;
beforeEach(async () => {
  registrar = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  await importFile(registrar, file(`${ROSTER}S-3,OTHER,PERSON,,,KZ,,Medicine,,\n`));
  const [one, other] = await students();
  const pair = { keptId: one?.id ?? 0, goneId: other?.id ?? 0 };
  const { kept, gone } = await comparePeople(registrar, pair);
  const seen = { keptSeen: kept.factsVersion, goneSeen: gone.factsVersion };
  ({ changeId } = await mergePeople(registrar, { ...pair, ...seen, reason: "один человек" }));
});

const file = (text: string) => ({
  kind: "roster" as const,
  fileName: "roster.csv",
  content: Readable.from([Buffer.from(text)]),
});
const students = () =>
  inInstitution(registrar, (tx) =>
    tx.student.findMany({ orderBy: { id: "asc" }, include: { documents: true } }),
  );

async function preview(text: string) {
  const importId = await receiveFile(registrar, file(text), false);
  await readFile(registrar, importId);
  return { importId, ...(await look(importId)) };
}
async function look(importId: string) {
  const { record } = await getImport(registrar, { importId });
  const rows = await getImportRows(registrar, { importId, outcomes: [] });
  return {
    counts: record.counts,
    rows: rows.map(({ outcome, issues }) => [
      outcome,
      ...issues
        .filter(({ code }) => code !== "emptyCellKept")
        .map(({ code, field }) => `${code} ${field}`),
    ]),
    issues: rows.map(({ issues }) => issues.filter(({ code }) => code !== "emptyCellKept")),
  };
}
async function write(importId: string) {
  await commitImport(registrar, { importId, leaveOut: false, inBackground: false });
  await writeImport(registrar, importId, registrar.userId);
}

test("rows of two records that were merged say what they said before: nothing changes, and what the merge has decided is told", async () => {
  const before = await students();
  const { importId, counts, rows, issues } = await preview(ROSTER);
  expect(counts).toEqual({ unchanged: 2 });
  expect(rows).toEqual([
    ["unchanged"],
    ["unchanged", "mergedRow student_no", "mergedField faculty"],
  ]);
  expect(issues[1]?.[0]?.params).toMatchObject({
    student: "S-1",
    day: expect.stringMatching(/^\d\d\.\d\d\.\d{4}$/),
  });
  await write(importId);
  expect(await students()).toEqual(before);
});

test("what the rows say differently since is a conflict that names the rows, the student and the merge", async () => {
  const said = ROSTER.replace("Law,,", "Law,111,").replace("Medicine,,", "Medicine,222,");
  const { counts, rows, issues } = await preview(said);
  expect(counts).toEqual({ wrong: 2 });
  expect(rows).toEqual([
    ["wrong", "mergedRowsDiffer phone"],
    ["wrong", "mergedRowsDiffer phone", "mergedRow student_no", "mergedField faculty"],
  ]);
  expect(issues[0]?.[0]?.params).toMatchObject({ rows: "2, 3", student: "S-1" });
});

test("what one of the rows brings is written, and the other's empty cells erase nothing", async () => {
  const { importId } = await preview(ROSTER.replace("Medicine,,", "Medicine,222,"));
  await rereadImport(registrar, {
    ...{ importId, kind: "roster", answers: { erase: ["phone"] }, inBackground: false },
  });
  await readFile(registrar, importId);
  expect((await look(importId)).counts).toEqual({ unchanged: 1, changed: 1 });
  await write(importId);
  const [student] = await students();
  expect(student).toMatchObject({ phone: "222", faculty: "Law", lastName: "OMURBEKOVA" });
  const again = await preview(ROSTER.replace("Medicine,,", "Medicine,222,"));
  await rereadImport(registrar, {
    ...{ importId: again.importId, kind: "roster", answers: { erase: ["phone"] } },
    inBackground: false,
  });
  await readFile(registrar, again.importId);
  expect((await look(again.importId)).counts).toEqual({ unchanged: 2 });
});

test("what both rows bring alike is written once; where each brings something else it is a conflict", async () => {
  const alike = await preview(ROSTER.replaceAll(/(Law|Medicine),,/g, "$1,333,"));
  expect(alike.counts).toEqual({ changed: 1, repeated: 1 });
  const each = ROSTER.replace("Law,,", "Law,333,").replace("N22222222", "N33333333");
  const { rows } = await preview(each);
  expect(rows.map(([outcome, first]) => [outcome, first])).toEqual([
    ["wrong", "mergedRowsBoth student_no"],
    ["wrong", "mergedRowsBoth student_no"],
  ]);
});

test("one ИИН or document under both numbers is one person's", async () => {
  const iin = "050228650004";
  const both = ROSTER.replaceAll(/(Law|Medicine),,/g, `$1,,${iin}`).replace(
    "N22222222",
    "N11111111",
  );
  expect((await preview(both)).counts).toEqual({ changed: 1, repeated: 1 });
});

test("when the merge is taken back each row is its own student's again", async () => {
  await undoPersonChange(registrar, { changeId });
  expect((await preview(ROSTER)).rows).toEqual([["unchanged"], ["unchanged"]]);
});
