import "server-only";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { saysWho } from "@/lib/import/targets";
import type { StagedChunk } from "./copy-lines";
import { type ImportKind, type ImportRecord, type Outcome, STAYING_OUT } from "./import-words";
import { stagedFields } from "./staged-fields";

/**
 * Two tables that nobody but the transaction sees, because COPY does not go through row-level security. `file_row` holds the rows as
 * they came, in the file's order, with the cells of a whole block in its last row (copyLines); comparing makes `staged` of it: row_no, part (1 for the second crossing of one row), `fine` (the row is a fact), the fact's columns,
 * student_id, known_id (what the database holds already), outcome, issues (found by comparing) and changes. Both null: none.
 */
const columnsOf = (kind: ImportKind, withWho: boolean) => `(
    row_no integer not null, part smallint not null, block integer not null, fine boolean not null, original text, issues jsonb,
    ${stagedFields(kind, withWho)
      .map(([, name, type]) => `${name} ${type}, `)
      .join("")} cells text)`;

/**
 * The rows of a log are so many that several processes of the database compare them, which temporary tables do not allow: such a
 * file has an unlogged one, which is dropped before anybody else could see it.
 */
const READ_TOGETHER: readonly ImportKind[] = ["crossings"];

async function createFileRow(
  client: pg.PoolClient,
  kind: ImportKind,
  columns: string,
): Promise<string> {
  if (!READ_TOGETHER.includes(kind)) {
    await client.query(`create temporary table file_row ${columns} on commit drop`);
    return "file_row";
  }
  const table = `import_staging."file_${randomUUID()}"`;
  await client.query(`create unlogged table ${table} ${columns}`);
  await client.query(`create temporary view file_row as select * from ${table}`);
  return table;
}

/** Statements that join many rows row by row take minutes; of few rows they are quickest. */
const MANY_ROWS = 2000;

/** Chunks that wait for a database which is slower than the reader. */
const WAITING = 2;

/**
 * As bytes at once: a text made of thousands of pieces, waiting as such for the database, outlives the room for new objects with all
 * its pieces, and a hundred megabytes of them pile up.
 */
async function* bytesOf(
  chunks: AsyncIterable<StagedChunk>,
  onRows: (done: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const { rows, text } of chunks) {
    yield Buffer.from(text);
    done += rows;
    await onRows(done);
  }
}

/** Rows of a file in the database; `drop` them when they are no longer needed, at the latest before the transaction ends. */
export type StagedFile = { rows: number; drop: () => Promise<void> };

/** Brings the rows of a file into the transaction's own table `file_row`; returns how many there were. */
export async function stageFile(
  client: pg.PoolClient,
  { kind, mapping }: Pick<ImportRecord, "kind" | "mapping">,
  chunks: AsyncIterable<StagedChunk>,
  onRows: (done: number) => Promise<void>,
): Promise<StagedFile> {
  const table = await createFileRow(client, kind, columnsOf(kind, saysWho(kind, mapping)));
  // They are large, and gone in a moment: packing them would take longer than writing.
  await client.query(`alter table ${table} alter column cells set storage external`);
  const copy = client.query(copyFrom(`copy ${table} from stdin`));
  await pipeline(Readable.from(bytesOf(chunks, onRows), { highWaterMark: WAITING }), copy);
  await prepareJoins(client, copy.rowCount);
  await client.query(`analyze ${table}`);
  return {
    rows: copy.rowCount,
    drop: async () => void (await client.query(`drop table ${table} cascade`)),
  };
}

/** Lets the transaction's statements join as suits so many staged rows. */
export async function prepareJoins(client: pg.PoolClient, rows: number): Promise<void> {
  // Statistics lag behind when an institution is new; a plan that trusts them may join every row with every other.
  if (rows > MANY_ROWS) await client.query("set local enable_nestloop = off");
  await client.query("set local work_mem = '128MB'");
  // Rows of a log are handed on by the million: at the usual price the planner would let one process do it all.
  await client.query("set local parallel_tuple_cost = 0.01");
  // How many rows there are is what a plan is chosen by: a small sample will do.
  await client.query("set local default_statistics_target = 10");
}

/** The cells of each row of `file_row`, taken out of its block: row_no, part, cells. */
export const CELLS_OF_ROWS = `
  select n.row_no, n.part, c.cells
  from (select row_no, part, block, row_number() over (partition by block order by row_no, part) as place from file_row) n
  join (
    select b.block, line.cells, line.place
    from file_row b, unnest(string_to_array(b.cells, E'\\n')) with ordinality line(cells, place)
  ) c on c.block = n.block and c.place = n.place`;

/** What stands in the blocks of each compared row; a log has brought along what stands in `file_row`, so that a million rows are not joined. */
const rowsToKeep = (kind: ImportKind) =>
  READ_TOGETHER.includes(kind)
    ? "select * from staged"
    : `select t.row_no, t.part, t.outcome, t.student_id, t.known_id, t.issues, t.changes, f.block, f.original, f.issues as read_issues
       from file_row f join staged t on t.row_no = f.row_no and t.part = f.part`;

/** The remarks of the reader, then those of the comparison; null: none. */
const ALL_ISSUES = "nullif(coalesce(read_issues || issues, read_issues, issues), '[]')";

/** A list of a block's values in the order of its rows. */
const inOrder = (value: string) => `array_agg(${value} order by row_no, part)`;

/** Keeps the compared rows, block by block, in place of what was there. */
export async function keepStaged(
  client: pg.PoolClient,
  { id, kind }: Pick<ImportRecord, "id" | "kind">,
): Promise<void> {
  await client.query(
    "delete from import_block where institution_id = current_institution() and import_id = $1",
    [id],
  );
  await client.query(
    `with kept as (
       select block, min(row_no) as first_row, max(row_no) as last_row, ${inOrder("row_no")} as row_nos, ${inOrder("part")} as parts,
         ${inOrder("outcome")} as outcomes, ${inOrder("student_id")} as student_ids, ${inOrder("known_id")} as known_ids,
         ${inOrder("original")} as originals, ${inOrder(ALL_ISSUES)} as issues, ${inOrder("nullif(changes, '[]')")} as changes,
         bool_or(${ALL_ISSUES} is not null) as remarked, array_agg(distinct outcome) as kinds
       from (${rowsToKeep(kind)}) t group by block)
     insert into import_block (institution_id, import_id, first_row, last_row, row_nos, parts, outcomes, student_ids, known_ids,
       cells, originals, issues, changes, remarked, kinds)
     select current_institution(), $1, first_row, last_row, row_nos, parts, outcomes, student_ids, known_ids, f.cells, originals,
       k.issues, changes, remarked, kinds
     from kept k join file_row f on f.block = k.block and f.cells is not null`,
    [id],
  );
}

/** Rows that put something into the facts, or take something out of them. */
const WRITING: readonly Outcome[] = ["new", "changed"];

/**
 * Whether anything would become of the rows but what a person has agreed to: others stay out, or one is written otherwise, about
 * another student or in place of other values than were shown. That another import has written a row just so meanwhile is no such thing.
 */
export async function isOtherThanAgreed(client: pg.PoolClient, importId: string): Promise<boolean> {
  const { rows } = await client.query<{ other: boolean }>(
    `select exists (
       select from staged t
       join import_row r on r.institution_id = current_institution() and r.import_id = $1 and r.row_no = t.row_no
         and r.part = t.part
       where r.outcome <> t.outcome and (r.outcome = any($2) or t.outcome = any($2) or t.outcome = any($3))
         or t.outcome = any($3) and (r.student_id is distinct from t.student_id or r.changes <> coalesce(t.changes, '[]'))) as other`,
    [importId, STAYING_OUT, WRITING],
  );
  return rows[0]?.other ?? false;
}

/** How many rows have each outcome, of those staged. */
export async function countStaged(client: pg.PoolClient): Promise<Record<string, number>> {
  const { rows } = await client.query<{ outcome: string; count: number }>(
    "select outcome, count(*)::int as count from staged group by outcome",
  );
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}
