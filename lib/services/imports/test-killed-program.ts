import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterAll, beforeAll, expect, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { closeConnections } from "@/lib/db/connection";
import { type MortalCluster, startMortalCluster } from "@/lib/db/embedded/test-mortal-cluster";
import { closeQueue } from "@/lib/jobs/queue";
import { getImport } from "./get-import";

/** For tests that wait for another process. */
export const SOON = { timeout: 60_000, interval: 50 };

/** Where the work of a job is stopped: statements of it, in the order in which it comes to them. */
const POINTS = {
  readBegins:
    "before update on import for each row when (old.state = 'uploaded' and new.state = 'reading')",
  rowsKept: "before insert on import_block for each statement",
  readEnds:
    "before update on import for each row when (new.state = 'ready' and old.state = 'reading')",
  effectFound:
    "before update on import for each row when (old.effect is null and new.effect is not null)",
  writeBegins:
    "before update on import for each row when (new.state = 'committing' and new.progress ->> 'stage' = 'comparing')",
  factsWritten: "before insert on crossing for each statement",
  writeEnds:
    "before insert on audit_event for each row when (new.action = 'imports.written' and new.detail ? 'new')",
  verdictsWritten: "before insert on assessment for each statement",
  assessed: "before insert on assessment_run for each statement",
  queueTold:
    "before update on pgboss.job for each row when (new.name = 'import.commit' and new.state = 'completed')",
  undoBegins: "before delete on crossing for each statement",
  undoEnds: "before insert on audit_event for each row when (new.action = 'imports.undone')",
} as const;
export type Point = keyof typeof POINTS;
const PLACES = Object.keys(POINTS) as Point[];
/** Advisory locks of the stopping points: of this class, by the point's place. */
const CLASS = 20_251_115;

let cluster: MortalCluster;
/** Holds the locks of the points at which work is to stop. */
let hold: pg.Client;
let next: Server;

/** For a file of tests: a database of its own, in which the work of jobs can be stopped, and the program that does it. */
export function programOfEachFile(): void {
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
      // Crossings are written with the checks of their keys made before, and no other trigger fires then.
      const table = / on (\S+) /.exec(POINTS[point])?.[1];
      await cluster.query(`alter table ${table} enable always trigger stop_${place}`);
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
}

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
export async function killAt(points: readonly Point[]): Promise<void> {
  for (const point of points) await locks("pg_advisory_lock", point);
  const server = serve();
  for (const point of points) await expect.poll(() => waitingAt(point), SOON).toBe(1);
  await server.kill();
}

/** Lets go of the points, where nobody has been waiting any more for at most two seconds. */
export async function release(points: readonly Point[]): Promise<void> {
  for (const point of points) {
    // Let go while its backend still waits, it would go on without its program.
    await expect.poll(() => waitingAt(point), { timeout: 2000, interval: 20 }).toBe(0);
    await locks("pg_advisory_unlock", point);
  }
}

/** The institution's lock of imports can be had within two seconds. */
export async function lockIsFree({ institutionId }: Actor): Promise<void> {
  await cluster.query(
    `begin; set local lock_timeout = '2s';
     select pg_advisory_xact_lock(hashtextextended('import:${institutionId}', 0)); rollback`,
  );
}

export const recordOf = async (actor: Actor, importId: string) =>
  (await getImport(actor, { importId })).record;

/** Until an import is in a state. */
export const reaches = (actor: Actor, importId: string, state: string) =>
  expect.poll(async () => (await recordOf(actor, importId)).state, SOON).toBe(state);

/** Starts the program and waits until an import is in a state. */
export async function servesUntil(actor: Actor, importId: string, state: string): Promise<Server> {
  const server = serve();
  await reaches(actor, importId, state);
  return server;
}

/** How many rows of a table have a value in a column; past the wall between institutions. */
export async function countOf(table: string, column: string, value: string): Promise<number> {
  const rows = await cluster.query(`select count(*) from ${table} where ${column} = $1`, [value]);
  return Number(rows[0]?.["count"]);
}

/** Of jobs whose program died the queue learns only when they have given no sign for long: that is now. */
export async function letGoOfTheDead(): Promise<void> {
  await cluster.query(
    "update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'",
  );
}
