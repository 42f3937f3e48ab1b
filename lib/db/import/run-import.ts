import "server-only";
import type pg from "pg";
import { ASIDE_CODES } from "@/lib/import/row-issue";
import { TOUCH_FACTS_SQL } from "../facts-version";
import { type InstitutionScope, inInstitutionBulk } from "../in-institution";
import { reduceImages, takeImages } from "./before-images";
import { COMPARE_CROSSINGS } from "./compare-crossings";
import { COMPARE_GROUNDS } from "./compare-grounds";
import { COMPARE_RESIDENTS, STAGE_RESIDENTS, WRITE_RESIDENTS } from "./compare-residents";
import { COMPARE_ROSTER, STAGE_ROSTER } from "./compare-roster";
import type { StagedChunk } from "./copy-lines";
import { markReviewedAgain } from "./finish";
import { identifyPeople } from "./identify";
import { IMPORT_LOCK } from "./import-lock";
import { type ImportKind, type OutcomeCounts, STAYING_OUT } from "./import-words";
import { refreshSearchKeys } from "./search-keys";
import { countStaged, keepOutcomes, keepStaged, stageFile } from "./staging";
import { WRITE_CROSSINGS, WRITE_GROUNDS, WRITE_ROSTER } from "./write";

/** Lists of people: whose their rows are is found before they are compared. */
const STAGE_PEOPLE: Readonly<Partial<Record<ImportKind, readonly string[]>>> = {
  roster: STAGE_ROSTER,
  residents: STAGE_RESIDENTS,
};
const COMPARE: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: COMPARE_ROSTER,
  crossings: COMPARE_CROSSINGS,
  grounds: COMPARE_GROUNDS,
  residents: COMPARE_RESIDENTS,
};
const WRITE: Readonly<Record<ImportKind, readonly string[]>> = {
  roster: WRITE_ROSTER,
  crossings: WRITE_CROSSINGS,
  grounds: WRITE_GROUNDS,
  residents: WRITE_RESIDENTS,
};

/**
 * Rows that are no rows of the list are no errors either: nobody has to agree to leave them out. Nor are those that a
 * person has left out already.
 */
const SET_ASIDE = `
  update staged t set outcome = case f.issues -> 0 ->> 'code' when 'leftOutByPerson' then 'leftOut' else 'aside' end
  from file_row f
  where f.row_no = t.row_no and not f.fine
    and f.issues -> 0 ->> 'code' in (${["leftOutByPerson", ...ASIDE_CODES].map((code) => `'${code}'`).join(", ")})`;

async function runAll(client: pg.PoolClient, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/** Says of each row what would become of it; a preview and the commit ask the same. */
async function compare(client: pg.PoolClient, kind: ImportKind, importId: string): Promise<void> {
  const stage = STAGE_PEOPLE[kind];
  if (stage) {
    await runAll(client, stage);
    await identifyPeople(client, kind, importId);
  }
  await runAll(client, [...COMPARE[kind], SET_ASIDE]);
}

export type ReadReport = {
  /** Of how many rows the file's table consists so far. */
  onRows: (done: number) => Promise<void>;
  /** All rows are in; comparing begins. */
  onComparing: () => Promise<void>;
  /** What is kept of the import when all is compared; runs in the same transaction. */
  finish: (client: pg.PoolClient, counts: OutcomeCounts) => Promise<void>;
  /** Aborted where the import was taken out of the job's hands: all is rolled back. */
  stopped: AbortSignal;
};

/** Reads a file's rows into import_row and says of each what would become of it. All or nothing. */
export async function readIntoRows(
  scope: InstitutionScope,
  { id, kind }: { id: string; kind: ImportKind },
  chunks: AsyncIterable<StagedChunk>,
  report: ReadReport,
): Promise<void> {
  const read = async (client: pg.PoolClient) => {
    await stageFile(client, kind, chunks, report.onRows);
    await report.onComparing();
    await compare(client, kind, id);
    await keepStaged(client, id);
    await report.finish(client, await countStaged(client));
  };
  await inInstitutionBulk(scope, read, report.stopped);
}

/** Reads a file's rows once more and compares them, for `run` to look at; keeps only what `run` writes. */
export async function rehearse(
  scope: InstitutionScope,
  { id, kind }: { id: string; kind: ImportKind },
  chunks: AsyncIterable<StagedChunk>,
  run: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  await inInstitutionBulk(scope, async (client) => {
    await stageFile(client, kind, chunks, async () => undefined);
    await compare(client, kind, id);
    await run(client);
  });
}

export type WrittenImport = { counts: OutcomeCounts; studentIds: number[] };

export type WriteReport = {
  onRows: (done: number) => Promise<void>;
  onStage: (stage: "comparing" | "writing") => Promise<void>;
  /** What is kept of the import when all is written; runs in the same transaction. */
  finish: (client: pg.PoolClient, written: WrittenImport) => Promise<void>;
  /** Aborted where the import was taken out of the job's hands: all is rolled back. */
  stopped: AbortSignal;
};

/** Whether rows of the list stay out other than those that a person was told of, and agreed to. */
function leavesOutOthers(counts: OutcomeCounts, agreed: OutcomeCounts | null): boolean {
  return STAYING_OUT.some((outcome) => (counts[outcome] ?? 0) !== (agreed?.[outcome] ?? 0));
}

async function writeStaged(
  client: pg.PoolClient,
  { id, kind }: { id: string; kind: ImportKind },
): Promise<number[]> {
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
  // Where a student lives is none of the facts of stay.
  if (studentIds.length > 0 && kind !== "residents") {
    await client.query(TOUCH_FACTS_SQL, [studentIds]);
  }
  return studentIds;
}

/**
 * Writes the rows of an import that is being committed, read once more from its file and compared anew with the
 * database as it is now. Where other rows would stay out than `counts` had told, nothing is written and the import
 * waits for a person again. Null where nothing was written. One transaction; it does not hold the import's own row
 * while it works, so that the import can be discarded meanwhile.
 */
export async function writeRows(
  scope: InstitutionScope,
  record: { id: string; kind: ImportKind; counts: OutcomeCounts | null },
  chunks: AsyncIterable<StagedChunk>,
  { onRows, onStage, finish, stopped }: WriteReport,
): Promise<WrittenImport | null> {
  const { id, kind } = record;
  const write = async (client: pg.PoolClient) => {
    await stageFile(client, kind, chunks, onRows);
    await client.query(IMPORT_LOCK);
    const current = await client.query(
      "select from import where institution_id = current_institution() and id = $1 and state = 'committing'",
      [id],
    );
    if (current.rowCount === 0) return null;
    await onStage("comparing");
    await compare(client, kind, id);
    const counts: OutcomeCounts = await countStaged(client);
    if (leavesOutOthers(counts, record.counts)) {
      await keepOutcomes(client, id);
      await markReviewedAgain(client, id, counts);
      return null;
    }
    await onStage("writing");
    const written = { counts, studentIds: await writeStaged(client, record) };
    await finish(client, written);
    return written;
  };
  return inInstitutionBulk(scope, write, stopped);
}
