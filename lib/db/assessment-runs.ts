import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { AcademicYear } from "@/lib/compliance/facts";
import { columnFromDay, dayFromColumn } from "./day-column";
import type { BulkClient, Tx } from "./in-institution";

/** What a day's verdicts were made with. */
export type MadeWith = {
  regime: string;
  regimeVersion: string;
  engineVersion: number;
  /** As the institution's column keeps them. */
  settings: Record<string, unknown>;
  academicYear: AcademicYear;
};

/** What a day's assessments were made from; `basis` says all of MadeWith in one text, to compare. */
export type AssessmentRun = { factsVersion: number; basis: string };

const READ = `select facts_version as "factsVersion", basis from assessment_run
  where institution_id = current_setting('sanak.institution')::uuid and as_of = $1::date`;

/** What was noted when this day's assessments were made, or null if they never were. */
export async function readRun(tx: Tx, asOf: Day): Promise<AssessmentRun | null> {
  const [row] = await tx.$queryRawUnsafe<AssessmentRun[]>(READ, columnFromDay(asOf));
  return row ?? null;
}

/** The same on a connection of bulk work. */
export async function readRunInBulk(client: BulkClient, asOf: Day): Promise<AssessmentRun | null> {
  const { rows } = await client.query<AssessmentRun>(READ, [columnFromDay(asOf)]);
  return rows[0] ?? null;
}

/** When a day's verdicts were made, and with what; null: never, or before that was kept. */
export async function readMadeWith(
  tx: Tx,
  asOf: Day,
): Promise<(MadeWith & { computedAt: Date }) | null> {
  const row = await tx.assessmentRun.findFirst({ where: { asOf: columnFromDay(asOf) } });
  if (row === null || row.yearStartsOn === null || row.yearEndsOn === null) return null;
  const { regime, regimeVersion, engineVersion, computedAt } = row;
  return {
    regime,
    regimeVersion,
    engineVersion,
    settings: row.settings as Record<string, unknown>,
    academicYear: { from: dayFromColumn(row.yearStartsOn), to: dayFromColumn(row.yearEndsOn) },
    computedAt,
  };
}

/** Notes what the day's assessments were made from. */
export async function writeRun(
  client: BulkClient,
  asOf: Day,
  { factsVersion, basis, ...made }: AssessmentRun & MadeWith,
): Promise<void> {
  await client.query(
    `insert into assessment_run (institution_id, as_of, facts_version, basis, regime, regime_version,
       engine_version, settings, year_starts_on, year_ends_on)
     values (current_setting('sanak.institution')::uuid, $1::date, $2, $3, $4, $5, $6, $7, $8::date, $9::date)
     on conflict (institution_id, as_of) do update set
       facts_version = excluded.facts_version, basis = excluded.basis, regime = excluded.regime,
       regime_version = excluded.regime_version, engine_version = excluded.engine_version,
       settings = excluded.settings, year_starts_on = excluded.year_starts_on,
       year_ends_on = excluded.year_ends_on, computed_at = now()`,
    [
      columnFromDay(asOf),
      factsVersion,
      basis,
      made.regime,
      made.regimeVersion,
      made.engineVersion,
      JSON.stringify(made.settings),
      columnFromDay(made.academicYear.from),
      columnFromDay(made.academicYear.to),
    ],
  );
}

/** Removes the assessments of all days but `keep` and the `newest` most recently made ones. */
export async function pruneRuns(
  client: BulkClient,
  keep: readonly Day[],
  newest: number,
): Promise<void> {
  await client.query(
    `with pruned as (
       delete from assessment_run where institution_id = current_setting('sanak.institution')::uuid
         and as_of <> all($1::date[])
         and as_of not in (
           select as_of from assessment_run
           where institution_id = current_setting('sanak.institution')::uuid
           order by computed_at desc limit $2)
       returning as_of)
     delete from assessment where institution_id = current_setting('sanak.institution')::uuid
       and as_of in (select as_of from pruned)`,
    [keep.map(columnFromDay), newest],
  );
}
