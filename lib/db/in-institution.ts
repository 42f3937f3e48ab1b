import "server-only";
import type pg from "pg";
import { connections } from "./connection";
import type { Prisma } from "./generated/client";

/** An open transaction in which only one institution's rows exist. */
export type Tx = Prisma.TransactionClient;

/** A connection of bulk work, inside inInstitutionBulk. */
export type BulkClient = pg.PoolClient;

/** What decides whose rows are seen. An Actor is one. */
export type InstitutionScope = { institutionId: string };

/**
 * The way to the database: opens a transaction and names the institution that
 * row-level security checks every row against. Rolls back when `run` throws, or has not come to its
 * end after `timeout` milliseconds.
 */
export async function inInstitution<T>(
  { institutionId }: InstitutionScope,
  run: (tx: Tx) => Promise<T>,
  timeout = 120_000,
): Promise<T> {
  return connections().prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('sanak.institution', ${institutionId}, true)`;
      return run(tx);
    },
    { maxWait: 10_000, timeout },
  );
}

/** The same for bulk work (COPY, set-based SQL, no time limit), on a plain pg client. */
export async function inInstitutionBulk<T>(
  { institutionId }: InstitutionScope,
  run: (client: BulkClient) => Promise<T>,
): Promise<T> {
  const client = await connections().pool.connect();
  const ignoreLateErrors = () => undefined;
  client.on("error", ignoreLateErrors);
  let failure: Error | undefined;
  try {
    await client.query("begin");
    await client.query("select set_config('sanak.institution', $1, true)", [institutionId]);
    const result = await run(client);
    await client.query("commit");
    return result;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.off("error", ignoreLateErrors);
    // A client whose work failed is closed, not put back: its state is not known.
    client.release(failure);
  }
}
