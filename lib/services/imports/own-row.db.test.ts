import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { AppError } from "../app-error";
import { idOf } from "../students/test-records";
import { decidePeople, getQuestions, type PersonAnswer } from "./decide-people";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await importFile(actor, roster([OWN]));
});
afterAll(closeConnections);

const OWN = "S-1,OMURALIEVA,GULZAT,2004-05-06,KZ";
const OTHER = "S-9,OMURALIEVA,GULZAT,2004-05-06,KZ";

const roster = (rows: readonly string[]) => ({
  kind: "roster" as const,
  fileName: "r.csv",
  content: Readable.from([
    Buffer.from(
      `${["student_no,last_name,first_name,birth_date,citizenship", ...rows].join("\n")}\n`,
    ),
  ]),
});

async function checked(rows: readonly string[]): Promise<string> {
  const importId = await receiveFile(actor, roster(rows), false);
  await readFile(actor, importId);
  return importId;
}

async function answer(importId: string, choices: readonly Omit<PersonAnswer, "identityKey">[]) {
  const { questions } = await getQuestions(actor, { importId });
  const answers = questions.flatMap(({ identityKey }, at) => {
    const choice = choices[at];
    return choice === undefined ? [] : [{ identityKey, ...choice }];
  });
  await decidePeople(actor, { importId, answers, inBackground: false });
  await readFile(actor, importId);
}

test("beside a student who has a row of their own in the file that row is shown, and only it can be meant", async () => {
  const importId = await checked([OWN, OTHER]);
  const { questions, likely } = await getQuestions(actor, { importId });
  const studentId = await idOf(actor, "S-1");
  expect(questions).toMatchObject([
    { rowNo: 3, twin: { rowNo: 2, studentId, said: { studentNo: "S-1" } } },
  ]);
  // Nobody is led to confirm such a row among many.
  expect(likely.total).toBe(0);
  await expect(answer(importId, [{ choice: "student", studentId }])).rejects.toThrow(
    new AppError("conflict", "studentHasRow"),
  );
  await answer(importId, [{ choice: "sameAsRow" }]);
  expect((await getImport(actor, { importId })).record.counts).toEqual({
    unchanged: 1,
    leftOut: 1,
  });
});

test("two rows of which a person says that both are one student name each other, the student, and what to do", async () => {
  const importId = await checked([OTHER, OTHER.replace("S-9", "S-8")]);
  const studentId = await idOf(actor, "S-1");
  await answer(importId, [
    { choice: "student", studentId },
    { choice: "student", studentId },
  ]);
  const rows = await getImportRows(actor, { importId, outcomes: ["wrong"] });
  const said = { code: "onePersonTwice", params: { rows: "2, 3", student: "S-1" } };
  expect(rows.map(({ issues }) => issues)).toMatchObject([
    expect.arrayContaining([expect.objectContaining(said)]),
    expect.arrayContaining([expect.objectContaining(said)]),
  ]);
});
