import "server-only";
import type pg from "pg";
import type { Day } from "@/lib/civil-date/day";
import { ASIDE_CODES } from "@/lib/import/row-issue";
import { saysWho } from "@/lib/import/targets";
import { TOUCH_FACTS_SQL } from "../facts-version";
import { type InstitutionScope, inInstitutionBulk } from "../in-institution";
import { findAlikeNumbers } from "./alike-numbers";
import { reduceImages, takeImages } from "./before-images";
import { COMPARE_ANSWERS, STAGE_ANSWERS } from "./compare-answers";
import { compareCrossings } from "./compare-crossings";
import { compareGrounds } from "./compare-grounds";
import { compareResidents, STAGE_RESIDENTS, writeResidents } from "./compare-residents";
import { COMPARE_ROSTER, STAGE_ROSTER } from "./compare-roster";
import type { StagedChunk } from "./copy-lines";
import { keepDigest } from "./digest";
import { findEmptyInRoster } from "./empty-cells";
import { type EmptyColumns, emptyColumnsOf } from "./empty-columns";
import { ImportMovedOn, markReviewedAgain } from "./finish";
import { identifyPeople } from "./identify";
import { IMPORT_LOCK } from "./import-lock";
import type { ImportKind, ImportRecord, OutcomeCounts } from "./import-words";
import {
  comparisonStamp,
  dropKept,
  keepForWriting,
  mayStageKept,
  placeToCompare,
  showKept,
  stageKept,
} from "./kept-staging";
import { findLostZeros } from "./lost-zeros";
import { refreshSearchKeys } from "./search-keys";
import { runFor, sqlOfBulk } from "./sql";
import { type StagedTable, TEMPORARY } from "./staged-table";
import { countStaged, isOtherThanAgreed, keepStaged, type StagedFile, stageFile } from "./staging";
import { aboutHeldStudents } from "./students-held";
import { findWho, tellWho } from "./who";
import { WRITE_ROSTER, writeCrossings, writeGrounds } from "./write";
import { WRITE_ANSWERS } from "./write-answers";

/** Lists of people: whose their rows are is found before they are compared. */
const STAGE_PEOPLE: Readonly<Partial<Record<ImportKind, readonly string[]>>> = {
  roster: STAGE_ROSTER,
  residents: STAGE_RESIDENTS,
  authority: STAGE_ANSWERS,
};
/** Statements by what the file's empty cells come to. */
const COMPARE: Readonly<
  Record<ImportKind, (empty: EmptyColumns, staged: StagedTable, asOf: Day) => readonly string[]>
> = {
  roster: () => COMPARE_ROSTER,
  crossings: compareCrossings,
  grounds: compareGrounds,
  residents: (empty, _, asOf) => compareResidents(empty, asOf),
  authority: () => COMPARE_ANSWERS,
};
const WRITE: Readonly<
  Record<ImportKind, (empty: EmptyColumns, counts: OutcomeCounts) => readonly string[]>
> = {
  roster: () => WRITE_ROSTER,
  crossings: writeCrossings,
  grounds: writeGrounds,
  residents: writeResidents,
  authority: () => WRITE_ANSWERS,
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
async function compare(
  client: pg.PoolClient,
  checked: Omit<CheckedImport, "counts">,
  staged: StagedTable,
): Promise<void> {
  const { id, kind, asOf } = checked;
  const empty = emptyColumnsOf(checked);
  await findAlikeNumbers(client, checked);
  await findLostZeros(client, checked);
  const byName = saysWho(kind, checked.mapping);
  if (byName) await findWho(client, kind, id);
  const stage = STAGE_PEOPLE[kind];
  if (stage) {
    await runAll(client, stage);
    await identifyPeople(client, kind, id);
  }
  if (kind === "roster") await findEmptyInRoster(client, empty);
  await runFor(sqlOfBulk(client), [...COMPARE[kind](empty, staged, asOf), SET_ASIDE], id);
  if (byName) await tellWho(client);
}

/** Keeps the compared rows, and what they come to as a whole. */
async function keepChecked(
  client: pg.PoolClient,
  record: Pick<CheckedImport, "id" | "kind" | "mapping">,
): Promise<void> {
  await keepStaged(client, record);
  await keepDigest(client, record);
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

/** Keeps a file's rows and says of each what would become of it. All or nothing. */
export async function readIntoRows(
  scope: InstitutionScope,
  checked: Omit<CheckedImport, "counts">,
  chunks: AsyncIterable<StagedChunk>,
  report: ReadReport,
): Promise<void> {
  const { asOf } = checked;
  const read = async (client: pg.PoolClient) => {
    const file = await stageFile(client, checked, chunks, report.onRows);
    await report.onComparing();
    const stamp = await comparisonStamp(client, asOf);
    const staged = await placeToCompare(client, checked, file.rows);
    await compare(client, checked, staged);
    await keepChecked(client, checked);
    await file.drop();
    const counts: OutcomeCounts = await countStaged(client);
    await report.finish(client, counts);
    await keepForWriting(client, scope, staged, stamp);
  };
  await inInstitutionBulk(scope, read, report.stopped);
}

/** An import that was checked, with what the check came to. */
export type CheckedImport = {
  id: string;
  kind: ImportKind;
  counts: OutcomeCounts | null;
  /** What each column is read as, and what was answered about the file. */
  mapping: ImportRecord["mapping"];
  answers: ImportRecord["answers"];
  /** Today in Bishkek: what lies ahead of it is no fact. */
  asOf: Day;
};

/** Opens the file of an import once more, where that is needed. */
export type Rows = () => Promise<AsyncIterable<StagedChunk>>;

/** Stages a checked import's rows for `run` to look at, from its file where need be; keeps only what `run` writes. */
export async function rehearse(
  scope: InstitutionScope,
  checked: CheckedImport,
  rows: Rows,
  run: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  await inInstitutionBulk(scope, async (client) => {
    if (await stageKept(client, checked)) return run(client);
    const file = await stageFile(client, checked, await rows(), async () => undefined);
    await compare(client, checked, TEMPORARY);
    await run(client);
    await file.drop();
  });
}

export type WrittenImport = { counts: OutcomeCounts; studentIds: number[] };

export type WriteReport = {
  onRows: (done: number) => Promise<void>;
  onStage: (stage: "comparing" | "writing") => Promise<void>;
  /** It is known what becomes of each row (`staged`), and nothing is written yet. */
  onCompared: (client: pg.PoolClient, counts: OutcomeCounts) => Promise<void>;
  /** What is kept of the import when all is written; runs in the same transaction. */
  finish: (client: pg.PoolClient, written: WrittenImport) => Promise<void>;
  /** Aborted where the import was taken out of the job's hands: all is rolled back. */
  stopped: AbortSignal;
};

/** Whose rows are written. */
async function studentsWritten(client: pg.PoolClient): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `select id from student where institution_id = current_institution() and id in (
       select student_id from staged where outcome in ('new', 'changed')) order by id`,
  );
  return rows.map((row) => row.id);
}

/** Writes the facts; returns whose they are. */
async function writeFacts(
  client: pg.PoolClient,
  record: CheckedImport,
  counts: OutcomeCounts,
): Promise<number[]> {
  const { id, kind } = record;
  const write = () => runFor(sqlOfBulk(client), WRITE[kind](emptyColumnsOf(record), counts), id);
  if (kind === "crossings") {
    const studentIds = await studentsWritten(client);
    await aboutHeldStudents(client, studentIds, write);
    return studentIds;
  }
  // Students may be among what is written.
  await write();
  return studentsWritten(client);
}

async function writeStaged(
  client: pg.PoolClient,
  record: CheckedImport,
  counts: OutcomeCounts,
): Promise<number[]> {
  const { id, kind } = record;
  await takeImages(client, record, counts);
  const studentIds = await writeFacts(client, record, counts);
  await reduceImages(client, kind, id);
  if (kind === "roster") await refreshSearchKeys(client, studentIds);
  // Where a student lives is none of the facts of stay.
  if (studentIds.length > 0 && kind !== "residents") {
    await client.query(TOUCH_FACTS_SQL, [studentIds]);
  }
  return studentIds;
}

/**
 * Stages the rows of an import that is being committed and says of each what becomes of it now: as the check has kept
 * it where nothing has changed since, else from its file once more. Null where
 * other than was agreed to would become of them: the import waits for a person again. Throws ImportMovedOn where it was discarded.
 */
async function stageToWrite(
  client: pg.PoolClient,
  record: CheckedImport,
  rows: Rows,
  { onRows, onStage }: WriteReport,
): Promise<{ counts: OutcomeCounts; file: StagedFile | null } | null> {
  const { id } = record;
  // Reading takes longest: it is done before the lock is taken, and where that turns out to be too early, under it.
  const likely = await mayStageKept(client, record);
  const early = likely ? null : await stageFile(client, record, await rows(), onRows);
  await client.query(IMPORT_LOCK);
  const current = await client.query(
    "select from import where institution_id = current_institution() and id = $1 and state = 'committing'",
    [id],
  );
  if (current.rowCount === 0) throw new ImportMovedOn();
  if (likely && (await showKept(client, record))) {
    return { counts: record.counts ?? {}, file: null };
  }
  const file = early ?? (await stageFile(client, record, await rows(), onRows));
  await onStage("comparing");
  await compare(client, record, TEMPORARY);
  const counts: OutcomeCounts = await countStaged(client);
  if (!(await isOtherThanAgreed(client, id))) return { counts, file };
  await keepChecked(client, record);
  await file.drop();
  await markReviewedAgain(client, id, counts);
  return null;
}

/**
 * Writes the rows of an import that is being committed. Null where nothing was written. One transaction; it does not
 * hold the import's own row while it works, so that the import can be discarded meanwhile.
 */
export async function writeRows(
  scope: InstitutionScope,
  record: CheckedImport,
  rows: Rows,
  report: WriteReport,
): Promise<WrittenImport | null> {
  const write = async (client: pg.PoolClient) => {
    const staged = await stageToWrite(client, record, rows, report);
    if (staged === null) return null;
    const { counts, file } = staged;
    await report.onCompared(client, counts);
    await report.onStage("writing");
    const written = { counts, studentIds: await writeStaged(client, record, counts) };
    // What was kept says what stands in the blocks already.
    if (file !== null) {
      await keepChecked(client, record);
      await file.drop();
    }
    await dropKept(client, record.id);
    await report.finish(client, written);
    return written;
  };
  return inInstitutionBulk(scope, write, report.stopped);
}
