import "server-only";
import { connections } from "./connection";
import { migrationNames } from "./migrations/migration-files";

/** Whether every migration of this version is in the database. Throws when the database does not answer. */
export async function isMigrated(): Promise<boolean> {
  const { rows } = await connections().pool.query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const applied = new Set(rows.map(({ name }) => name));
  return (await migrationNames()).every((name) => applied.has(name));
}
