import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env/env";
import { PrismaClient } from "./generated/client";

/**
 * Of every session: the role that row-level security binds, whoever logged in; UTC, whatever zone the server keeps,
 * because Prisma's adapter writes and reads moments without their offset; and a server that notices when this program
 * is gone instead of working on with its locks.
 */
export const CONNECTION_OPTIONS =
  "-c role=sanak_app -c TimeZone=UTC -c client_connection_check_interval=500ms";

type Connections = { pool: pg.Pool; prisma: PrismaClient };

// Next's development server loads modules anew on each change; the connections stay.
const kept = globalThis as typeof globalThis & { sanakConnections?: Connections };

function open(): Connections {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 10_000,
    options: CONNECTION_OPTIONS,
  });
  // Without a listener a dying backend would take the process down.
  pool.on("error", () => undefined);
  return {
    pool,
    prisma: new PrismaClient({ errorFormat: "minimal", adapter: new PrismaPg(pool) }),
  };
}

/** Private to lib/db: everyone else goes through inInstitution. */
export function connections(): Connections {
  kept.sanakConnections ??= open();
  return kept.sanakConnections;
}

/** Ends all connections; for tests and scripts, which must come to an end. */
export async function closeConnections(): Promise<void> {
  const open = kept.sanakConnections;
  delete kept.sanakConnections;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
