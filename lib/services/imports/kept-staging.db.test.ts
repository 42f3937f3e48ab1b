import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution, inInstitutionBulk } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { ownerUrl } from "@/lib/db/test-worker-database";
import { storedFilePath } from "@/lib/storage/files";
import { commitImport } from "./commit-import";
import { discardImport } from "./discard-import";
import { expireStagedFiles } from "./expire-imports";
import { findEffect } from "./find-effect";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

const STUDENTS = 50;
const ROWS = 2500;

const owner = new pg.Client({ connectionString: ownerUrl });
beforeAll(() => owner.connect());
afterAll(async () => {
  await owner.end();
  await closeConnections();
});

let actor: Actor;
beforeEach(async () => {
  actor = systemActor(await newTestInstitution());
  const lines = Array.from({ length: STUDENTS }, (_, n) => `S-${n},A,B,KZ`);
  await importFile(
    actor,
    file("roster", ["student_no,last_name,first_name,citizenship", ...lines]),
  );
});

afterEach(async () => {
  const { rows } = await owner.query(
    `select relname from pg_class where relnamespace = 'import_staging'::regnamespace and relkind = 'r'
     and (relname like 'file%' or not (relrowsecurity and relforcerowsecurity))`,
  );
  expect(rows, "rows of a file that anybody may see").toEqual([]);
});

const file = (kind: "roster" | "crossings", lines: readonly string[]) => ({
  kind,
  fileName: "file.csv",
  content: Readable.from([Buffer.from(`${lines.join("\n")}\n`)]),
});

function log(rows: number): ReturnType<typeof file> {
  const lines = Array.from({ length: rows }, (_, n) => {
    const turn = Math.floor(n / STUDENTS);
    const day = new Date(Date.UTC(2020, 0, 1 + turn)).toISOString().slice(0, 10);
    return `S-${n % STUDENTS},${turn % 2 === 0 ? "entry" : "exit"},${day}`;
  });
  return file("crossings", ["student_no,direction,at", ...lines]);
}

const recordOf = async (importId: string) => (await getImport(actor, { importId })).record;
const crossings = () => inInstitution(actor, (tx) => tx.crossing.count());
const tableOf = (importId: string) => `import_staging."rows_${importId}"`;

async function tableExists(importId: string): Promise<boolean> {
  const { rows } = await owner.query("select to_regclass($1) is not null as there", [
    tableOf(importId),
  ]);
  return rows[0].there;
}

async function checked(rows = ROWS): Promise<string> {
  const importId = await receiveFile(actor, log(rows), false);
  await readFile(actor, importId);
  return importId;
}

async function written(importId: string) {
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeImport(actor, importId, null);
  return recordOf(importId);
}

test("what was compared is told and written without its file, and is gone then", async () => {
  const importId = await checked();
  const path = storedFilePath((await recordOf(importId)).storageKey);
  await rename(path, `${path}.away`);
  await findEffect(actor, importId);
  expect((await recordOf(importId)).effect).toMatchObject({ students: STUDENTS });
  expect(await written(importId)).toMatchObject({ state: "committed", counts: { new: ROWS } });
  expect(await crossings()).toBe(ROWS);
  expect(await tableExists(importId)).toBe(false);
});

test("where facts have changed since, or the server has lost the rows, the file is read once more", async () => {
  const [first, second, third] = [await checked(), await checked(), await checked(ROWS + 100)];
  await written(first);
  expect(await written(second)).toMatchObject({ state: "committed", counts: { unchanged: ROWS } });
  const again = await checked(ROWS + 50);
  await owner.query(`truncate ${tableOf(again)}`);
  expect(await written(again)).toMatchObject({ counts: { new: 50, unchanged: ROWS } });
  expect(await written(third)).toMatchObject({ counts: { new: 50, unchanged: ROWS + 50 } });
  expect(await crossings()).toBe(ROWS + 100);
});

test("a short log is not kept", async () => {
  expect(await tableExists(await checked(100))).toBe(false);
});

test("another institution sees none of it, and it goes with what is given up", async () => {
  const importId = await checked();
  const other = systemActor(await newTestInstitution());
  const seenBy = (one: Actor) =>
    inInstitutionBulk(one, async (client) => {
      const { rows } = await client.query(`select count(*)::int as rows from ${tableOf(importId)}`);
      return rows[0].rows;
    });
  expect(await seenBy(actor)).toBe(ROWS);
  expect(await seenBy(other)).toBe(0);
  await discardImport(actor, { importId });
  await expireStagedFiles(other, new Date());
  expect(await tableExists(importId)).toBe(true);
  await expireStagedFiles(actor, new Date());
  expect(await tableExists(importId)).toBe(false);
});
