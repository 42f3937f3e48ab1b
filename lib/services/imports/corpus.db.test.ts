import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { CORPUS } from "@/lib/import/corpus/all-files";
import { CORPUS_ROSTER, type UglyFile } from "@/lib/import/corpus/ugly-file";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { rereadImport } from "./reread-import";

let actor: Actor;
beforeAll(async () => {
  actor = systemActor(await newTestInstitution());
  const content = Readable.from([Buffer.from(CORPUS_ROSTER)]);
  const roster = await importFile(actor, { kind: "roster", fileName: "roster.csv", content });
  expect(roster).toMatchObject({ state: "committed", counts: { new: 9 } });
});
afterAll(closeConnections);

/** Stores a file as a browser sends it and reads it, with what a person decides about it. */
async function readAsOffice({ kind, bytes, decided }: UglyFile): Promise<string> {
  const content = Readable.from([Buffer.from(await bytes())]);
  const importId = await receiveFile(actor, { kind, fileName: "ugly", content }, false);
  await readFile(actor, importId);
  if (decided) {
    await rereadImport(actor, { importId, kind, ...decided, inBackground: false });
    await readFile(actor, importId);
  }
  return importId;
}

/** How many different rows of the file are kept, and how many students, crossings and grounds there are. */
async function kept(importId: string) {
  return inInstitution(actor, async (tx) => {
    const [stored] = await tx.$queryRaw<{ rows: number }[]>`
      select count(distinct row_no)::int as rows from import_row where import_id = ${importId}::uuid`;
    return {
      rows: stored?.rows,
      facts: [await tx.student.count(), await tx.crossing.count(), await tx.ground.count()],
    };
  });
}

test.each(CORPUS.map((file) => [file.name, file] as const))("%s", async (_name, file) => {
  const { expected } = file;
  const importId = await readAsOffice(file);
  const { record } = await getImport(actor, { importId });
  const { rows, facts } = await kept(importId);
  expect(facts).toEqual([9, 0, 0]);
  if ("refused" in expected) {
    expect(record).toMatchObject({ state: "refused", problem: expected.refused });
    expect(rows).toBe(0);
    return;
  }
  expect(record).toMatchObject({ state: "ready", problem: null });
  expect(record.counts).toEqual(expected.outcomes);
  // Rows in are rows accounted for.
  expect(rows).toBe(expected.rows);
});
