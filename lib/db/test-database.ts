import "server-only";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startCluster } from "./embedded/cluster";
import { migrateDatabase } from "./migrations/migrate-database";

/** Speed over safety: nobody misses this database after a crash. */
const SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** The server of a run: connections to the database that is copied, and the folder for what workers keep. */
export type TestCluster = { ownerUrl: string; applicationUrl: string; folder: string };

type Provide = { provide: (key: "cluster", value: TestCluster) => void };

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Lets nobody connect to a database any more, and ends whoever is: only then can it be copied at any time. */
async function closeToAll(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const elsewhere = new URL(url);
  elsewhere.pathname = "/postgres";
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  try {
    await client.query(`alter database ${name} allow_connections false`);
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1",
      [name],
    );
  } finally {
    await client.end();
  }
}

/**
 * Vitest's global setup of the project "db": a new PostgreSQL with a database that has all migrations. Nobody
 * connects to it, so that it can be copied: each worker has a copy (test-worker-database.ts). Returns how to end it.
 */
export async function setup({ provide }: Provide): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "sanak-test-"));
  const password = randomBytes(18).toString("base64url");
  const cluster = await startCluster({
    folder: join(folder, "postgres"),
    ownerPassword: password,
    settings: SETTINGS,
  });
  const { ownerUrl } = cluster;
  await migrateDatabase(ownerUrl, password);
  await closeToAll(ownerUrl);
  provide("cluster", { ownerUrl, applicationUrl: cluster.applicationUrl(password), folder });
  process.env["NEXTAUTH_SECRET"] = password;
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
