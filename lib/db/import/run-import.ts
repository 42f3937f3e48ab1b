import "server-only";
import type pg from "pg";
import { ASIDE_CODES } from "@/lib/import/row-issue";
import { TOUCH_FACTS_SQL } from "../facts-version";
import { type InstitutionScope, inInstitutionBulk } from "../in-institution";
import { reduceImages, takeImages } from "./before-images";
import { COMPARE_CROSSINGS } from "./compare-crossings";
import { COMPARE_GROUNDS } from "./compare-grounds";
import { COMPARE_ROSTER } from "./compare-roster";
import type { StagedChunk } from "./copy-lines";
import { IMPORT_LOCK } from "./import-lock";
import type { ImportKind, OutcomeCounts } from "./import-words";
import { refreshSearchKeys } from "./search-keys";
import { countStaged, keepOutcomes, keepStaged, stageFile } from "./staging";
import { WRITE_CROSSINGS, WRITE_GROUNDS, WRITE_ROSTER } from "./write";

const COMPARE: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: COMPARE_ROSTER,
  crossings: COMPARE_CROSSINGS,
  grounds: COMPARE_GROUNDS,
};
const WRITE: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: WRITE_ROSTER,
  crossings: WRITE_CROSSINGS,
  grounds: WRITE_GROUNDS,
};

/** Rows that are no rows of the list are no errors either: nobody has to agree to leave them out. */
const SET_ASIDE = `
  update staged t set outcome = 'aside' from file_row f
  where f.row_no = t.row_no and not f.fine
    and f.issues -> 0 ->> 'code' in (${ASIDE_CODES.map((code) => `'${code}'`).join(", ")})`;

async function runAll(client: pg.PoolClient, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

export type ReadReport = {
  /** Of how many rows the file's table consists so far. */
  onRows: (done: number) => Promise<void>;
  /** All rows are in; comparing begins. */
  onComparing: () => Promise<void>;
  /** What is kept of the import when all is compared; runs in the same transaction. */
  finish: (client: pg.PoolClient, counts: OutcomeCounts) => Promise<void>;
};

/** Reads a file's rows into import_row and says of each what would become of it. All or nothing. */
export async function readIntoRows(
  scope: InstitutionScope,
  { id, kind }: { id: string; kind: ImportKind },
  chunks: AsyncIterable<StagedChunk>,
  report: ReadReport,
): Promise<void> {
  await inInstitutionBulk(scope, async (client) => {
    await stageFile(client, kind, chunks, report.onRows);
    await report.onComparing();
    await runAll(client, [...COMPARE[kind], SET_ASIDE]);
    await keepStaged(client, id);
    await report.finish(client, await countStaged(client));
  });
}

/** Reads a file's rows once more and compares them, for `run` to look at; keeps only what `run` writes. */
export async function rehearse(
  scope: InstitutionScope,
  kind: ImportKind,
  chunks: AsyncIterable<StagedChunk>,
  run: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  await inInstitutionBulk(scope, async (client) => {
    await stageFile(client, kind, chunks, async () => undefined);
    await runAll(client, COMPARE[kind]);
    await run(client);
  });
}

export type WrittenImport = { counts: OutcomeCounts; studentIds: number[] };

/**
 * Writes the rows of an import that is being committed, read once more from its file and compared anew with the
 * database as it is now; null where it is not being committed (any more): then nothing is done. One transaction.
 */
export async function writeRows(
  scope: InstitutionScope,
  { id, kind }: { id: string; kind: ImportKind },
  chunks: AsyncIterable<StagedChunk>,
  finish: (client: pg.PoolClient, written: WrittenImport) => Promise<void>,
): Promise<WrittenImport | null> {
  return inInstitutionBulk(scope, async (client) => {
    await stageFile(client, kind, chunks, async () => undefined);
    await client.query(IMPORT_LOCK);
    const current = await client.query(
      "select from import where institution_id = current_institution() and id = $1 and state = 'committing' for no key update",
      [id],
    );
    if (current.rowCount === 0) return null;
    await runAll(client, [...COMPARE[kind], SET_ASIDE]);
    const counts = await countStaged(client);
    await takeImages(client, kind, id);
    for (const statement of WRITE[kind]) {
      await client.query(statement, statement.includes("$1") ? [id] : []);
    }
    await reduceImages(client, kind, id);
    await keepOutcomes(client, id);
    const { rows } = await client.query<{ id: number }>(
      "select distinct student_id as id from staged where outcome in ('new', 'changed') order by 1",
    );
    const studentIds = rows.map((row) => row.id);
    if (kind === "roster") await refreshSearchKeys(client, studentIds);
    if (studentIds.length > 0) await client.query(TOUCH_FACTS_SQL, [studentIds]);
    const written = { counts, studentIds };
    await finish(client, written);
    return written;
  });
}
