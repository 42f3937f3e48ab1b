import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { storedFilePath } from "@/lib/storage/files";
import { expireStagedFiles } from "./expire-imports";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { openImportFile } from "./open-import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";

afterAll(closeConnections);

const DAY_MS = 24 * 60 * 60 * 1000;
const ROSTER = "student_no,last_name,first_name,citizenship\nS-1,A,B,KZ\n";

test("a file that was not written in 30 days goes with its rows; younger and written ones stay", async () => {
  const actor = systemActor(await newTestInstitution());
  const file = () =>
    ({ kind: "roster", fileName: "a.csv", content: Readable.from([Buffer.from(ROSTER)]) }) as const;
  const waiting = async () => {
    const id = await receiveFile(actor, file(), false);
    await readFile(actor, id);
    return id;
  };
  const [old, young] = [await waiting(), await waiting()];
  const written = (await importFile(actor, file())).id;
  const now = new Date();
  const age = (id: string, days: number) =>
    inInstitution(actor, (tx) =>
      tx.import.updateMany({
        where: { id },
        data: { createdAt: new Date(now.getTime() - days * DAY_MS) },
      }),
    );
  await age(old, 31);
  await age(young, 29);
  await age(written, 400);
  const recordOf = async (importId: string) => (await getImport(actor, { importId })).record;
  const pathOf = async (id: string) => storedFilePath((await recordOf(id)).storageKey);
  const [oldPath, youngPath, writtenPath] = [
    await pathOf(old),
    await pathOf(young),
    await pathOf(written),
  ];
  await expireStagedFiles(actor, now);
  expect([oldPath, youngPath, writtenPath].map((path) => existsSync(path))).toEqual([
    false,
    true,
    true,
  ]);
  expect((await recordOf(old)).state).toBe("discarded");
  expect((await recordOf(young)).state).toBe("ready");
  expect((await recordOf(written)).state).toBe("committed");
  const rows = await inInstitution(actor, (tx) =>
    tx.importBlock.count({ where: { importId: old } }),
  );
  expect(rows).toBe(0);
  await expect(openImportFile(actor, old)).rejects.toThrow("notFound");
});
