import "server-only";
import { type Day, formatDay } from "@/lib/civil-date/day";
import { type BulkClient, type InstitutionScope, inInstitutionBulk } from "../in-institution";
import type { ImportKind, OutcomeCounts } from "./import-words";
import { type StagedTable, TEMPORARY } from "./staged-table";
import { prepareJoins } from "./staging";

/** Of a shorter file reading it once more costs nothing. */
const KEPT_FROM = 2000;
/** Rosters and grounds are short, and their rows are compared by more than the table could keep. */
const KEPT_KINDS: readonly ImportKind[] = ["crossings"];

/** The import's own table: unlogged, so after a crash of the server it is there and empty. */
function tableOf(importId: string): string {
  if (!/^[0-9a-f-]{36}$/.test(importId)) throw new Error("no key of an import");
  return `import_staging."rows_${importId}"`;
}

/**
 * All that a comparison depends on beside the file and its recipe: the facts of the institution, which raise its
 * version in the transaction that changes them; what was imported and taken back; who there is; and the day.
 */
const STAMP = `
  select concat_ws('/', $1::text, i.facts_version,
    (select count(*) from student s where s.institution_id = i.id),
    (select max(greatest(m.committed_at, m.undone_at)) from import m where m.institution_id = i.id)) as stamp
  from institution i where i.id = current_institution()`;

/** Changes whenever comparing the same file might come to another result. Take it before the comparison. */
export async function comparisonStamp(client: BulkClient, asOf: Day): Promise<string> {
  const { rows } = await client.query<{ stamp: string }>(STAMP, [formatDay(asOf)]);
  return rows[0]?.stamp ?? "";
}

/** Where the rows of an import are to be compared: what was kept of an earlier check goes. */
export async function placeToCompare(
  client: BulkClient,
  { id, kind }: { id: string; kind: ImportKind },
  rows: number,
): Promise<StagedTable> {
  const table = tableOf(id);
  await client.query(`drop table if exists ${table}`);
  return KEPT_KINDS.includes(kind) && rows > KEPT_FROM ? { lasting: table } : TEMPORARY;
}

/**
 * Keeps what was compared, in its order, so that it need not be read and compared once more to be written. The rows are
 * seen by their institution alone.
 */
export async function keepForWriting(
  client: BulkClient,
  { institutionId }: InstitutionScope,
  { lasting: table }: StagedTable,
  stamp: string,
): Promise<void> {
  if (table === null) return;
  await client.query(`alter table ${table} enable row level security, force row level security`);
  await client.query(`create policy own_institution on ${table}
    using ((select current_institution()) = ${client.escapeLiteral(institutionId)}::uuid)`);
  await client.query(`comment on table ${table} is ${client.escapeLiteral(stamp)}`);
  await client.query("drop view staged");
}

const rowsIn = (counts: OutcomeCounts) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Whether the check of an import has kept its rows and nothing has changed since, so far as can be known without the lock. */
export async function mayStageKept(
  client: BulkClient,
  { id, asOf }: { id: string; asOf: Day },
): Promise<boolean> {
  const { rows } = await client.query<{ stamp: string | null }>(
    "select obj_description(to_regclass($1), 'pg_class') as stamp",
    [tableOf(id)],
  );
  return rows[0]?.stamp === (await comparisonStamp(client, asOf));
}

type Checked = { id: string; counts: OutcomeCounts | null; asOf: Day };

/**
 * Makes `staged` of what the check of an import kept, if nothing has changed since: a table of its own, which may be changed and
 * indexed. False where something has, or where the server has lost it: the file is to be read and compared again.
 */
export async function stageKept(client: BulkClient, checked: Checked): Promise<boolean> {
  if (!(await mayStageKept(client, checked))) return false;
  const made = `create temporary table staged on commit drop as select * from ${tableOf(checked.id)}`;
  if (!(await stageAs(client, made, "drop table staged", checked))) return false;
  await client.query("analyze staged");
  return true;
}

/**
 * The same for who only reads what is staged: `staged` is what was kept itself, not a million rows written once more. It goes with
 * `dropKept`, in the same transaction.
 */
export async function showKept(client: BulkClient, checked: Checked): Promise<boolean> {
  if (!(await mayStageKept(client, checked))) return false;
  const made = `create temporary view staged as select * from ${tableOf(checked.id)}`;
  return stageAs(client, made, "drop view staged", checked);
}

async function stageAs(
  client: BulkClient,
  made: string,
  undone: string,
  { counts }: Checked,
): Promise<boolean> {
  await client.query(made);
  // After a crash of the server all of it is gone: nothing else takes rows out.
  const { rowCount } = await client.query("select from staged limit 1");
  if (rowCount === 0) {
    await client.query(undone);
    return false;
  }
  await prepareJoins(client, rowsIn(counts ?? {}));
  return true;
}

/** Makes `staged` a table of its own where it only shows what was kept: it may be changed and indexed then. */
export async function ownStaged(client: BulkClient): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_class where oid = 'staged'::regclass and relkind = 'v'",
  );
  if (rowCount === 0) return;
  await client.query("alter view staged rename to staged_kept");
  await client.query("create temporary table staged on commit drop as select * from staged_kept");
  await client.query("analyze staged");
}

/** What was kept of an import that is written, and `staged` where that shows it. */
export async function dropKept(client: BulkClient, importId: string): Promise<void> {
  await client.query(`drop table if exists ${tableOf(importId)} cascade`);
}

const UNUSED = `
  select i.id from import i
  join pg_class c on c.relname = 'rows_' || i.id and c.relnamespace = 'import_staging'::regnamespace
  where i.institution_id = current_institution() and i.state not in ('reading', 'ready', 'committing')`;

/** What was kept of imports that nobody will write any more. */
export async function dropUnusedStaging(scope: InstitutionScope): Promise<void> {
  await inInstitutionBulk(scope, async (client) => {
    const { rows } = await client.query<{ id: string }>(UNUSED);
    for (const { id } of rows) await dropKept(client, id);
  });
}
