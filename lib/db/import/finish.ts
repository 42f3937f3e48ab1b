import "server-only";
import type pg from "pg";
import type { ImportRecord, OutcomeCounts, Overtaken } from "./import-words";
import { recordHits } from "./mends";
import type { UndoCounts } from "./undo-words";

/** The import was taken out of the job's hands (discarded) while it ran: its transaction is undone. */
export class ImportMovedOn extends Error {
  constructor() {
    super("the import is in another state by now");
    this.name = "ImportMovedOn";
  }
}

/** Read and compared: it waits for a person. */
export async function markReady(
  client: pg.PoolClient,
  id: string,
  read: {
    counts: OutcomeCounts;
    format: object;
    mapping: readonly (string | null)[];
    answers: object;
    /** The version of the mends with which it was read. */
    mendVersion: number;
    mendHits: ReadonlyMap<number, number>;
  },
): Promise<void> {
  const { rowCount } = await client.query(
    `update import set state = 'ready', progress = null, problem = null, counts = $2, format = $3, mapping = $4, answers = $5,
       effect = null, checked_version = $6
     where institution_id = current_institution() and id = $1 and state = 'reading'`,
    [
      id,
      JSON.stringify(read.counts),
      JSON.stringify(read.format),
      JSON.stringify(read.mapping),
      JSON.stringify(read.answers),
      read.mendVersion,
    ],
  );
  if (rowCount !== 1) throw new ImportMovedOn();
  await recordHits(client, id, read);
}

/**
 * Written, with what was written and by whom in the audit. The time is that under the lock, not that of the
 * transaction's begin: it tells the order in which imports were written.
 */
export async function markCommitted(
  client: pg.PoolClient,
  id: string,
  userId: string | null,
  { counts, overtaken }: { counts: OutcomeCounts; overtaken: Overtaken | null },
): Promise<void> {
  const { rowCount } = await client.query(
    `update import set state = 'committed', progress = null, problem = null, counts = $2, overtaken = $3, committed_at = clock_timestamp()
     where institution_id = current_institution() and id = $1 and state = 'committing'`,
    [id, JSON.stringify(counts), overtaken === null ? null : JSON.stringify(overtaken)],
  );
  if (rowCount !== 1) throw new ImportMovedOn();
  await client.query(
    `insert into audit_event (institution_id, user_id, action, entity, entity_id, detail)
     values (current_institution(), $1, 'imports.written', 'import', $2, $3)`,
    [userId, id, JSON.stringify(counts)],
  );
}

/** Other than was agreed to would become of its rows: it waits for a person once more, and says so; what it means for students is to be found out anew. */
export async function markReviewedAgain(
  client: pg.PoolClient,
  id: string,
  counts: OutcomeCounts,
): Promise<void> {
  const { rowCount } = await client.query(
    `update import set state = 'ready', progress = null, problem = '{"code":"agreedChanged"}', counts = $2, effect = null
     where institution_id = current_institution() and id = $1 and state = 'committing'`,
    [id, JSON.stringify(counts)],
  );
  if (rowCount !== 1) throw new ImportMovedOn();
}

/** Taken back, with what it came to and by whom in the audit. */
export async function markUndone(
  client: pg.PoolClient,
  { id, undoneBy, undo }: ImportRecord,
  counts: UndoCounts,
): Promise<void> {
  await client.query(
    `update import set state = 'undone', progress = null, problem = null, undo = $2, undone_at = clock_timestamp()
     where institution_id = current_institution() and id = $1`,
    [id, JSON.stringify({ ...undo, counts })],
  );
  await client.query(
    `insert into audit_event (institution_id, user_id, action, entity, entity_id, detail)
     values (current_institution(), $1, 'imports.undone', 'import', $2, $3)`,
    [undoneBy, id, JSON.stringify(counts)],
  );
}
