import { Readable } from "node:stream";
import { afterAll, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import type { ImportProgress } from "@/lib/db/import/import-words";
import { tellProgress } from "@/lib/db/import/progress";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { getProgress } from "./get-progress";
import { receiveFile } from "./receive-file";

afterAll(closeConnections);

test("a stage keeps the moment at which it was begun, and the next one has its own", async () => {
  const actor = systemActor(await newTestInstitution());
  const importId = await receiveFile(
    actor,
    { kind: "roster", fileName: "a.csv", content: Readable.from([Buffer.from("a;b\n1;2\n")]) },
    false,
  );
  await inInstitution(actor, (tx) =>
    tx.import.update({ where: { id: importId }, data: { state: "reading" } }),
  );
  const tell = async (progress: ImportProgress) => {
    await inInstitution(actor, (tx) => tellProgress(tx, importId, "reading", progress));
    return getProgress(actor, { importId });
  };
  expect(await getProgress(actor, { importId })).toMatchObject({ seconds: null });
  const first = await tell({ stage: "reading", done: 1 });
  expect(first.seconds).toBe(0);
  const second = await tell({ stage: "reading", done: 2, total: 9 });
  expect(second.progress).toEqual({ ...first.progress, done: 2, total: 9 });
  const next = await tell({ stage: "comparing", done: 0, total: 9 });
  expect(next.progress?.since).not.toBe(first.progress?.since);
  // An hour later, by the clock of the database.
  await inInstitution(
    actor,
    (tx) => tx.$executeRaw`
      update import set progress = progress || jsonb_build_object('since', clock_timestamp() - interval '1 hour')
      where id = ${importId}::uuid`,
  );
  expect(await getProgress(actor, { importId })).toMatchObject({ seconds: 3600 });
});
