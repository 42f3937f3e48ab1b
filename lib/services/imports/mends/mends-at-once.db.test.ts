import pg from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { ownerUrl } from "@/lib/db/test-worker-database";
import { rereadImport } from "../reread-import";
import { checkMends } from "./check-mends";
import { cell, logsOf, officeOfLog, replace } from "./test-mended-log";

let actor: Actor;
beforeEach(async () => {
  actor = await officeOfLog();
});
afterAll(closeConnections);

const { read, check, find, rowsOf, mend, commit } = logsOf(() => actor);

test("of two who mend one cell the later is told, and two cells of one row are both mended", async () => {
  const importId = await read();
  const { record } = await find(importId);
  const seen = record.mendVersion;
  const other = { ...actor, userId: uuidv7() };
  const both = await Promise.allSettled([
    mend(importId, cell(3, 2, "entry", seen)),
    mend(importId, cell(3, 2, "exit", seen), other),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { reason: "cellMendedMeanwhile" },
  });
  await Promise.all([
    mend(importId, cell(4, 2, "exit", seen)),
    mend(importId, cell(4, 3, "2025-09-06", seen), other),
  ]);
  await check(importId);
  expect((await rowsOf(importId))[2]?.cells).toEqual(["S-1", "", "exit", "2025-09-06", "Ак-Жол"]);
});

test("one person in two windows is told in the later one, and mends one cell twice in one window", async () => {
  const importId = await read();
  const { mendVersion: seen } = (await find(importId)).record;
  const { mendVersion: first } = await mend(importId, cell(3, 2, "entry", seen));
  await expect(mend(importId, cell(3, 2, "exit", seen))).rejects.toThrow("cellMendedMeanwhile");
  await mend(importId, cell(3, 2, "exit", seen, [first]));
  await check(importId);
  expect((await rowsOf(importId))[1]?.cells[2]).toBe("exit");
});

test("nobody takes another person's mend for one of their own window", async () => {
  const importId = await read();
  const { mendVersion: seen } = (await find(importId)).record;
  const { mendVersion: first } = await mend(importId, cell(3, 2, "entry", seen));
  const other = { ...actor, userId: uuidv7() };
  await expect(mend(importId, cell(3, 2, "exit", seen, [first]), other)).rejects.toThrow(
    "cellMendedMeanwhile",
  );
});

test("a mend that comes while the file is being read is not lost, and not taken for checked", async () => {
  const importId = await read();
  await mend(importId, replace(2, "туда", "выезд"));
  const reading = check(importId);
  await mend(importId, cell(4, 3, "2025-09-09"));
  await reading;
  const { record } = await find(importId);
  if (record.state === "ready" && record.mendVersion !== record.checkedVersion) {
    await expect(commit(importId)).rejects.toThrow("mendsUnchecked");
    await checkMends(actor, { importId, inBackground: false });
  }
  await check(importId);
  expect((await find(importId)).record.counts).toMatchObject({ new: 3 });
});

test("a check whose backend is killed loses no mend, and can be done again", async () => {
  const importId = await read();
  await mend(importId, replace(2, "туда", "выезд"));
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  // What the check keeps of its rows waits for this lock until its backend is gone.
  await owner.query("begin");
  await owner.query("lock table import_block in share mode");
  const checking = check(importId);
  await expect
    .poll(
      async () => {
        const { rowCount } = await owner.query(
          `select pg_terminate_backend(pid) from pg_locks
          join pg_database on pg_database.oid = pg_locks.database and datname = current_database()
          where relation = 'import_block'::regclass and not granted`,
        );
        return rowCount ?? 0;
      },
      { interval: 20, timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  await owner.query("rollback");
  await owner.end();
  await checking;
  expect((await find(importId)).record.state).toBe("failed");
  await rereadImport(actor, { importId, kind: "crossings", inBackground: false });
  await check(importId);
  expect((await find(importId)).record).toMatchObject({ state: "ready", counts: { new: 2 } });
});
