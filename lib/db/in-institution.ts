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

const CANCEL_AGAIN_MS = 200;

/** Cancels what the client's backend does, again and again until `end` is called: a statement may begin after the first. */
async function cancelling(client: BulkClient, stopped: AbortSignal): Promise<{ end: () => void }> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const pid = rows[0]?.pid;
  const cancel = () =>
    void connections()
      .pool.query("select pg_cancel_backend($1)", [pid])
      .catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    cancel();
    timer = setInterval(cancel, CANCEL_AGAIN_MS);
  };
  stopped.addEventListener("abort", begin, { once: true });
  if (stopped.aborted) begin();
  return {
    end: () => {
      stopped.removeEventListener("abort", begin);
      clearInterval(timer);
    },
  };
}

/**
 * The same for bulk work (COPY, set-based SQL, no time limit), on a plain pg client. Where `stopped` is aborted, the
 * statement that runs is cancelled and all is rolled back.
 */
export async function inInstitutionBulk<T>(
  { institutionId }: InstitutionScope,
  run: (client: BulkClient) => Promise<T>,
  stopped?: AbortSignal,
): Promise<T> {
  const client = await connections().pool.connect();
  const ignoreLateErrors = () => undefined;
  client.on("error", ignoreLateErrors);
  let failure: Error | undefined;
  let cancel: { end: () => void } | undefined;
  try {
    if (stopped) cancel = await cancelling(client, stopped);
    await client.query("begin");
    await client.query("select set_config('sanak.institution', $1, true)", [institutionId]);
    const result = await run(client);
    stopped?.throwIfAborted();
    await client.query("commit");
    return result;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    cancel?.end();
    client.off("error", ignoreLateErrors);
    // A client whose work failed is closed, not put back: its state is not known; nor one that a cancel may still reach.
    client.release(failure ?? stopped?.aborted);
  }
}
