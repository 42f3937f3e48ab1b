import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "./commit-import";
import { decidePeople, getQuestions } from "./decide-people";
import { getImport, getImportRows } from "./get-import";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
});
afterAll(closeConnections);

const ROSTER = `student_no,last_name,first_name,last_name_cyrillic,first_name_cyrillic,birth_date,citizenship
S-1,,,Өмүралиева,Гүлзат,2004-05-06,KZ
S-2,OMURALIEVA,GULZAT,,,2004-05-06,KZ
S-3,OMURALIEVA,GULZAT,,,2004-05-07,KZ
S-4,GULZAT,OMURALIEVA,,,2004-05-06,KZ
`;

async function preview(roster = ROSTER): Promise<string> {
  const content = Readable.from([Buffer.from(roster)]);
  const importId = await receiveFile(actor, { kind: "roster", fileName: "r.csv", content }, false);
  await readFile(actor, importId);
  return importId;
}
const countsOf = async (importId: string) => (await getImport(actor, { importId })).record.counts;

/** Answers the questions in the file's order. */
async function decide(
  importId: string,
  choices: readonly ("new" | "sameAsRow")[],
  remembered = false,
) {
  const { questions } = await getQuestions(actor, { importId, remembered });
  const answers = questions.map(({ identityKey }, place) => ({
    identityKey,
    choice: choices[place] ?? "new",
  }));
  await decidePeople(actor, { importId, answers, inBackground: false });
  await readFile(actor, importId);
}

async function write(importId: string): Promise<void> {
  await commitImport(actor, { importId, leaveOut: true, inBackground: false });
  await writeImport(actor, importId, null);
}

describe("rows of one file that may be one person", () => {
  test("are asked about beside the first of them, whatever their script", async () => {
    const importId = await preview();
    expect(await countsOf(importId)).toEqual({ new: 2, toConfirm: 2 });
    const { questions, likely } = await getQuestions(actor, { importId });
    expect(
      questions.map(({ rowNo, candidates, twin }) => [
        rowNo,
        candidates,
        twin?.rowNo,
        twin?.said.studentNo,
        twin?.said.lastNameCyrillic,
      ]),
    ).toEqual([
      [3, [], 2, "S-1", "Өмүралиева"],
      [5, [], 2, "S-1", "Өмүралиева"],
    ]);
    expect(likely).toEqual({ people: [], total: 0 });
    await expect(
      commitImport(actor, { importId, leaveOut: true, inBackground: false }),
    ).rejects.toMatchObject({ reason: "peopleToConfirm" });
  });

  test("stay out or add a student as is said, and are not asked about again once written", async () => {
    const importId = await preview();
    await decide(importId, ["sameAsRow", "new"]);
    expect(await countsOf(importId)).toEqual({ new: 3, leftOut: 1 });
    await write(importId);
    const next = await preview();
    expect(await countsOf(next)).toEqual({ unchanged: 3, leftOut: 1 });
    const [row] = await getImportRows(actor, { importId: next, outcomes: ["leftOut"] });
    expect([row?.rowNo, row?.issues.map(({ code }) => code)]).toEqual([3, ["leftOutRemembered"]]);
    const { questions, counts } = await getQuestions(actor, { importId: next });
    expect([questions, counts]).toEqual([[], { all: 0, answered: 0, remembered: 1 }]);
    const settled = await getQuestions(actor, { importId: next, remembered: true });
    expect(settled.questions).toMatchObject([
      { rowNo: 3, choice: null, remembered: { choice: "sameAsRow", fileName: "r.csv" } },
    ]);
  });

  test("can be said to be others in the next file, and that holds from then on", async () => {
    const first = await preview();
    await decide(first, ["sameAsRow", "new"]);
    await write(first);
    const second = await preview();
    await decide(second, ["new"], true);
    expect(await countsOf(second)).toEqual({ unchanged: 3, new: 1 });
    await write(second);
    expect(await countsOf(await preview())).toEqual({ unchanged: 4 });
  });

  test("are asked about again where the row that they were said to repeat is not in the file", async () => {
    const first = await preview();
    await decide(first, ["sameAsRow", "new"]);
    await write(first);
    const lines = ROSTER.split("\n");
    const alone = [lines[0], lines[2], ""].join("\n");
    expect(await countsOf(await preview(alone))).toEqual({ toConfirm: 1 });
  });
});

test("of rows that are called like another it can be said at once that all are different people", async () => {
  const importId = await preview();
  const { namesakes, counts } = await getQuestions(actor, { importId });
  expect(namesakes.rows.map(({ rowNo, twin }) => [rowNo, twin.rowNo])).toEqual([
    [3, 2],
    [5, 2],
  ]);
  expect([namesakes.total, counts.all]).toEqual([2, 2]);
  const answers = namesakes.rows.map(({ identityKey }) => ({
    identityKey,
    choice: "new" as const,
  }));
  await expect(
    decidePeople(actor, {
      ...{ importId, many: true, inBackground: false },
      answers: answers.map((one) => ({ ...one, choice: "leaveOut" })),
    }),
  ).rejects.toMatchObject({ reason: "questionGone" });
  await decidePeople(actor, { importId, answers, many: true, inBackground: false });
  await readFile(actor, importId);
  expect(await countsOf(importId)).toEqual({ new: 4 });
  expect((await getQuestions(actor, { importId })).namesakes.total).toBe(0);
});

test("of many questions those from the first that nobody has answered are shown, and all on demand", async () => {
  const alike = Array.from({ length: 23 }, (_, at) => `S-${at},LI,ANNA,,,2004-05-06,CN\n`);
  const importId = await preview(`${ROSTER.split("\n", 1)}\n${alike.join("")}`);
  const rowsFrom = async (after: number | null) =>
    (await getQuestions(actor, { importId, after })).questions.map(({ rowNo }) => rowNo);
  expect((await rowsFrom(null))[0]).toBe(3);
  const { questions } = await getQuestions(actor, { importId });
  const answers = questions.map(({ identityKey }) => ({ identityKey, choice: "new" as const }));
  await decidePeople(actor, { importId, answers, inBackground: false });
  await readFile(actor, importId);
  expect(await rowsFrom(null)).toEqual([23, 24]);
  expect((await rowsFrom(0))[0]).toBe(3);
});
