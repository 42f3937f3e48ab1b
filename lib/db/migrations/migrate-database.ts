import "server-only";
import pg from "pg";
import { ensureApplicationRole } from "./application-role";
import { applyMigrations } from "./apply-migrations";
import { installQueue } from "./install-queue";

const MINIMUM_VERSION = 150_000;
/** Any number that no other program on the database would choose. */
const LOCK = 5_367_741;

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; text: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as text",
  );
  const version = rows[0];
  if (version === undefined || version.number < MINIMUM_VERSION) {
    throw new Error(`Sanak needs PostgreSQL 15 or newer; this server is ${version?.text}.`);
  }
}

/**
 * Everything that must be true of a database before the application uses it: role, tables, job queue. Safe to run
 * again and by two programs at once. `url` is the owner's connection; returns the migrations applied.
 */
export async function migrateDatabase(
  url: string,
  applicationPassword: string | null,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await checkVersion(client);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await ensureApplicationRole(client, applicationPassword);
    const applied = await applyMigrations(url);
    await installQueue(client, url);
    return applied;
  } finally {
    await client.end();
  }
}
