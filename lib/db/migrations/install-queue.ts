import "server-only";
import type pg from "pg";
import { PgBoss } from "pg-boss";

export const QUEUE_SCHEMA = "pgboss";

/** Creates or upgrades the job queue's own tables and lets the application work with them. */
export async function installQueue(client: pg.Client, url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
  await client.query(`
    grant usage on schema ${QUEUE_SCHEMA} to sanak_app;
    grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to sanak_app;
    grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to sanak_app;
    grant execute on all functions in schema ${QUEUE_SCHEMA} to sanak_app;
  `);
}
