import "server-only";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "./embedded/cluster";
import { migrateDatabase } from "./migrations/migrate-database";

/** Speed over safety: nobody misses this database after a crash. */
const SETTINGS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

type Provide = { provide: (key: "ownerUrl", value: string) => void };

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's connection to the test database: to look at what the application cannot see. */
    ownerUrl: string;
  }
}

/**
 * Vitest's global setup of the project "db": a new PostgreSQL with all migrations. Tests find the application's
 * connection in DATABASE_URL, the owner's with `inject("ownerUrl")`. Returns how to end it.
 */
export async function setup({ provide }: Provide): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), "sanak-test-"));
  const password = randomBytes(18).toString("base64url");
  const cluster = await startCluster({
    folder: join(parent, "postgres"),
    ownerPassword: password,
    settings: SETTINGS,
  });
  await migrateDatabase(cluster.ownerUrl, password);
  provide("ownerUrl", cluster.ownerUrl);
  process.env["DATABASE_URL"] = cluster.applicationUrl(password);
  process.env["NEXTAUTH_SECRET"] = password;
  process.env["SANAK_DATA_DIR"] = parent;
  return async () => {
    await cluster.stop();
    rmSync(parent, { recursive: true, force: true });
  };
}
