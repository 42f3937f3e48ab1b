import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** A row of a file on its way into the database: its canonical fields, or what is wrong with it. */
export type StagedRow = {
  rowNo: number;
  cells: readonly string[];
  /** Text values by field name; days as YYYY-MM-DD, "" where the file does not say. Null: the row is wrong. */
  fact: Readonly<Record<string, string>> | null;
  issues: readonly object[];
};

// COPY does not go through row-level security, so rows come in by a table of the transaction's own.
const CREATE = `
  create temporary table staged (
    row_no integer not null,
    outcome text,
    student_id integer,
    cells jsonb not null,
    fact jsonb,
    issues jsonb not null,
    changes jsonb not null default '[]',
    known_id bigint
  ) on commit drop`;

function field(text: string): string {
  // PostgreSQL's text cannot hold the zero character; the reader has told it as damage already.
  return `"${text.replaceAll("\0", "\uFFFD").replaceAll('"', '""')}"`;
}

function json(value: unknown): string {
  return field(JSON.stringify(value).replaceAll("\\u0000", "\\ufffd"));
}

function line({ rowNo, cells, fact, issues }: StagedRow): string {
  const factColumn = fact === null ? "" : json(fact);
  return `${rowNo},${json(cells)},${factColumn},${json(issues)}\n`;
}

async function* lines(
  rows: AsyncIterable<StagedRow>,
  onProgress: (done: number) => Promise<void>,
): AsyncGenerator<string> {
  let done = 0;
  let chunk = "";
  for await (const row of rows) {
    chunk += line(row);
    done += 1;
    if (done % 5000 === 0) await onProgress(done);
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = "";
    }
  }
  yield chunk;
}

/** Brings the rows of a file into the transaction's own table `staged`; returns how many there were. */
export async function stageFile(
  client: pg.PoolClient,
  rows: AsyncIterable<StagedRow>,
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  await client.query(CREATE);
  const copy = client.query(
    copyFrom("copy staged (row_no, cells, fact, issues) from stdin with (format csv)"),
  );
  await pipeline(Readable.from(lines(rows, onProgress)), copy);
  await client.query("analyze staged");
}

/** Issues that come from comparing with other rows and the database; found anew at each comparison. */
const COMPARED = `('documentOfAnother', 'conflictingRows')`;

/** The same table again from what was kept of the file, for the commit. */
export async function stageKept(client: pg.PoolClient, importId: string): Promise<void> {
  await client.query(CREATE);
  await client.query(
    `insert into staged (row_no, cells, fact, issues)
     select row_no, '[]', fact, coalesce(
       (select jsonb_agg(issue) from jsonb_array_elements(issues) issue where issue->>'code' not in ${COMPARED}),
       '[]')
     from import_row where institution_id = current_institution() and import_id = $1`,
    [importId],
  );
  await client.query("analyze staged");
}

/** Keeps the compared rows in import_row, in place of what was there. */
export async function keepStaged(client: pg.PoolClient, importId: string): Promise<void> {
  await client.query(
    "delete from import_row where institution_id = current_institution() and import_id = $1",
    [importId],
  );
  await client.query(
    `insert into import_row (institution_id, import_id, row_no, outcome, student_id, cells, fact, issues, changes)
     select current_institution(), $1, row_no, outcome, student_id,
       array(select jsonb_array_elements_text(cells)), fact, issues, changes
     from staged order by row_no`,
    [importId],
  );
}

/** Writes what the second comparison found beside the rows that are kept already. */
export async function keepOutcomes(client: pg.PoolClient, importId: string): Promise<void> {
  await client.query(
    `update import_row r set outcome = t.outcome, student_id = t.student_id, issues = t.issues, changes = t.changes
     from staged t
     where r.institution_id = current_institution() and r.import_id = $1 and r.row_no = t.row_no
       and (r.outcome, r.student_id, r.issues, r.changes)
         is distinct from (t.outcome, t.student_id, t.issues, t.changes)`,
    [importId],
  );
}

/** How many rows have each outcome, of those staged. */
export async function countStaged(client: pg.PoolClient): Promise<Record<string, number>> {
  const { rows } = await client.query<{ outcome: string; count: number }>(
    "select outcome, count(*)::int as count from staged group by outcome",
  );
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}
