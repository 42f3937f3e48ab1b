import { Readable } from "node:stream";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "./commit-import";
import { findEffect } from "./find-effect";
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

/** A roster of two students: what it says of each of citizenship and telephone. */
function roster(...said: readonly [no: string, citizenship: string, phone: string][]) {
  const lines = said.map(([no, citizenship, phone]) => `${no},A${no},B,${citizenship},${phone}`);
  const text = `student_no,last_name,first_name,citizenship,phone\n${lines.join("\n")}\n`;
  return {
    kind: "roster",
    fileName: "file.csv",
    content: Readable.from([Buffer.from(text)]),
  } as const;
}

const recordOf = async (importId: string) => (await getImport(actor, { importId })).record;

async function ready(file: ReturnType<typeof roster>): Promise<string> {
  const importId = await receiveFile(actor, file, false);
  await readFile(actor, importId);
  await findEffect(actor, importId);
  return importId;
}

async function write(importId: string) {
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  await writeImport(actor, importId, null);
  return await recordOf(importId);
}

const held = () =>
  inInstitution(actor, async (tx) =>
    (await tx.student.findMany({ orderBy: { studentNo: "asc" } })).map(
      ({ studentNo, citizenship, phone }) => [studentNo, citizenship, phone],
    ),
  );

test("nothing is changed otherwise than was agreed to: another file came first with other values", async () => {
  await importFile(actor, roster(["S-1", "KZ", ""]));
  const late = await ready(roster(["S-1", "KZ", "444"], ["S-2", "KZ", "444"]));
  expect((await recordOf(late)).counts).toEqual({ new: 1, changed: 1 });
  await importFile(actor, roster(["S-1", "RU", "555"], ["S-2", "RU", "555"]));

  expect(await write(late)).toMatchObject({
    state: "ready",
    problem: { code: "agreedChanged" },
    counts: { changed: 2 },
    // Whom it concerns is told of what it would do now.
    effect: { students: 2 },
  });
  expect(await held()).toEqual([
    ["S-1", "RU", "555"],
    ["S-2", "RU", "555"],
  ]);

  expect(await write(late)).toMatchObject({ state: "committed", counts: { changed: 2 } });
  expect(await held()).toEqual([
    ["S-1", "KZ", "444"],
    ["S-2", "KZ", "444"],
  ]);
});

test("what was told as unchanged is not changed unasked", async () => {
  await importFile(actor, roster(["S-1", "KZ", "444"]));
  const late = await ready(roster(["S-1", "KZ", "444"], ["S-2", "KZ", "444"]));
  expect((await recordOf(late)).counts).toEqual({ new: 1, unchanged: 1 });
  await importFile(actor, roster(["S-1", "KZ", "555"]));
  expect(await write(late)).toMatchObject({ state: "ready", counts: { new: 1, changed: 1 } });
  expect(await held()).toEqual([["S-1", "KZ", "555"]]);
});

test("rows that another file has written just so are no question, nor is what else has changed", async () => {
  await importFile(actor, roster(["S-1", "KZ", ""], ["S-3", "KZ", "1"]));
  const late = await ready(roster(["S-1", "KZ", "444"], ["S-2", "KZ", "444"]));
  await importFile(actor, roster(["S-1", "KZ", "444"], ["S-3", "RU", "2"]));
  expect(await write(late)).toMatchObject({ state: "committed", counts: { new: 1, unchanged: 1 } });
  expect(await held()).toEqual([
    ["S-1", "KZ", "444"],
    ["S-2", "KZ", "444"],
    ["S-3", "RU", "2"],
  ]);
});
