import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Day } from "@/lib/civil-date/day";
import type { StudentFacts } from "@/lib/compliance/facts";
import { unpackFacts } from "@/lib/compliance/packed-facts";
import { type AssessmentBasis, readBasisInBulk } from "./assessment-basis";
import { type AssessmentRecord, copyLine, insertRecords, RECORD_FIELDS } from "./assessment-record";
import {
  type AssessmentRun,
  type MadeWith,
  pruneRuns,
  readRunInBulk,
  writeRun,
} from "./assessment-runs";
import { CopyLines } from "./copy-lines";
import { columnFromDay } from "./day-column";
import { inBatches } from "./in-batches";
import { type BulkClient, type InstitutionScope, inInstitutionBulk } from "./in-institution";
import { packStaleFacts } from "./packed-facts";
import { Turns } from "./turns";

/** What is to be done of a day, decided under the lock. */
export type DayWork = {
  /** null: everyone; otherwise those whose facts are newer than this version, and who have no assessment. */
  newerThan: number | null;
  assess: (studentId: number, facts: StudentFacts) => AssessmentRecord;
  run: AssessmentRun & MadeWith;
  /** Days besides the newest whose assessments are kept. */
  keep: { days: readonly Day[]; newest: number };
};

type PackedRow = { student_id: number; facts: Buffer };

/** Students read, assessed and written at a time. */
const BATCH = 1000;

const LOCK = `select pg_advisory_xact_lock(
  hashtextextended('assessment:' || current_setting('sanak.institution'), 0))`;

const EVERYONE = `
  declare packed no scroll cursor for
  select student_id, facts from packed_facts
  where institution_id = current_setting('sanak.institution')::uuid order by student_id`;

const NEWER = `
  declare packed no scroll cursor for
  select p.student_id, p.facts from packed_facts p
  join student s on s.institution_id = p.institution_id and s.id = p.student_id
  where p.institution_id = current_setting('sanak.institution')::uuid
    and (s.facts_version > $1 or not exists (
      select from assessment a
      where a.institution_id = p.institution_id and a.as_of = $2::date and a.student_id = p.student_id))
  order by p.student_id`;

/**
 * Makes a day's assessments in a transaction of its own, one at a time within an institution. `plan` is asked
 * under the lock, with what is stored: null where nothing is to be done. Reads packed facts alone, in batches, and
 * holds no more than three in memory.
 */
export async function rewriteDay(
  scope: InstitutionScope,
  asOf: Day,
  plan: (basis: AssessmentBasis, run: AssessmentRun | null) => DayWork | null,
): Promise<void> {
  await inInstitutionBulk(scope, async (client) => {
    await client.query(LOCK);
    const run = await readRunInBulk(client, asOf);
    const work = plan(await readBasisInBulk(client), run);
    if (work === null) return;
    await packStaleFacts(client);
    await openCursor(client, asOf, work.newerThan);
    await assessPacked(client, asOf, work.assess);
    await writeRun(client, asOf, work.run);
    if (run === null) await pruneRuns(client, work.keep.days, work.keep.newest);
  });
}

async function openCursor(client: BulkClient, asOf: Day, newerThan: number | null): Promise<void> {
  if (newerThan === null) await client.query(EVERYONE);
  else await client.query(NEWER, [newerThan, columnFromDay(asOf)]);
}

/** COPY does not go through row-level security, so rows come in by a table of the transaction's own. */
async function assessPacked(
  client: BulkClient,
  asOf: Day,
  assess: DayWork["assess"],
): Promise<void> {
  await client.query(`create temporary table assessed (${RECORD_FIELDS}) on commit drop`);
  const lines = new CopyLines();
  const turns = new Turns();
  const insert = insertRecords("assessed r", `date '1970-01-01' + ${asOf}`);
  await inBatches({
    read: async () => {
      const { rows } = await client.query<PackedRow>(`fetch ${BATCH} from packed`);
      return rows.length === 0 ? null : rows;
    },
    make: async (rows) => {
      for (const { student_id, facts: packed } of rows) {
        const facts = unpackFacts(packed);
        lines.add(copyLine(assess(student_id, facts)));
        await turns.after(facts.crossings.length);
      }
      // They are written while the next lines are added.
      return Buffer.from(lines.take());
    },
    write: async (records) => {
      const copy = client.query(copyFrom("copy assessed from stdin"));
      await pipeline(Readable.from([records]), copy);
      await client.query(insert);
      await client.query("truncate assessed");
    },
  });
  await client.query("close packed");
}
