import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { newTestInstitution } from "@/lib/db/test-institution";
import { commitImport } from "./commit-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import {
  countOf,
  killAt,
  letGoOfTheDead,
  lockIsFree,
  type Point,
  programOfEachFile,
  reaches,
  recordOf,
  release,
  SOON,
  servesUntil,
} from "./test-killed-program";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

const ROWS = 40;
const ALL = 300_000;

const READING = ["readBegins", "rowsKept", "readEnds"] as const;
const WRITING = ["writeBegins", "factsWritten", "writeEnds", "assessed"] as const;
const UNDOING = ["undoBegins", "undoEnds"] as const;

programOfEachFile();

const file = (kind: "roster" | "crossings", text: string) => ({
  kind,
  fileName: `${kind}.csv`,
  content: Readable.from([Buffer.from(text)]),
});

async function newOffice(): Promise<Actor> {
  const actor = systemActor(await newTestInstitution());
  const roster = "student_no,last_name,first_name,citizenship\nS-1,A,B,KZ\nS-2,C,D,KZ\n";
  await importFile(actor, file("roster", roster));
  return actor;
}

const LOG = Array.from({ length: ROWS }, (_, n) => {
  const turn = Math.floor(n / 2);
  const day = new Date(Date.UTC(2020, 0, 1 + turn)).toISOString().slice(0, 10);
  return `S-${1 + (n % 2)},${turn % 2 === 0 ? "entry" : "exit"},${day}\n`;
}).join("");
const log = () => file("crossings", `student_no,direction,at\n${LOG}`);

const crossingsOf = ({ institutionId }: Actor) =>
  countOf("crossing", "institution_id", institutionId);

const unfinishedJobs = () =>
  countOf("pgboss.job", "state < 'completed' and split_part(name, '.', 1)", "import");

const commit = (actor: Actor, importId: string) =>
  commitImport(actor, { importId, leaveOut: false });
async function undo(actor: Actor, importId: string): Promise<void> {
  const { agreement } = await undoPreview(actor, { importId });
  await undoImport(actor, { importId, agreement });
}

/** What the import's page says, its rows and the crossings that are there, when the program was killed at a point. */
const LEFT: Readonly<
  Record<
    Exclude<Point, "verdictsWritten">,
    readonly [state: string, rows: number, crossings: number]
  >
> = {
  readBegins: ["uploaded", 0, 0],
  rowsKept: ["reading", 0, 0],
  readEnds: ["reading", 0, 0],
  effectFound: ["ready", ROWS, 0],
  writeBegins: ["committing", ROWS, 0],
  factsWritten: ["committing", ROWS, 0],
  writeEnds: ["committing", ROWS, 0],
  assessed: ["committed", ROWS, ROWS],
  undoBegins: ["undoing", ROWS, ROWS],
  undoEnds: ["undoing", ROWS, ROWS],
  queueTold: ["committed", ROWS, ROWS],
};
const WORKED_ON = ["reading", "committing", "undoing"];

async function dieAt(point: keyof typeof LEFT, actor: Actor, importId: string): Promise<void> {
  await killAt([point]);
  await lockIsFree(actor);
  const { state, progress } = await recordOf(actor, importId);
  const rows = await countOf("import_row", "import_id", importId);
  expect([state, rows, await crossingsOf(actor)], point).toEqual(LEFT[point]);
  // Only what is still to be done shows a progress.
  expect(progress !== null, point).toBe(WORKED_ON.includes(state));
  await release([point]);
}

test(
  "a job whose program is killed at any of its steps leaves all or nothing, says so, and is done by the next program",
  async () => {
    const actor = await newOffice();
    const other = await receiveFile(actor, log());
    await dieAt("effectFound", actor, other);
    const importId = await receiveFile(actor, log());
    for (const point of READING) await dieAt(point, actor, importId);
    await (await servesUntil(actor, importId, "ready")).kill();
    await commit(actor, importId);
    for (const point of WRITING) await dieAt(point, actor, importId);
    await undo(actor, importId);
    for (const point of UNDOING) await dieAt(point, actor, importId);
    await (await servesUntil(actor, importId, "undone")).kill();
    expect(await crossingsOf(actor)).toBe(0);
    // The queue gives back what it was not told is done, and nothing is done twice.
    await commit(actor, other);
    await dieAt("queueTold", actor, other);
    await letGoOfTheDead();
    const last = await servesUntil(actor, other, "committed");
    await expect.poll(() => unfinishedJobs(), SOON).toBe(0);
    await last.kill();
    expect((await recordOf(actor, other)).effect).toMatchObject({ students: 2 });
    expect(await crossingsOf(actor)).toBe(ROWS);
    expect(await countOf("audit_event", "action = 'imports.written' and entity_id", other)).toBe(1);
  },
  ALL,
);

test(
  "work that programs have died of five times ends, with nothing done, and says that it did",
  async () => {
    const [reading, committing, undoing] = [
      await newOffice(),
      await newOffice(),
      await newOffice(),
    ];
    const given = { read: await receiveFile(reading, log()), write: "", undo: "" };
    given.write = await receiveFile(committing, log(), false);
    await readFile(committing, given.write);
    given.undo = (await importFile(undoing, log())).id;
    await commit(committing, given.write);
    await undo(undoing, given.undo);
    const points = ["rowsKept", "factsWritten", "undoBegins"] as const;
    for (let deaths = 0; deaths < 5; deaths += 1) {
      await killAt(points);
      await release(points);
    }
    const server = await servesUntil(reading, given.read, "failed");
    await reaches(committing, given.write, "ready");
    await reaches(undoing, given.undo, "committed");
    await server.kill();
    const ends = [
      { ...(await recordOf(reading, given.read)), crossings: await crossingsOf(reading) },
      { ...(await recordOf(committing, given.write)), crossings: await crossingsOf(committing) },
      { ...(await recordOf(undoing, given.undo)), crossings: await crossingsOf(undoing) },
    ];
    expect(ends).toMatchObject([
      { problem: { code: "unexpected" }, progress: null, crossings: 0 },
      { problem: { code: "notWritten" }, progress: null, crossings: 0 },
      { problem: { code: "notUndone" }, progress: null, crossings: ROWS },
    ]);
  },
  ALL,
);
