import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { addTestStudents } from "@/lib/db/test-students";
import type { ImportKind } from "@/lib/import/fields";
import { addDormitory } from "../office/dormitories";
import { getImport, getImportRows } from "./get-import";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await addTestStudents(actor.institutionId, [
    { studentNo: "S-1", documentNo: "012345678" },
    { studentNo: "0042", documentNo: "N22222222" },
    { studentNo: "S-3", documentNo: "87654321" },
  ]);
});
afterAll(closeConnections);

async function read(kind: ImportKind, text: string): Promise<string> {
  const content = Readable.from([Buffer.from(text)]);
  const importId = await receiveFile(actor, { kind, fileName: "file.csv", content }, false);
  await readFile(actor, importId);
  return importId;
}

async function answer(importId: string, kind: ImportKind, zeros: "restore" | "keep") {
  await rereadImport(actor, { importId, kind, answers: { zeros }, inBackground: false });
  await readFile(actor, importId);
}

async function rowsOf(importId: string) {
  const rows = await getImportRows(actor, { importId, outcomes: [] });
  return rows.map(({ rowNo, outcome, issues }) => [
    rowNo,
    outcome,
    ...issues.map(({ code }) => code),
  ]);
}

const LOG = `document_no,direction,at
12345678,entry,2025-09-01
12345678,exit,2025-09-09
87654321,entry,2025-09-01
99999999,entry,2025-09-01
`;

describe("a number that somebody has but for the zeros in front", () => {
  test("in a log is one question for the file, with what it would become", async () => {
    const importId = await read("crossings", LOG);
    expect(await rowsOf(importId)).toEqual([
      [2, "wrong", "lostZero"],
      [3, "wrong", "lostZero"],
      [4, "new"],
      [5, "unknownStudent"],
    ]);
    const { questions } = await getImport(actor, { importId });
    expect(questions).toEqual([
      {
        ...{ code: "lostZero", name: "zeros", count: 2, rows: [2, 3] },
        examples: [{ text: "12345678", read: { restore: "012345678", keep: "12345678" } }],
      },
    ]);
  });

  test("is the student's once the answer is that they are lost, and nobody's if they are not", async () => {
    const importId = await read("crossings", LOG);
    await answer(importId, "crossings", "restore");
    expect(await rowsOf(importId)).toEqual([
      [2, "new", "zeroRestored"],
      [3, "new", "zeroRestored"],
      [4, "new"],
      [5, "unknownStudent"],
    ]);
    await answer(importId, "crossings", "keep");
    expect((await rowsOf(importId)).slice(0, 2)).toEqual([
      [2, "unknownStudent"],
      [3, "unknownStudent"],
    ]);
  });

  test("in a roster would be another student, and a second document of the same one", async () => {
    const importId = await read(
      "roster",
      `student_no,last_name,first_name,citizenship,document_no
42,OTHER,NAME,RU,
S-1,TEST,STUDENT,RU,12345678
S-3,TEST,STUDENT,RU,12345678
`,
    );
    expect((await rowsOf(importId)).map(([rowNo, , code]) => [rowNo, code])).toEqual([
      [2, "lostZero"],
      [3, "lostZero"],
      // Number and document would be two students': no zero is missing, it is a document of its own.
      [4, undefined],
    ]);
    await answer(importId, "roster", "restore");
    expect((await rowsOf(importId)).map(([rowNo, , ...codes]) => [rowNo, codes[0]])).toEqual([
      [2, "zeroRestored"],
      [3, "zeroRestored"],
      [4, undefined],
    ]);
  });

  test("is not asked about where two would be left alike", async () => {
    await addTestStudents(actor.institutionId, [{ studentNo: "S-4", documentNo: "0012345678" }]);
    const importId = await read("crossings", LOG);
    expect((await rowsOf(importId)).slice(0, 1)).toEqual([[2, "unknownStudent"]]);
  });

  test("in a list of grounds is asked about too", async () => {
    const importId = await read(
      "grounds",
      "student_no,kind,number,valid_from,valid_to,status\n42,dormitory,7,2025-09-01,2026-06-30,granted\n",
    );
    expect(await rowsOf(importId)).toEqual([[2, "wrong", "lostZero"]]);
    await answer(importId, "grounds", "restore");
    expect(await rowsOf(importId)).toEqual([[2, "new", "zeroRestored"]]);
  });

  test.each([
    [
      "a list of grounds",
      "grounds",
      "document_no,birth_date,kind,number,valid_from,valid_to,status",
      "dormitory,7,2025-09-01,2026-06-30,granted",
    ],
    [
      "a log with birth dates",
      "crossings",
      "document_no,birth_date,direction,at",
      "entry,2025-09-01",
    ],
    ["a list of a dormitory", "residents", "document_no,birth_date,dormitory", "Север"],
    [
      "an answer of the authority",
      "authority",
      "document_no,birth_date,result,registration_no,valid_from,valid_to",
      "registered,R-1,2025-09-10,2026-06-30",
    ],
  ] as const)(
    "as a document in %s is asked about, and found with them",
    async (_, kind, header, rest) => {
      await addDormitory(actor, { name: "Север", address: "Бишкек", manager: "" });
      const numbers = ["12345678", "012345678", "99999999"];
      const rows = numbers.map((number) => `${number},2004-01-01,${rest}`);
      const importId = await read(kind, `${[header, ...rows].join("\n")}\n`);
      const codes = async () => (await rowsOf(importId)).map(([, ...told]) => told);
      const before = await codes();
      expect(before[0]).toEqual(["wrong", "lostZero"]);
      expect(before[1]).not.toContain("lostZero");
      const { questions } = await getImport(actor, { importId });
      expect(questions).toMatchObject([
        { code: "lostZero", rows: [2], examples: [{ text: "12345678" }] },
      ]);
      await answer(importId, kind, "restore");
      const students = await getImportRows(actor, { importId, outcomes: [] });
      expect(students.map(({ studentId }) => studentId !== null)).toEqual([true, true, false]);
      expect((await codes())[0]).toContain("zeroRestored");
    },
  );

  test("in a log whose birth dates are read is put back in what is said of the person, too", async () => {
    const importId = await read(
      "crossings",
      "document_no,birth_date,direction,at\n12345678,2004-01-01,entry,2025-09-01\n",
    );
    await rereadImport(actor, {
      ...{ importId, kind: "crossings", answers: { zeros: "restore" }, inBackground: false },
      mapping: ["document_no", "birth_date", "direction", "at"],
    });
    await readFile(actor, importId);
    expect(await rowsOf(importId)).toEqual([[2, "new", "zeroRestored"]]);
  });
});
