import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeConnections } from "@/lib/db/connection";
import { startCluster } from "@/lib/db/embedded/cluster";
import { migrateDatabase } from "@/lib/db/migrations/migrate-database";

/** A database of its own in a temporary folder, as an installation has it. */
export type OfficeDatabase = {
  owner: pg.Client;
  /** The process of the server. */
  postmaster: string;
  end: () => Promise<void>;
};

/** Starts it, with all migrations; the application's connections lead to it from then on. */
export async function openDatabase(): Promise<OfficeDatabase> {
  const parent = mkdtempSync(join(tmpdir(), "sanak-bench-"));
  const password = randomBytes(18).toString("base64url");
  const cluster = await startCluster({ folder: join(parent, "postgres"), ownerPassword: password });
  await migrateDatabase(cluster.ownerUrl, password);
  process.env["DATABASE_URL"] = cluster.applicationUrl(password);
  process.env["NEXTAUTH_SECRET"] = password;
  process.env["SANAK_DATA_DIR"] = parent;
  const owner = new pg.Client({ connectionString: cluster.ownerUrl });
  await owner.connect();
  const [postmaster = ""] = readFileSync(join(parent, "postgres", "postmaster.pid"), "utf8").split(
    "\n",
  );
  return {
    owner,
    postmaster,
    end: async () => {
      await owner.end();
      await closeConnections();
      await cluster.stop();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
