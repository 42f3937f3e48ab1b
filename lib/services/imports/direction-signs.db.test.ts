import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { decideWords } from "./decide-words";
import { logsOf, officeOfLog } from "./mends/test-mended-log";
import { readFile } from "./read-file";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

const { read, find, commit, crossings } = logsOf(() => actor);

const LOG = `№ студента;Направление;Дата;КПП
S-1;1;01.09.2025;Ак-Жол
S-1;0;05.09.2025;Ак-Жол
S-2;1;02.09.2025;
S-2;в;09.09.2025;
`;

test("1 and 0 are asked about once each, with rows that have them, and either may be an entry", async () => {
  const importId = await read(LOG);
  const { record, words, meanings } = await find(importId);
  expect(record.counts).toEqual({ wrong: 4 });
  expect(meanings.direction).toEqual(["entry", "exit"]);
  expect(words.map(({ field, word, rows, examples }) => [field, word, rows, examples])).toEqual([
    ["direction", "1", [2, 4], ["S-1 · 1 · 01.09.2025 · Ак-Жол", "S-2 · 1 · 02.09.2025"]],
    ["direction", "0", [3], ["S-1 · 0 · 05.09.2025 · Ак-Жол"]],
    ["direction", "в", [5], ["S-2 · в · 09.09.2025"]],
  ]);
  await decideWords(actor, {
    importId,
    words: [
      { field: "direction", word: "1", meaning: "exit" },
      { field: "direction", word: "0", meaning: "entry" },
    ],
    inBackground: false,
  });
  await readFile(actor, importId);
  expect((await find(importId)).record.counts).toEqual({ new: 3, wrong: 1 });
  await commit(importId);
  expect((await crossings()).map(({ day, direction }) => `${day} ${direction}`)).toEqual([
    "2025-09-01 exit",
    "2025-09-02 exit",
    "2025-09-05 entry",
  ]);
});
