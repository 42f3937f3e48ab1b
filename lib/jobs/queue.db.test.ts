import { spawn } from "node:child_process";
import { once } from "node:events";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { defineJob } from "./job";
import { closeQueue, enqueue } from "./queue";
import { startWorkers } from "./workers";

const done: string[] = [];
let failuresLeft = 1;
const read = defineJob("import.read", async ({ importId }) => {
  done.push(importId);
});
const commit = defineJob("import.commit", async ({ importId }) => {
  if (failuresLeft-- > 0) throw new Error("the first attempt fails");
  done.push(importId);
});

const nightly = defineJob("assessment.nightly", async () => {
  done.push("nightly");
});

beforeAll(() => startWorkers([read, commit]));
afterAll(async () => {
  await closeQueue();
  await closeConnections();
});

test("work put into the queue by the application's role is done", async () => {
  const importId = uuidv7();
  await enqueue("import.read", { institutionId: uuidv7(), importId, userId: null });
  await expect.poll(() => done, { timeout: 20_000 }).toContain(importId);
});

test("work that fails is done again", async () => {
  const importId = uuidv7();
  await enqueue("import.commit", { institutionId: uuidv7(), importId, userId: null });
  await expect.poll(() => done, { timeout: 30_000 }).toContain(importId);
});

test("work enqueued in a transaction exists only when the transaction is committed", async () => {
  const institutionId = await newTestInstitution();
  const [kept, lost] = [uuidv7(), uuidv7()];
  const give = (importId: string, fail: boolean) =>
    inInstitution({ institutionId }, async (tx) => {
      await enqueue("import.read", { institutionId, importId, userId: null }, tx);
      if (fail) throw new Error("rolled back");
    });
  await expect(give(lost, true)).rejects.toThrow("rolled back");
  await give(kept, false);
  await expect.poll(() => done, { timeout: 20_000 }).toContain(kept);
  expect(done).not.toContain(lost);
});

test("work whose process was killed is done by another", async () => {
  const killed = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "lib/jobs/dying-worker.ts"],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await enqueue("assessment.nightly", {});
  await once(killed.stdout, "data"); // it has begun, and will never end
  killed.kill("SIGKILL");
  await startWorkers([nightly]);
  await expect.poll(() => done, { timeout: 55_000, interval: 500 }).toContain("nightly");
});
