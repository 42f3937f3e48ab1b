import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import type { PersonChoice } from "@/lib/db/import/questions";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { newTestAccount } from "../access/test-account";
import { comparePeople, mergePeople } from "../students/merge-people";
import { commitImport } from "./commit-import";
import { decidePeople, getQuestions } from "./decide-people";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { mendRows } from "./mends/mend-rows";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

afterAll(closeConnections);

const HEAD =
  "student_no,last_name,first_name,last_name_cyrillic,first_name_cyrillic,birth_date,citizenship,iin,document_no\n";
const IIN = "050228650004";
const ROSTER = `${HEAD}S-1,OMURBEKOVA,AIZADA,,,2005-02-28,KZ,${IIN},N11111111
S-2,ASANOV,NURLAN,,,2004-01-01,KG,,N22222222
`;

let registrar: Actor;
beforeEach(async () => {
  registrar = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  await importFile(registrar, file(ROSTER));
});

const file = (text: string, kind: "roster" | "crossings" = "roster") => ({
  kind,
  fileName: `${kind}.csv`,
  content: Readable.from([Buffer.from(text)]),
});

async function preview(rows: string): Promise<string> {
  const importId = await receiveFile(registrar, file(HEAD + rows), false);
  await readFile(registrar, importId);
  return importId;
}
const countsOf = async (importId: string) =>
  (await getImport(registrar, { importId })).record.counts;
const questionsOf = async (importId: string) =>
  (await getQuestions(registrar, { importId })).questions;
const students = () =>
  inInstitution(registrar, (tx) =>
    tx.student.findMany({ orderBy: { id: "asc" }, include: { documents: true } }),
  );

async function decide(importId: string, choice: PersonChoice, place = 0) {
  const [question] = await questionsOf(importId);
  const studentId = question?.candidates[place]?.side.student.id;
  const key = question?.identityKey ?? "";
  await decidePeople(registrar, {
    importId,
    answers: [{ identityKey: key, choice, ...(choice === "student" && { studentId }) }],
    inBackground: false,
  });
  await readFile(registrar, importId);
}
async function write(importId: string, leaveOut = false) {
  await commitImport(registrar, { importId, leaveOut, inBackground: false });
  await writeImport(registrar, importId, registrar.userId);
}

test.each([
  "S-9,,,Өмүрбекова,Айзада,2005-02-28,KZ,,",
  "S-9,,,Омурбекова,Айзада,2005-02-28,KZ,,",
  "S-9,Aizada,Omurbekova,,,2005-02-28,KZ,,",
])(
  "the name and birth date of a known student under a new number are asked about: %s",
  async (row) => {
    const importId = await preview(`${row}\n`);
    expect(await countsOf(importId)).toEqual({ toConfirm: 1 });
    const [question] = await questionsOf(importId);
    expect(
      question?.candidates.map(({ reasons, side }) => [side.student.studentNo, reasons]),
    ).toEqual([["S-1", ["name"]]]);
    await expect(
      commitImport(registrar, { importId, leaveOut: true, inBackground: false }),
    ).rejects.toMatchObject({ reason: "peopleToConfirm" });
  },
);

test("who is said to be the known student gets the new number, and the old one still leads there", async () => {
  const importId = await preview("S-9,,,Өмүрбекова,Айзада,2005-02-28,KZ,,\n");
  await decide(importId, "student");
  expect(await countsOf(importId)).toEqual({ changed: 1 });
  await write(importId);
  expect((await students()).map(({ studentNo }) => studentNo)).toEqual(["S-9", "S-2"]);
  const again = await preview("S-1,,,Өмүрбекова,Айзада,2005-02-28,KZ,,\n");
  expect(await countsOf(again)).toEqual({ unchanged: 1 });
});

test("who is said to be someone new is written as a new student, and is not asked about again", async () => {
  const row = "S-9,,,Омурбекова,Айзада,2005-02-28,KZ,,\n";
  const importId = await preview(row);
  await decide(importId, "new");
  expect(await countsOf(importId)).toEqual({ new: 1 });
  await write(importId);
  expect(await students()).toHaveLength(3);
  expect(await countsOf(await preview(row))).toEqual({ unchanged: 1 });
});

test("a row that is left out knowingly stays out, and is asked about in the next file", async () => {
  const row = "S-9,,,Омурбекова,Айзада,2005-02-28,KZ,,\n";
  const importId = await preview(`${row}S-8,NEW,PERSON,,,2001-01-01,KZ,,\n`);
  await decide(importId, "leaveOut");
  expect(await countsOf(importId)).toEqual({ leftOut: 1, new: 1 });
  await write(importId, true);
  expect(await students()).toHaveLength(3);
  expect(await countsOf(await preview(row))).toEqual({ toConfirm: 1 });
});

test("a row that is to stay out always does so in later files of the kind, which is told, until somebody comes who may be meant", async () => {
  const row = "S-9,,,Омурбекова,Айзада,2005-02-28,KZ,,\n";
  const importId = await preview(`${row}S-8,NEW,PERSON,,,2001-01-01,KZ,,\n`);
  await decide(importId, "leaveOutAlways");
  await write(importId, true);
  const next = await preview(row);
  expect(await countsOf(next)).toEqual({ leftOut: 1 });
  const [told] = await getImportRows(registrar, { importId: next, outcomes: [] });
  expect(told?.issues.map(({ code }) => code)).toEqual(["leftOutRemembered"]);
  const { likely, counts } = await getQuestions(registrar, { importId: next, remembered: true });
  expect([likely.total, counts]).toEqual([0, { all: 0, answered: 0, remembered: 1 }]);
  await inInstitution(registrar, (tx) =>
    tx.student.create({
      data: {
        institutionId: registrar.institutionId,
        ...{ studentNo: "S-7", lastName: "OMURBEKOVA", firstName: "AIZADA", citizenship: "KZ" },
        ...{ birthDate: new Date("2005-02-28"), searchKey: "" },
      },
    }),
  );
  expect(await countsOf(await preview(row))).toEqual({ toConfirm: 1 });
});

test("who a row is stays known where the row was left out afterwards", async () => {
  const row = "S-9,,,Омурбекова,Айзада,2005-02-28,KZ,,\n";
  const importId = await preview(`${row}S-8,NEW,PERSON,,,2001-01-01,KZ,,\n`);
  await decide(importId, "new");
  const what = { kind: "leaveOut" as const, rowNos: [2] };
  await mendRows(registrar, { importId, what, inBackground: false });
  await readFile(registrar, importId);
  expect(await countsOf(importId)).toEqual({ leftOut: 1, new: 1 });
  await write(importId, true);
  expect(await countsOf(await preview(row))).toEqual({ new: 1 });
});

test("a known ИИН under a new number is the known student where the name agrees, and is told", async () => {
  const importId = await preview(`S-9,OMURBEKOVA,AIZADA,,,2005-02-28,KZ,${IIN},\n`);
  expect(await countsOf(importId)).toEqual({ changed: 1 });
  const [row] = await getImportRows(registrar, { importId, outcomes: [] });
  expect(row?.changes).toEqual([{ field: "studentNo", old: "S-1", new: "S-9" }]);
  expect(row?.issues.map(({ code }) => code)).toContain("knownUnderOtherNumber");
});

test("a paper of one student and the number of another are shown with both, and taken for neither", async () => {
  const importId = await preview("S-2,ASANOV,NURLAN,,,2004-01-01,KG,,N11111111\n");
  expect(await countsOf(importId)).toEqual({ toConfirm: 1 });
  const [question] = await questionsOf(importId);
  expect(
    question?.candidates.map(({ side, reasons }) => [side.student.studentNo, reasons]),
  ).toEqual([
    ["S-1", ["document"]],
    ["S-2", ["number"]],
  ]);
  await decide(importId, "student", 1);
  expect(await countsOf(importId)).toEqual({ unchanged: 1 });
  expect((await students()).map(({ documents }) => documents.length)).toEqual([1, 1]);
});

test("a decision is remembered: the same contradiction in the next file is settled, and that is told", async () => {
  const row = "S-2,ASANOV,NURLANBEK,,,2004-01-01,KG,,N11111111\n";
  const importId = await preview(row);
  await decide(importId, "student", 1);
  await write(importId);
  const next = await preview(row);
  expect(await countsOf(next)).toEqual({ unchanged: 1 });
  const [told] = await getImportRows(registrar, { importId: next, outcomes: [] });
  expect(told?.issues.map(({ code }) => code)).toContain("personRemembered");
});

test.each([
  ["ИИН", `S-9,PETROVA,ANNA,,,2003-03-03,KZ,${IIN},\n`],
  ["document", "S-9,PETROVA,ANNA,,,2003-03-03,KZ,,N11111111\n"],
])(
  "who is said to be new although the %s is another student's is not asked about again, and the number stays apart",
  async (_, row) => {
    const importId = await preview(row);
    await decide(importId, "new");
    await write(importId);
    const next = await preview(row);
    expect(await countsOf(next)).toEqual({ unchanged: 1 });
    const [told] = await getImportRows(registrar, { importId: next, outcomes: [] });
    expect(told?.issues.map(({ code }) => code)).toContain("personRemembered");
    const changed = await preview(row.replace("PETROVA", "PETROVNA"));
    expect(await countsOf(changed)).toEqual({ toConfirm: 1 });
  },
);

test("the ИИН of one student on the number of another, said to stay with its owner, is not asked about again", async () => {
  const row = `S-2,ASANOV,NURLAN,,,2004-01-01,KG,${IIN},\n`;
  const importId = await preview(row);
  await decide(importId, "student", 1);
  await write(importId);
  expect(await countsOf(await preview(row))).toEqual({ unchanged: 1 });
  expect((await students()).map(({ iin }) => iin)).toEqual([IIN, ""]);
});

test("a student of that number who was there before the answer is not taken for the new one", async () => {
  const row = `S-9,PETROVA,ANNA,,,2003-03-03,KZ,${IIN},\n`;
  const importId = await preview(row);
  await decide(importId, "new");
  await write(importId);
  await inInstitution(registrar, (tx) =>
    tx.student.updateMany({ where: { studentNo: "S-9" }, data: { createdAt: new Date(0) } }),
  );
  expect(await countsOf(await preview(row))).toEqual({ toConfirm: 1 });
});

test.each([
  ["no birth date in the file", "S-9,,,Асанов,Нурлан,,KG,,", ["S-2", ["nameAlone"]]],
  ["none on record", "S-9,DATELESS,PERSON,,,2001-01-01,KZ,,", ["S-3", ["nameUndated"]]],
  ["none at all", "S-9,Person,Dateless,,,,KZ,,", ["S-3", ["nameBare"]]],
])(
  "a roster's row with the whole name of a known student and a new number is asked about: %s",
  async (_, row, found) => {
    await importFile(registrar, file(`${HEAD}S-3,DATELESS,PERSON,,,,KZ,,\n`));
    const importId = await preview(`${row}\nS-8,SOMEBODY,NEW,,,,KZ,,\n`);
    expect(await countsOf(importId)).toEqual({ toConfirm: 1, new: 1 });
    const [question] = await questionsOf(importId);
    const offered = question?.candidates.map(({ reasons, side }) => [
      side.student.studentNo,
      reasons,
    ]);
    expect(offered).toEqual([found]);
    await decide(importId, "new");
    expect(await countsOf(importId)).toEqual({ new: 2 });
  },
);

test.each([
  ["another citizenship", "S-9,ASANOV,NURLAN,,,,KZ,,"],
  ["half of the name", "S-9,ASANOV,NURLAN BEK,,,,KG,,"],
  ["the student's own row beside it", "S-9,ASANOV,NURLAN,,,,KG,,\nS-2,ASANOV,NURLAN,,,,KG,,"],
])("a namesake by the name alone is somebody else where there is %s", async (_, rows) => {
  const importId = await preview(`${rows}\n`);
  expect(await questionsOf(importId)).toEqual([]);
  expect((await countsOf(importId))?.new).toBe(1);
});

test("another patronymic is somebody else", async () => {
  const named = HEAD.replace("last_name_cyrillic", "middle_name");
  await importFile(registrar, file(`${named}S-5,SADYKOV,BEK,ALIEVICH,,,KG,,\n`));
  const importId = await receiveFile(
    registrar,
    file(`${named}S-6,SADYKOV,BEK,Asanovich,,,KG,,\nS-7,SADYKOV,BEK,Alievich,,,KG,,\n`),
    false,
  );
  await readFile(registrar, importId);
  expect(await countsOf(importId)).toEqual({ new: 1, toConfirm: 1 });
});

test("one ИИН under two numbers in one file is for the office to settle", async () => {
  const rows = `S-7,A,B,,,2005-02-28,KZ,050228650004,\nS-8,A,B,,,2005-02-28,KZ,050228650004,\n`;
  expect(await countsOf(await preview(rows))).toEqual({ wrong: 2 });
});

test("crossings and rosters by the number of a merged record lead to the one that stayed", async () => {
  const [one, other] = await students();
  const pair = { keptId: one?.id ?? 0, goneId: other?.id ?? 0 };
  const { kept, gone } = await comparePeople(registrar, pair);
  const seen = { keptSeen: kept.factsVersion, goneSeen: gone.factsVersion };
  await mergePeople(registrar, { ...pair, ...seen, reason: "один человек" });
  const log = "student_no,direction,at\nS-2,entry,2025-09-01\n";
  const { counts } = await importFile(registrar, file(log, "crossings"));
  expect(counts).toEqual({ new: 1 });
});

test("the questions of another institution can neither be read nor answered", async () => {
  const importId = await preview("S-9,,,Омурбекова,Айзада,2005-02-28,KZ,,\n");
  const stranger = (await newTestAccount(await newTestInstitution(), "registrar")).actor;
  const answers = [{ identityKey: "0", choice: "new" as const }];
  await expect(getQuestions(stranger, { importId })).rejects.toMatchObject({ code: "notFound" });
  await expect(decidePeople(stranger, { importId, answers })).rejects.toMatchObject({
    code: "notFound",
  });
});
