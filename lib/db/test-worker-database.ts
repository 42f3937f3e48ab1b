import "server-only";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";

// Vitest's setup of each file of the project "db". Files that run side by side never share a database or a data
// folder: a worker has its own of both, in which one file runs after the other.

const cluster = inject("cluster");

/** The same server and user, another database. */
function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Runs one statement as owner, connected to no database that anybody copies or drops; how many rows it found. */
async function asOwner(sql: string, values: string[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: inDatabase(cluster.ownerUrl, "postgres") });
  await client.connect();
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

async function copyTo(name: string): Promise<void> {
  const original = new URL(cluster.ownerUrl).pathname.slice(1);
  await asOwner(`create database ${name} template ${original}`);
}

const worker = `worker_${process.env["VITEST_POOL_ID"]}`;
if ((await asOwner("select from pg_database where datname = $1", [worker])) === 0) {
  await copyTo(worker);
}
process.env["DATABASE_URL"] = inDatabase(cluster.applicationUrl, worker);
process.env["SANAK_DATA_DIR"] = join(cluster.folder, worker);

/** The owner's connection to this worker's database: to look at what the application cannot see. */
export const ownerUrl = inDatabase(cluster.ownerUrl, worker);

/** A database of a test's own, to which DATABASE_URL leads until it is dropped. */
export type OwnDatabase = { ownerUrl: string; drop: () => Promise<void> };

/** Makes one of this name with all migrations and nothing in it. The caller closes the application's connections. */
export async function emptyDatabase(name: string): Promise<OwnDatabase> {
  await copyTo(name);
  process.env["DATABASE_URL"] = inDatabase(cluster.applicationUrl, name);
  return {
    ownerUrl: inDatabase(cluster.ownerUrl, name),
    drop: async () => {
      process.env["DATABASE_URL"] = inDatabase(cluster.applicationUrl, worker);
      await asOwner(`drop database ${name} with (force)`);
    },
  };
}
