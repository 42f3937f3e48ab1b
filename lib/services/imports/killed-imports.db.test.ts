import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { setTimeout as after } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { type MortalCluster, startMortalCluster } from "@/lib/db/embedded/test-mortal-cluster";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "./commit-import";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { takeBack } from "./take-back";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";
import { writeImport } from "./write-import";

const STUDENTS = 50;
const ROWS = 2500;
/** Each round has a point in the check, one in the commit and one in the undo: 21 in all. */
const ROUNDS = 7;
const ALL = 400_000;
/** The n-th of points that lie evenly between 0 and 1, however many are taken. */
const pointOf = (n: number) => (n * (Math.sqrt(5) - 1) * 0.5) % 1;

type Step = "read" | "write" | "undo";
type Victim = "program" | "backend" | "server";
const STEPS: readonly Step[] = ["read", "write", "undo"];
const VICTIMS: readonly Victim[] = ["program", "backend", "server"];

let cluster: MortalCluster;
let actor: Actor;
beforeAll(async () => {
  cluster = await startMortalCluster();
  vi.stubEnv("DATABASE_URL", cluster.applicationUrl);
  actor = systemActor(await newTestInstitution());
  const students = Array.from({ length: STUDENTS }, (_, n) => `S-${n},A,B,KZ`);
  await importFile(actor, file("roster", "student_no,last_name,first_name,citizenship", students));
});
afterAll(async () => {
  await closeConnections();
  await cluster.stop();
});

const file = (kind: "roster" | "crossings", heading: string, lines: readonly string[]) => ({
  kind,
  fileName: "file.csv",
  content: Readable.from([Buffer.from(`${heading}\n${lines.join("\n")}\n`)]),
});

function receiveLog(): Promise<string> {
  const log = Array.from({ length: ROWS }, (_, n) => {
    const turn = Math.floor(n / STUDENTS);
    const day = new Date(Date.UTC(2020, 0, 1 + turn)).toISOString().slice(0, 10);
    return `S-${n % STUDENTS},${turn % 2 === 0 ? "entry" : "exit"},${day}`;
  });
  return receiveFile(actor, file("crossings", "student_no,direction,at", log), false);
}

const work: Readonly<Record<Step, (importId: string) => Promise<void>>> = {
  read: (importId) => readFile(actor, importId),
  write: (importId) => writeImport(actor, importId, null),
  undo: (importId) => takeBack(actor, importId),
};

/** Asks for a step as a person does: what comes before its job. */
async function ask(step: Step, importId: string): Promise<void> {
  if (step === "write")
    await commitImport(actor, { importId, leaveOut: false, inBackground: false });
  if (step !== "undo") return;
  const { agreement } = await undoPreview(actor, { importId });
  await undoImport(actor, { importId, agreement, inBackground: false });
}

const stateOf = async (importId: string) => (await getImport(actor, { importId })).record.state;
const count = async (sql: string, ...values: string[]) =>
  Number((await cluster.query(`select count(*) from ${sql}`, values))[0]?.["count"]);
const crossings = () => count("crossing where institution_id = $1", actor.institutionId);

/** Milliseconds until the institution's lock of imports can be had. */
async function lockFreeAfter(): Promise<number> {
  const from = performance.now();
  await cluster.query(
    `begin; set local lock_timeout = '10s';
     select pg_advisory_xact_lock(hashtextextended('import:${actor.institutionId}', 0)); rollback`,
  );
  return performance.now() - from;
}

/** The program in a process of its own, killed so many milliseconds after it has begun the step. */
async function killProgram(step: Step, importId: string, wait: number): Promise<void> {
  const writer = "lib/services/imports/test-dying-writer.ts";
  const args = ["--import", "tsx", "--conditions=react-server", writer];
  const child = spawn(process.execPath, [...args, step, actor.institutionId, importId], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  await after(wait);
  child.kill("SIGKILL");
  await ended;
}

/** Begins a step, and kills its program, the backend that works for it or the database server while it runs. */
async function strike(victim: Victim, step: Step, importId: string, wait: number): Promise<void> {
  if (victim === "program") {
    await killProgram(step, importId, wait);
    return;
  }
  // A job that fails says so to the queue, which tries again; here the next call does.
  const done = work[step](importId).catch(() => undefined);
  await after(wait);
  await (victim === "backend" ? cluster.killBackend() : cluster.killServer());
  await done;
}

/** States that an import may be left in, and whether its crossings are then there. */
const LEFT: Readonly<Record<Step, Readonly<Record<string, boolean>>>> = {
  read: { uploaded: false, reading: false, ready: false, failed: false },
  write: { committing: false, ready: false, committed: true },
  undo: { undoing: true, committed: true, undone: false },
};
const END: Readonly<Record<Step, string>> = { read: "ready", write: "committed", undo: "undone" };

/** Goes on as the program does when it starts again, and as a person does where the import says that it failed. */
async function finish(step: Step, importId: string): Promise<string> {
  let id = importId;
  const state = await stateOf(id);
  if (step === "read" && state === "failed") id = await receiveLog();
  if (step === "write" && state === "ready") await ask("write", id);
  if (step === "undo" && state === "committed") await ask("undo", id);
  await work[step](id);
  expect(await stateOf(id)).toBe(END[step]);
  return id;
}

/** Milliseconds that a step takes when nothing disturbs it. */
async function timeOf(step: Step, importId: string): Promise<number> {
  const from = performance.now();
  await ask(step, importId);
  await work[step](importId);
  return performance.now() - from;
}

test(
  "whatever is killed and whenever, an import is there as a whole or not at all, its lock is free within two seconds and it goes on",
  async () => {
    const first = await receiveLog();
    const usual = { read: 0, write: 0, undo: 0 };
    for (const step of STEPS) usual[step] = await timeOf(step, first);
    for (let round = 0; round < ROUNDS; round += 1) {
      let importId = await receiveLog();
      for (const [place, step] of STEPS.entries()) {
        await ask(step, importId);
        const victim = VICTIMS[(round + place) % VICTIMS.length] ?? "program";
        const wait = pointOf(round * STEPS.length + place) * usual[step];
        await strike(victim, step, importId, wait);
        const point = `${victim} killed ${Math.round(wait)} of ${Math.round(usual[step])} ms into ${step}`;
        expect(await lockFreeAfter(), point).toBeLessThan(2000);
        const state = await stateOf(importId);
        expect(Object.keys(LEFT[step]), point).toContain(state);
        expect(await crossings(), `${point}: ${state}`).toBe(LEFT[step][state] ? ROWS : 0);
        importId = await finish(step, importId);
        expect(await crossings(), point).toBe(step === "write" ? ROWS : 0);
      }
    }
  },
  ALL,
);
