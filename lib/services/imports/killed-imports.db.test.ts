import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { setTimeout as after } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { inInstitution } from "@/lib/db/in-institution";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "./commit-import";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

const STUDENTS = 100;
const ROWS = 20_000;
const ALL = 240_000;

const owner = new pg.Client({ connectionString: inject("ownerUrl") });
beforeAll(() => owner.connect());
afterAll(async () => {
  await owner.end();
  await closeConnections();
});

const file = (kind: "roster" | "crossings", heading: string, lines: readonly string[]) => ({
  kind,
  fileName: "file.csv",
  content: Readable.from([Buffer.from(`${heading}\n${lines.join("\n")}\n`)]),
});

/** A university with students, and a log of crossings that is agreed to and not written. */
async function committing() {
  const actor = systemActor(await newTestInstitution());
  const students = Array.from({ length: STUDENTS }, (_, n) => `S-${n},A,B,KZ`);
  await importFile(actor, file("roster", "student_no,last_name,first_name,citizenship", students));
  const log = Array.from({ length: ROWS }, (_, n) => {
    const turn = Math.floor(n / STUDENTS);
    const day = new Date(Date.UTC(2020, 0, 1 + turn)).toISOString().slice(0, 10);
    return `S-${n % STUDENTS},${turn % 2 === 0 ? "entry" : "exit"},${day}`;
  });
  const importId = await receiveFile(
    actor,
    file("crossings", "student_no,direction,at", log),
    false,
  );
  await readFile(actor, importId);
  await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  const recordOf = async () => (await getImport(actor, { importId })).record;
  const written = () => inInstitution(actor, (tx) => tx.crossing.count());
  return { actor, importId, recordOf, written };
}

/** Milliseconds until the institution's lock of imports can be had. */
async function lockFreeAfter(institutionId: string): Promise<number> {
  const from = performance.now();
  await owner.query("begin");
  await owner.query("set local lock_timeout = '10s'");
  await owner.query(
    "select pg_advisory_xact_lock(hashtextextended('import:' || $1::uuid::text, 0))",
    [institutionId],
  );
  await owner.query("rollback");
  return performance.now() - from;
}

test(
  "a program that is killed while it writes leaves all or nothing, and its lock within two seconds",
  async () => {
    const { actor, importId, recordOf, written } = await committing();
    for (const [stage, longest] of [
      ["reading", 50],
      ["comparing", 100],
      ["writing", 50],
      ["writing", 400],
    ] as const) {
      const child = spawn(
        process.execPath,
        [
          ...[
            "--import",
            "tsx",
            "--conditions=react-server",
            "lib/services/imports/test-dying-writer.ts",
          ],
          ...[actor.institutionId, importId],
        ],
        { stdio: "inherit" },
      );
      const ended = once(child, "exit");
      await expect
        .poll(
          async () => {
            const { state, progress } = await recordOf();
            return state === "committed" || progress?.stage === stage;
          },
          { interval: 5, timeout: 60_000 },
        )
        .toBe(true);
      await after(Math.random() * longest);
      child.kill("SIGKILL");
      await ended;
      expect(await lockFreeAfter(actor.institutionId)).toBeLessThan(2000);
      const { state } = await recordOf();
      expect(await written()).toBe(state === "committed" ? ROWS : 0);
      // What the killed one told last is not what the next will tell.
      await inInstitution(actor, (tx) =>
        tx.import.updateMany({ where: { id: importId }, data: { progress: {} } }),
      );
    }
    await writeImport(actor, importId, null);
    expect((await recordOf()).state).toBe("committed");
    expect(await written()).toBe(ROWS);
  },
  ALL,
);

test(
  "an import whose backend is killed writes nothing, is ready again and says so",
  async () => {
    const { actor, importId, recordOf, written } = await committing();
    const done = writeImport(actor, importId, null);
    await expect
      .poll(
        async () => {
          const { rowCount } = await owner.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
             where state = 'active' and pid <> pg_backend_pid()
               and (query like '%analyze staged%' or query like '%insert into crossing%')`,
          );
          return rowCount;
        },
        { interval: 5, timeout: 60_000 },
      )
      .toBe(1);
    await done;
    expect(await recordOf()).toMatchObject({ state: "ready", problem: { code: "notWritten" } });
    expect(await written()).toBe(0);
    await commitImport(actor, { importId, leaveOut: false, inBackground: false });
    await writeImport(actor, importId, null);
    expect(await written()).toBe(ROWS);
  },
  ALL,
);
