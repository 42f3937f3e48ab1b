import "server-only";
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { installedPostgres } from "./binaries";
import { folderSeenBy, initialise } from "./initialise";
import { endStrayServer } from "./postmaster-file";
import { databaseAccount, reachable } from "./system-account";

const DATABASE = "sanak";

export type Cluster = {
  /** The owner's connection: for migrations. */
  ownerUrl: string;
  /** The application's connection, once migrations have given its role this password. */
  applicationUrl: (password: string) => string;
  /** Settles when the server process has ended, for whatever reason. */
  ended: Promise<void>;
  /** Fast, clean shutdown: open transactions are rolled back, everything else is on disk. */
  stop: () => Promise<void>;
};

export type ClusterOptions = {
  /** Absolute path of the cluster's own folder; its parent holds the log. */
  folder: string;
  ownerPassword: string;
  /** Further server settings, as name=value. */
  settings?: string[];
  /** Throws away what the database holds. */
  fromScratch?: boolean;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

function launch(
  binaries: string,
  { folder, settings = [] }: ClusterOptions,
  port: number,
): ChildProcess {
  const account = databaseAccount();
  const log = openSync(join(folder, "..", "postgres.log"), "a");
  const flags = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "shared_buffers=256MB",
    "max_wal_size=2GB",
    ...settings,
  ].flatMap((setting) => ["-c", setting]);
  try {
    return spawn(
      join(binaries, "bin", "postgres"),
      ["-D", folderSeenBy(account, folder), ...flags],
      // Its own process group: Ctrl-C ends the application first, which then stops the server.
      { cwd: folder, detached: true, stdio: ["ignore", log, log], ...account },
    );
  } finally {
    closeSync(log);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** A killed server's backends hold its memory until their statement ends; until then no other server starts. */
const ORPHANS_END_MS = 30_000;

type Running = { server: ChildProcess; ended: Promise<void> };

/** Launches the server, again while orphans of a killed one keep it from starting, and waits until it answers. */
async function launchUntilAnswered(
  binaries: string,
  options: ClusterOptions,
  port: number,
  url: string,
): Promise<Running> {
  const deadline = performance.now() + ORPHANS_END_MS;
  while (performance.now() < deadline) {
    const server = launch(binaries, options, port);
    let running = true;
    const ended = new Promise<void>((resolve) => {
      const end = () => {
        running = false;
        resolve();
      };
      server.once("exit", end);
      server.once("error", end);
    });
    // After a crash the server first replays its log; wait as long as it lives.
    while (running && !(await answers(url))) await wait(100);
    if (running) return { server, ended };
    await wait(250);
  }
  throw new Error(`PostgreSQL did not start; see ${join(options.folder, "..", "postgres.log")}`);
}

async function createDatabase(url: string, fromScratch: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (fromScratch) await client.query(`drop database if exists ${DATABASE} with (force)`);
    const { rowCount } = await client.query("select from pg_database where datname = $1", [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded PostgreSQL on a free local port, making its files first where there are none. The caller
 * holds the lock on the data folder.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { folder, ownerPassword } = options;
  const account = databaseAccount();
  const binaries = reachable(installedPostgres(), account);
  await endStrayServer(folder);
  await initialise(binaries, folder, account, ownerPassword);
  const port = await freePort();
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const maintenance = url("postgres", ownerPassword, "postgres");
  const { server, ended } = await launchUntilAnswered(binaries, options, port, maintenance);
  await createDatabase(maintenance, options.fromScratch ?? false);
  return {
    ownerUrl: url("postgres", ownerPassword, DATABASE),
    applicationUrl: (password) => url("sanak_app", password, DATABASE),
    ended,
    stop: async () => {
      server.kill("SIGINT");
      await ended;
    },
  };
}
