import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { commitImport } from "./commit-import";
import { decidePeople, getQuestions } from "./decide-people";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

const IIN = "050228650004";
const ROSTER = `student_no,last_name,first_name,birth_date,citizenship,document_no,iin
S-1,OMURBEKOVA,AIZADA,2005-02-28,KZ,N11111111,${IIN}
S-2,IVANOV,PETR,2004-01-01,RU,N22222222,
S-3,LI,ANNA,2004-02-02,CN,N33333333,
`;

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  const content = Readable.from([Buffer.from(ROSTER)]);
  await importFile(actor, { kind: "roster", fileName: "roster.csv", content });
});
afterAll(closeConnections);

async function preview(kind: ImportKind, text: string): Promise<string> {
  const content = Readable.from([Buffer.from(text)]);
  const importId = await receiveFile(actor, { kind, fileName: "file.csv", content }, false);
  await readFile(actor, importId);
  return importId;
}

async function rowsOf(importId: string) {
  const rows = await getImportRows(actor, { importId, outcomes: [] });
  return rows.map(({ outcome, studentName }) => [outcome, studentName]);
}

const LOG = `ИИН,ФИО,Дата рождения,въезд/выезд,дата
${IIN},Өмүрбекова Айзада,28.02.2005,въезд,01.09.2025
,Иванов Пётр,01.01.2004,въезд,01.09.2025
,Иванов Пётр,01.01.2004,выезд,20.09.2025
,Петров Иван,01.01.2004,въезд,01.09.2025
`;
const CONFIRMED = ["new", "IVANOV PETR"];

describe("a log without numbers", () => {
  test("is matched by ИИН, and by name and birth date as a question, asked once of each person", async () => {
    const importId = await preview("crossings", LOG);
    expect((await getImport(actor, { importId })).record.mapping).toEqual([
      "iin",
      "full_name",
      "birth_date",
      "direction",
      "at",
    ]);
    expect(await rowsOf(importId)).toEqual([
      ["new", "OMURBEKOVA AIZADA"],
      ["toConfirm", null],
      ["toConfirm", null],
      ["unknownStudent", null],
    ]);
    const { questions } = await getQuestions(actor, { importId });
    expect(
      questions.map(({ rowNo, rows, candidates }) => [
        rowNo,
        rows,
        ...candidates.map(({ side, reasons }) => [side.student.studentNo, ...reasons]),
      ]),
    ).toEqual([[3, 2, ["S-2", "name"]]]);
  });

  test("is written once it is said who is who, and the next one remembers it", async () => {
    const importId = await preview("crossings", LOG);
    const { questions } = await getQuestions(actor, { importId });
    const answers = questions.map(({ identityKey, candidates }) => ({
      identityKey,
      choice: "student" as const,
      studentId: candidates[0]?.side.student.id,
    }));
    await decidePeople(actor, { importId, answers, inBackground: false });
    await readFile(actor, importId);
    expect((await rowsOf(importId)).slice(1, 3)).toEqual([CONFIRMED, CONFIRMED]);
    await commitImport(actor, { importId, leaveOut: true, inBackground: false });
    await writeImport(actor, importId, null);
    expect((await rowsOf(await preview("crossings", LOG))).slice(0, 3)).toEqual([
      ["unchanged", "OMURBEKOVA AIZADA"],
      ["unchanged", "IVANOV PETR"],
      ["unchanged", "IVANOV PETR"],
    ]);
  });

  test("says what is missing where it has neither numbers nor birth dates", async () => {
    const importId = await preview(
      "crossings",
      "ФИО,въезд/выезд,дата\nИванов Пётр,въезд,01.09.2025\n",
    );
    expect((await getImport(actor, { importId })).record.state).toBe("refused");
  });
});

test("names are not read unasked where a number says whose the rows are", async () => {
  const text =
    "номер паспорта,ФИО,Дата рождения,въезд/выезд,дата\nN22222222,Ким,?,въезд,01.09.2025\n";
  const importId = await preview("crossings", text);
  expect((await getImport(actor, { importId })).record.mapping).toEqual([
    "document_no",
    null,
    null,
    "direction",
    "at",
  ]);
  expect(await rowsOf(importId)).toEqual([CONFIRMED]);
});

test("a list of grounds is matched by the number of a document, beside which names are not read unasked", async () => {
  const importId = await preview(
    "grounds",
    `Серия,№ паспорта,ФИО,Вид основания,Номер документа,Действует с,Статус
N,11111111,Омурбекова Айзада,общежитие,12/25,01.09.2025,оформлено
,N22222222,Кто-то Другой,общежитие,13/25,01.09.2025,оформлено
,N99999999,Ли Анна,общежитие,14/25,01.09.2025,оформлено
`,
  );
  expect((await getImport(actor, { importId })).record.mapping).toEqual([
    "document_series",
    "document_no",
    null,
    "kind",
    "number",
    "valid_from",
    "status",
  ]);
  expect(await rowsOf(importId)).toEqual([
    ["new", "OMURBEKOVA AIZADA"],
    ["new", "IVANOV PETR"],
    ["unknownStudent", null],
  ]);
});

test("a list of grounds is matched the same way", async () => {
  const importId = await preview(
    "grounds",
    `ИИН,Фамилия,Имя,Дата рождения,Вид основания,Действует с,Статус
${IIN},Омурбекова,Айзада,28.02.2005,общежитие,01.09.2025,оформлено
,Ли,Анна,02.02.2004,общежитие,01.09.2025,оформлено
`,
  );
  expect(await rowsOf(importId)).toEqual([
    ["new", "OMURBEKOVA AIZADA"],
    ["toConfirm", null],
  ]);
});

test("rows that say the same of a person, however the name is written, are one question with all their rows", async () => {
  const log = (...names: string[]) =>
    [
      "фамилия,имя,Дата рождения,въезд/выезд,дата",
      ...names.map((name, at) => `${name},,въезд,0${at + 1}.09.2025`),
      "",
    ].join("\n");
  const names = ["Иванов,Пётр", "Иванов,Петр", "ИВАНОВ,ПЁТР", "Иванов,Пётр", "Ли,Анна"];
  const importId = await preview("crossings", log(...names));
  const asked = async (id: string) =>
    (await getQuestions(actor, { importId: id })).questions.map(({ rows, rowNos }) => [
      rows,
      rowNos,
    ]);
  expect(await asked(importId)).toEqual([
    [4, [2, 3, 4, 5]],
    [1, [6]],
  ]);
  const { questions } = await getQuestions(actor, { importId });
  const answers = questions.map(({ identityKey, candidates }) => ({
    identityKey,
    choice: "student" as const,
    studentId: candidates[0]?.side.student.id,
  }));
  await decidePeople(actor, { importId, answers, inBackground: false });
  await readFile(actor, importId);
  expect(await rowsOf(importId)).toEqual([
    ...Array.from({ length: 4 }, () => ["new", "IVANOV PETR"]),
    ["new", "LI ANNA"],
  ]);
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeImport(actor, importId, null);
  // Of another spelling the answer is known as well.
  const next = await preview("crossings", log("ИВАНОВ,ПЕТР", "Иванов,Пётр"));
  expect(await rowsOf(next)).toEqual([
    ["unchanged", "IVANOV PETR"],
    ["unchanged", "IVANOV PETR"],
  ]);
  const settled = await getQuestions(actor, { importId: next, remembered: true });
  expect(settled.questions).toMatchObject([
    { rowNos: [2, 3], remembered: { choice: "student", studentNo: "S-2" } },
  ]);
});
