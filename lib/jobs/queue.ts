import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import { CONNECTION_OPTIONS } from "@/lib/db/connection";
import type { Tx } from "@/lib/db/in-institution";
import { QUEUE_SCHEMA } from "@/lib/db/migrations/install-queue";
import { env } from "@/lib/env/env";
import { log } from "@/lib/log/log";
import { JOB_NAMES, type JobData, type JobName } from "./job";

const kept = globalThis as typeof globalThis & { sanakQueue?: Promise<PgBoss> };

/** A worker that says nothing for so long is dead, and its job is given to another. */
const HEARTBEAT_SECONDS = 20;
const LONGEST_JOB_SECONDS = 4 * 60 * 60;

async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    options: CONNECTION_OPTIONS,
    schema: QUEUE_SCHEMA,
    max: 4,
    connectionTimeoutMillis: 10_000,
    useListenNotify: true,
    // Its tables are made and changed by `npm run migrate`, under the owner's role.
    migrate: false,
    createSchema: false,
    reindex: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  await boss.start();
  for (const name of JOB_NAMES) {
    await boss.createQueue(name, {
      notify: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: LONGEST_JOB_SECONDS,
      retryLimit: 3,
      retryDelay: 2,
    });
  }
  return boss;
}

/** The process's one connection to the queue. Private to lib/jobs. */
export function queue(): Promise<PgBoss> {
  kept.sanakQueue ??= open().catch((error: unknown) => {
    delete kept.sanakQueue;
    throw error;
  });
  return kept.sanakQueue;
}

/** Lets running jobs finish for at most `seconds`; what does not is done again after the next start. */
export async function closeQueue(seconds = 5): Promise<void> {
  const opened = kept.sanakQueue;
  delete kept.sanakQueue;
  if (opened === undefined) return;
  await (await opened).stop({ graceful: true, timeout: seconds * 1000 });
}

/**
 * Puts work into the queue. With `tx` it is part of that transaction: the job exists when, and only if, the rows that
 * it will look for do.
 */
export async function enqueue<Name extends JobName>(
  name: Name,
  data: JobData[Name],
  tx?: Tx,
): Promise<void> {
  const boss = await queue();
  const id = await boss.send(name, data, tx === undefined ? {} : { db: fromPrisma(tx) });
  if (id === null) throw new Error(`the queue did not take ${name}`);
}
