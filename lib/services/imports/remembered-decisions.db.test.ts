import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import type { ImportKind } from "@/lib/import/fields";
import { commitImport } from "./commit-import";
import { decideWords } from "./decide-words";
import { getImport, getImportRows } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";
import { writeImport } from "./write-import";

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  await importFile(actor, file("roster", ROSTER));
});
afterAll(closeConnections);

const ROSTER = `student_no,last_name,first_name,citizenship
S-1,OMURBEKOVA,AIZADA,KZ
S-2,IVANOV,PETR,RUS
`;

const file = (kind: ImportKind, text: string) => ({
  kind,
  fileName: "file.csv",
  content: Readable.from([Buffer.from(text)]),
});

async function read(kind: ImportKind, text: string, who = actor): Promise<string> {
  const importId = await receiveFile(who, file(kind, text), false);
  await readFile(who, importId);
  return importId;
}

async function again(importId: string, change: object): Promise<void> {
  const { record } = await getImport(actor, { importId });
  await rereadImport(actor, { importId, kind: record.kind, inBackground: false, ...change });
  await readFile(actor, importId);
}

async function commit(importId: string): Promise<void> {
  await commitImport(actor, { importId, leaveOut: true, inBackground: false });
  await writeImport(actor, importId, actor.userId);
}

const found = (importId: string, who = actor) => getImport(who, { importId });
const rowsOf = (importId: string) => getImportRows(actor, { importId, outcomes: [] });
const crossings = () =>
  inInstitution(actor, (tx) => tx.crossing.findMany({ orderBy: [{ day: "asc" }, { id: "asc" }] }));

const STAYS = `Студент №;Въезд;Выезд;КПП
S-1;01.09.2025;05.09.2025;Кордай
S-2;02.09.2025;;Кордай
`;

test("a row with an entry and an exit becomes two crossings that both name the row", async () => {
  const importId = await read("crossings", STAYS);
  expect((await found(importId)).record.counts).toEqual({ new: 3 });
  expect((await rowsOf(importId)).map(({ rowNo, part }) => [rowNo, part])).toEqual([
    [2, 0],
    [2, 1],
    [3, 0],
  ]);
  await commit(importId);
  expect((await crossings()).map(({ direction, importRow }) => [direction, importRow])).toEqual([
    ["entry", 2],
    ["entry", 3],
    ["exit", 2],
  ]);
  const repeated = await read("crossings", STAYS);
  expect((await found(repeated)).record.counts).toEqual({ unchanged: 3 });
});

const ODD = `Кто;Куда;Когда;Где
S-1;въезд;01.09.2025;Кордай
S-2;выезд;02.09.2025;Кордай
`;
const NAMED = ["student_no", "direction", "at", "checkpoint"];

test("columns that a person has named are read so in the next file with this header, and it is told", async () => {
  const first = await read("crossings", ODD);
  expect((await found(first)).record.state).toBe("refused");
  await again(first, { mapping: NAMED });
  await commit(first);
  const next = await read("crossings", ODD.replaceAll("09.2025", "10.2025"));
  const { record } = await found(next);
  expect(record.state).toBe("ready");
  expect(record.mapping).toEqual(NAMED);
  expect(record.format?.recalled).toMatchObject({ moved: [], vanished: [], added: [] });
});

test("a column that moved, vanished or is new is told, and the others are read as before", async () => {
  const first = await read("crossings", ODD);
  await again(first, { mapping: NAMED });
  await commit(first);
  const moved = await read("crossings", "Куда;Кто;Когда;Где\nвъезд;S-1;01.10.2025;Кордай\n");
  expect((await found(moved)).record.format?.recalled?.moved).toEqual(["Кто"]);
  const other = await read("crossings", "Кто;Куда;Когда;Прим.\nS-1;въезд;01.11.2025;x\n");
  const { record } = await found(other);
  expect(record.format?.recalled).toMatchObject({ vanished: ["Где"], added: ["Прим."] });
  expect(record.mapping).toEqual(["student_no", "direction", "at", null]);
});

test("an answer leaves who decided on the columns as it was, and the warning stays until they are looked at", async () => {
  const first = await read("crossings", ODD);
  await again(first, { mapping: NAMED });
  await commit(first);
  const other = await read("crossings", "Кто;Куда;Когда;Прим.\nS-1;въезд;03/04/2025;x\n");
  const told = async () => {
    const { format } = (await found(other)).record;
    return { by: format?.columns?.map(({ by }) => by), vanished: format?.recalled?.vanished };
  };
  const before = { by: ["memory", "memory", "memory", null], vanished: ["Где"] };
  expect(await told()).toEqual(before);
  await again(other, { answers: { dateOrder: "dayFirst" } });
  expect(await told()).toEqual(before);
  await again(other, { mapping: ["student_no", "direction", "at", "checkpoint"] });
  expect(await told()).toEqual({
    by: ["memory", "memory", "memory", "person"],
    vanished: undefined,
  });
});

test("another institution does not know how this one's files are read, nor what its words mean", async () => {
  const first = await read("crossings", ODD);
  await again(first, { mapping: NAMED });
  await commit(first);
  const stranger = systemActor(await newTestInstitution());
  const theirs = await read("crossings", ODD, stranger);
  expect((await found(theirs, stranger)).record.state).toBe("refused");
});

const WORDS = `student_no;direction;at;checkpoint
S-1;туда;2025-09-01;Поворот
S-2;туда;2025-09-02;Поворот
`;

test("a word that is decided once is read in all rows, in the next file too, and told", async () => {
  const first = await read("crossings", WORDS);
  expect((await found(first)).words).toMatchObject([
    { field: "checkpoint", word: "Поворот", meaning: null, count: 2, rows: [2, 3] },
    { field: "direction", word: "туда", meaning: null, count: 2, rows: [2, 3] },
  ]);
  const meant = [{ field: "direction" as const, word: "туда", meaning: "entry" }];
  await decideWords(actor, { importId: first, words: meant, inBackground: false });
  await readFile(actor, first);
  const decided = await found(first);
  expect(decided.record.counts).toEqual({ new: 2 });
  expect(decided.words).toContainEqual(
    expect.objectContaining({
      field: "direction",
      word: "туда",
      meaning: "entry",
      count: 2,
      rows: [2, 3],
    }),
  );
  const next = await read("crossings", WORDS.replaceAll("-09-", "-10-"));
  expect((await found(next)).record.counts).toEqual({ new: 2 });
});

test("a meaning that the list does not have is refused", async () => {
  const importId = await read("crossings", WORDS);
  const words = [{ field: "direction" as const, word: "туда", meaning: "вбок" }];
  await expect(decideWords(actor, { importId, words })).rejects.toThrow();
});

test("dates that the file does not tell apart are asked for once, and nothing else changes", async () => {
  const importId = await read(
    "crossings",
    "student_no,direction,at\nS-1,entry,03/04/2025\nS-2,exit,05/06/2025\n",
  );
  expect((await found(importId)).questions).toMatchObject([
    {
      ...{ code: "ambiguousDate", name: "dateOrder", count: 2, rows: [2, 3] },
      examples: [{ text: "03/04/2025" }, { text: "05/06/2025" }],
    },
  ]);
  await again(importId, { answers: { dateOrder: "monthFirst" } });
  const { record, questions } = await found(importId);
  expect(questions).toEqual([]);
  expect(record.counts).toEqual({ new: 2 });
  await commit(importId);
  expect((await crossings()).map(({ day }) => day.toISOString().slice(0, 10))).toEqual([
    "2025-03-04",
    "2025-05-06",
  ]);
});

test("a date that exists only where the month stands first is told beside the question, however far below, unless another exists only otherwise", async () => {
  const rows = Array.from({ length: 80 }, (_, i) => `S-1,entry,03/0${(i % 9) + 1}/2025`);
  const heading = "student_no,direction,at";
  const shown = async (...last: string[]) => {
    const text = [heading, ...rows, ...last.map((date) => `S-1,exit,${date}`)].join("\n");
    const { questions } = await found(await read("crossings", text));
    return questions.map(({ code, onlyMonthFirst }) => [code, onlyMonthFirst]);
  };
  expect(await shown("10/31/2025")).toEqual([["ambiguousDate", "10/31/2025"]]);
  expect(await shown("10/31/2025", "31/10/2025")).toEqual([["ambiguousDate", undefined]]);
  expect(await shown()).toEqual([["ambiguousDate", undefined]]);
});

test("a value for all rows stands in for a column, and is used again for the next file", async () => {
  const grounds = "student_no,valid_from,status\nS-1,2025-09-01,granted\n";
  const first = await read("grounds", grounds);
  expect((await found(first)).record.state).toBe("refused");
  const mapping = ["student_no", "valid_from", "status"];
  await again(first, { mapping, answers: { constants: { kind: "dormitory" } } });
  expect((await found(first)).record.counts).toEqual({ new: 1 });
  await commit(first);
  const next = await read("grounds", grounds.replace("S-1", "S-2"));
  const { record } = await found(next);
  expect(record.counts).toEqual({ new: 1 });
  expect(record.format?.recalled?.constants).toEqual({ kind: "dormitory" });
});
