import { join } from "node:path";
import pg from "pg";
import { type Cluster, startCluster } from "@/lib/db/embedded/cluster";
import type { Secrets } from "./secrets";

/** A database ready to be migrated, whoever runs its server. */
export type Database = {
  ownerUrl: string;
  applicationUrl: string;
  /** What the application's role logs in with; null where the owner's connection takes the role on. */
  applicationPassword: string | null;
  /** The embedded server; null where DATABASE_URL names another. */
  cluster: Cluster | null;
};

/**
 * The database that DATABASE_URL names, or the embedded one in the data folder. `fromScratch` empties the embedded
 * one first; another's is never emptied.
 */
export async function openDatabase(
  folder: string,
  secrets: Secrets,
  fromScratch: boolean,
): Promise<Database> {
  const url = process.env["DATABASE_URL"];
  if (url !== undefined && url !== "") {
    if (fromScratch) {
      throw new Error(
        `Loading the demonstration data was cut short. Empty the database, remove ${folder}/demonstration.json, and start again.`,
      );
    }
    return { ownerUrl: url, applicationUrl: url, applicationPassword: null, cluster: null };
  }
  const { ownerPassword, applicationPassword } = secrets;
  const cluster = await startCluster({
    folder: join(folder, "postgres"),
    ownerPassword,
    fromScratch,
  });
  return {
    ownerUrl: cluster.ownerUrl,
    applicationUrl: cluster.applicationUrl(applicationPassword),
    applicationPassword,
    cluster,
  };
}

/** Whether nobody can sign in yet. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ has_user: boolean }>(
      "select has_user from install_state()",
    );
    return rows[0]?.has_user !== true;
  } finally {
    await client.end();
  }
}
