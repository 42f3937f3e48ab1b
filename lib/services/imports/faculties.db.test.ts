import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "./commit-import";
import { decideWords } from "./decide-words";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
});
afterAll(closeConnections);

const HEAD = "student_no,last_name,first_name,citizenship,faculty\n";
const FIRST = `${HEAD}S-1,IVANOV,IVAN,KZ,Медицинский факультет\nS-2,LI,WEI,CN,Мед. факультет\n`;

const file = (text: string) => ({
  kind: "roster" as const,
  fileName: "roster.csv",
  content: Readable.from([Buffer.from(text)]),
});

async function read(text: string): Promise<string> {
  const importId = await receiveFile(actor, file(text), false);
  await readFile(actor, importId);
  return importId;
}

async function write(importId: string): Promise<void> {
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeImport(actor, importId, null);
}

const found = (importId: string) => getImport(actor, { importId });
const faculties = () =>
  inInstitution(actor, async (tx) =>
    (await tx.student.findMany({ orderBy: { studentNo: "asc" } })).map(({ faculty }) => faculty),
  );

test("of an institution without students no faculty is asked about", async () => {
  const importId = await read(FIRST);
  expect(await found(importId)).toMatchObject({ record: { counts: { new: 2 } }, words: [] });
});

test("a faculty that nobody is of is asked about where it is like a known one, else told as new; what was said is remembered", async () => {
  await importFile(actor, file(FIRST.replace("Мед. факультет", "Право")));
  const importId = await read(
    `${HEAD}S-3,PARK,MIN,KR,Мед. фак.\nS-4,PARK,JIN,KR,мед.фак\nS-5,PARK,SUN,KR,медицинский  факультет\nS-6,PARK,SU,KR,Химия\n`,
  );
  const asked = await found(importId);
  expect(asked.record.counts).toEqual({ wrong: 2, new: 2 });
  expect(asked.words.map(({ word, meaning, rows }) => [word, meaning, rows])).toEqual([
    ["Мед. фак.", null, [2]],
    ["Химия", null, [5]],
    ["мед.фак", null, [3]],
  ]);
  expect(asked.faculties).toEqual(["Медицинский факультет", "Право"]);
  expect(asked.words.map(({ near }) => near)).toEqual([
    ["Медицинский факультет"],
    [],
    ["Медицинский факультет"],
  ]);
  const decide = (word: string, meaning: string) =>
    decideWords(actor, {
      importId,
      words: [{ field: "faculty", word, meaning }],
      inBackground: false,
    });
  await expect(decide("Мед. фак.", "Физика")).rejects.toMatchObject({ code: "invalid" });
  await decide("Мед. фак.", "Медицинский факультет");
  await readFile(actor, importId);
  // It may be said otherwise all the same.
  await decide("Химия", "Право");
  await readFile(actor, importId);
  expect((await found(importId)).record.counts).toEqual({ new: 4 });
  await write(importId);
  expect((await faculties()).slice(2)).toEqual([
    "Медицинский факультет",
    "Медицинский факультет",
    "Медицинский факультет",
    "Право",
  ]);
  const next = await read(`${HEAD}S-7,PARK,AN,KR,МЕД. ФАК.\nS-8,PARK,BO,KR,химия\n`);
  expect((await found(next)).record.counts).toEqual({ new: 2 });
});

test("a faculty that came into being between check and writing asks before anything is written", async () => {
  const early = await read(`${HEAD}S-9,PARK,MIN,KR,Мед. фак.\n`);
  await importFile(actor, file(FIRST));
  await write(early);
  const { record } = await found(early);
  expect([record.state, record.problem]).toEqual(["ready", { code: "agreedChanged" }]);
  expect(await faculties()).toHaveLength(2);
});
