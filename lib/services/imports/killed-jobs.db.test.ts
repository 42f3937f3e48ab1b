import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { systemActor } from "@/lib/auth/system-actor";
import { closeConnections } from "@/lib/db/connection";
import { type MortalCluster, startMortalCluster } from "@/lib/db/embedded/test-mortal-cluster";
import { newTestInstitution } from "@/lib/db/test-institution";
import { closeQueue } from "@/lib/jobs/queue";
import { commitImport } from "./commit-import";
import { getImport } from "./get-import";
import { importFile } from "./import-file";
import { readFile } from "./read-file";
import { receiveFile } from "./receive-file";
import { undoImport } from "./undo-import";
import { undoPreview } from "./undo-preview";

const ROWS = 40;
const ALL = 300_000;
const SOON = { timeout: 60_000, interval: 50 };

/** Where the work of a job is stopped: statements of it, in the order in which it comes to them. */
const POINTS = {
  readBegins:
    "before update on import for each row when (old.state = 'uploaded' and new.state = 'reading')",
  rowsKept: "before insert on import_row for each statement",
  readEnds:
    "before update on import for each row when (new.state = 'ready' and old.state = 'reading')",
  effectFound:
    "before update on import for each row when (old.effect is null and new.effect is not null)",
  writeBegins: "before insert on import_change for each statement",
  factsWritten: "before insert on crossing for each statement",
  writeEnds:
    "before insert on audit_event for each row when (new.action = 'imports.written' and new.detail ? 'new')",
  assessed: "before insert on assessment_run for each statement",
  queueTold:
    "before update on pgboss.job for each row when (new.name = 'import.commit' and new.state = 'completed')",
  undoBegins: "before delete on crossing for each statement",
  undoEnds: "before insert on audit_event for each row when (new.action = 'imports.undone')",
} as const;
type Point = keyof typeof POINTS;
const READING = ["readBegins", "rowsKept", "readEnds"] as const;
const WRITING = ["writeBegins", "factsWritten", "writeEnds", "assessed"] as const;
const UNDOING = ["undoBegins", "undoEnds"] as const;
const PLACES = Object.keys(POINTS) as Point[];
/** Advisory locks of the stopping points: of this class, by the point's place. */
const CLASS = 20_251_115;

let cluster: MortalCluster;
/** Holds the locks of the points at which work is to stop. */
let hold: pg.Client;
let next: Server;
beforeAll(async () => {
  cluster = await startMortalCluster();
  vi.stubEnv("DATABASE_URL", cluster.applicationUrl);
  await cluster.query(`
    create function stop_here() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock_shared(${CLASS}, tg_argv[0]::int);
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`);
  for (const [place, point] of PLACES.entries()) {
    await cluster.query(
      `create trigger stop_${place} ${POINTS[point]} execute function stop_here(${place})`,
    );
  }
  hold = new pg.Client({ connectionString: cluster.applicationUrl });
  await hold.connect();
  next = new Server();
});
afterAll(async () => {
  await next.kill();
  await hold.end();
  await closeQueue();
  await closeConnections();
  await cluster.stop();
});

/** A serving process with the real workers; it waits until it is told to begin, its modules loaded meanwhile. */
class Server {
  readonly #process: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=react-server", "lib/services/imports/test-dying-server.ts"],
    { stdio: ["pipe", "ignore", "inherit"] },
  );
  readonly #ended = once(this.#process, "exit");

  begin(): void {
    this.#process.stdin?.write("go");
  }
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#ended;
  }
}

/** Starts the program, and has another wait for its turn. */
function serve(): Server {
  const server = next;
  next = new Server();
  server.begin();
  return server;
}

const locks = (what: string, point: Point) =>
  hold.query(`select ${what}(${CLASS}, ${PLACES.indexOf(point)})`);

/** How many backends wait at a point. */
async function waitingAt(point: Point): Promise<number> {
  const { rows } = await hold.query(
    "select from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2 and not granted",
    [CLASS, PLACES.indexOf(point)],
  );
  return rows.length;
}

/** Starts the program with work in its queue, and kills it when the work has come to all the points. */
async function killAt(points: readonly Point[]): Promise<void> {
  for (const point of points) await locks("pg_advisory_lock", point);
  const server = serve();
  for (const point of points) await expect.poll(() => waitingAt(point), SOON).toBe(1);
  await server.kill();
}

/** Lets go of the points, where nobody has been waiting any more for at most two seconds. */
async function release(points: readonly Point[]): Promise<void> {
  for (const point of points) {
    // Let go while its backend still waits, it would go on without its program.
    await expect.poll(() => waitingAt(point), { timeout: 2000, interval: 20 }).toBe(0);
    await locks("pg_advisory_unlock", point);
  }
}

/** The institution's lock of imports can be had within two seconds. */
async function lockIsFree({ institutionId }: Actor): Promise<void> {
  await cluster.query(
    `begin; set local lock_timeout = '2s';
     select pg_advisory_xact_lock(hashtextextended('import:${institutionId}', 0)); rollback`,
  );
}

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

const recordOf = async (actor: Actor, importId: string) =>
  (await getImport(actor, { importId })).record;
const reaches = (actor: Actor, importId: string, state: string) =>
  expect.poll(async () => (await recordOf(actor, importId)).state, SOON).toBe(state);
/** Starts the program and waits until an import is in a state. */
async function servesUntil(actor: Actor, importId: string, state: string): Promise<Server> {
  const server = serve();
  await reaches(actor, importId, state);
  return server;
}
const countOf = async (table: string, column: string, value: string) => {
  const rows = await cluster.query(`select count(*) from ${table} where ${column} = $1`, [value]);
  return Number(rows[0]?.["count"]);
};
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
const LEFT: Readonly<Record<Point, readonly [state: string, rows: number, crossings: number]>> = {
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

async function dieAt(point: Point, actor: Actor, importId: string): Promise<void> {
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
    await cluster.query(
      "update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'",
    );
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
