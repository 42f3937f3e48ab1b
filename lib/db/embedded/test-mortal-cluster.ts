import "server-only";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { migrateDatabase } from "../migrations/migrate-database";
import { type Cluster, startCluster } from "./cluster";

/** What is committed outlives the server process; the machine's power is not what is cut here. */
const SETTINGS = ["fsync=off"];

/** A database server of a test's own that can be killed and started again under the same address. */
export type MortalCluster = {
  applicationUrl: string;
  /** Runs a statement as owner, through a connection that is made for it. */
  query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** kill -9 of the server process, whose backends have to notice by themselves; then a start as after a crash. */
  killServer: () => Promise<void>;
  /** kill -9 of a backend that works for the application, if one does; waits until the server is there again. */
  killBackend: () => Promise<void>;
  stop: () => Promise<void>;
};

const BOOLEAN = [() => true, () => false] as const;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Port of an address. */
const portOf = (url: string) => Number(new URL(url).port);

/** Listens at a port that stays and leads to wherever the server listens now. */
async function doorTo(port: () => number) {
  const open = new Set<Socket>();
  const door = createServer((outer) => {
    const inner = connect(port(), "127.0.0.1");
    for (const socket of [outer, inner]) {
      open.add(socket);
      socket.on("error", () => undefined);
    }
    outer.once("close", () => inner.destroy());
    inner.once("close", () => outer.destroy());
    outer.pipe(inner).pipe(outer);
  });
  await new Promise<void>((done) => door.listen(0, "127.0.0.1", done));
  const address = door.address();
  const close = () => {
    for (const socket of open) socket.destroy();
    return new Promise((done) => door.close(done));
  };
  return { port: typeof address === "object" && address ? address.port : 0, close };
}

/** Starts one with all migrations. */
export async function startMortalCluster(): Promise<MortalCluster> {
  const parent = mkdtempSync(join(tmpdir(), "sanak-mortal-"));
  const folder = join(parent, "postgres");
  const password = randomBytes(18).toString("base64url");
  const start = () => startCluster({ folder, ownerPassword: password, settings: SETTINGS });
  let cluster: Cluster = await start();
  await migrateDatabase(cluster.ownerUrl, password);
  const door = await doorTo(() => portOf(cluster.ownerUrl));
  const url = new URL(cluster.applicationUrl(password));
  url.port = String(door.port);

  const query: MortalCluster["query"] = async (sql, values = []) => {
    const client = new pg.Client({ connectionString: cluster.ownerUrl });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query(sql, values)).rows;
    } finally {
      await client.end();
    }
  };
  const killBackend = async () => {
    const [backend] = await query(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
       order by xact_start nulls last limit 1`,
    );
    if (!backend) return;
    const pid = Number(backend["pid"]);
    process.kill(pid, "SIGKILL");
    while (isAlive(pid)) await wait(5);
    // All backends go with it, and the server takes none until it has recovered.
    while (!(await query("select").then(...BOOLEAN))) await wait(20);
  };
  const killServer = async () => {
    const pid = Number(readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    await cluster.ended;
    cluster = await start();
  };
  const stop = async () => {
    await door.close();
    await cluster.stop();
    rmSync(parent, { recursive: true, force: true });
  };
  return { applicationUrl: url.toString(), query, killServer, killBackend, stop };
}
