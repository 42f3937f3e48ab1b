import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { Assessment, ReadingName, Verdict } from "@/lib/compliance/assessment";
import type { Direction } from "@/lib/compliance/facts";
import { columnFromDay } from "./day-column";
import { Prisma } from "./generated/client";
import type { Tx } from "./in-institution";

/** One row of the table of assessments, without institution and day. */
export type AssessmentRecord = {
  studentId: number;
  verdict: Verdict;
  /** Place in the list of verdicts, worst = 0. */
  verdictRank: number;
  headline: ReadingName | null;
  used: number | null;
  usedMin: number | null;
  limitDays: number | null;
  reachedOn: Day | null;
  inside: boolean | null;
  registrationDueOn: Day | null;
  protectedUntil: Day | null;
  protectedOpen: boolean;
  lastCrossingOn: Day | null;
  lastDirection: Direction | null;
  strip: string;
  result: Assessment;
};

/** What a day's assessments were made from. */
export type AssessmentRun = { factsVersion: number; basis: string };

/** What was noted when this day's assessments were made, or null if they never were. */
export async function readRun(tx: Tx, asOf: Day): Promise<AssessmentRun | null> {
  return tx.assessmentRun.findFirst({
    where: { asOf: columnFromDay(asOf) },
    select: { factsVersion: true, basis: true },
  });
}

/** One writer of assessments at a time within an institution; held to the end of the transaction. */
export async function lockAssessments(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended('assessment:' || current_setting('sanak.institution'), 0))`;
}

/** Students whose facts moved after that version, and those that have no assessment on the day. */
export async function staleStudentIds(tx: Tx, asOf: Day, factsVersion: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select s.id from student s
    where s.institution_id = current_setting('sanak.institution')::uuid
      and (s.facts_version > ${factsVersion} or not exists (
        select from assessment a
        where a.institution_id = s.institution_id and a.as_of = ${columnFromDay(asOf)}::date
          and a.student_id = s.id))
    order by s.id`;
  return rows.map(({ id }) => id);
}

/** All students of the institution. */
export async function allStudentIds(tx: Tx): Promise<number[]> {
  const rows = await tx.student.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

/** Writes the assessments of a day in one statement, over those that are there. */
export async function writeAssessments(
  tx: Tx,
  asOf: Day,
  records: readonly AssessmentRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await tx.$executeRaw(Prisma.sql`
    insert into assessment (institution_id, as_of, student_id, verdict, verdict_rank, headline, used,
      used_min, limit_days, reached_on, inside, registration_due_on, protected_until, protected_open,
      last_crossing_on, last_direction, strip, result)
    select current_setting('sanak.institution')::uuid, ${columnFromDay(asOf)}::date, r."studentId",
      r.verdict, r."verdictRank", r.headline, r.used, r."usedMin", r."limitDays",
      date '1970-01-01' + r."reachedOn", r.inside, date '1970-01-01' + r."registrationDueOn",
      date '1970-01-01' + r."protectedUntil", r."protectedOpen",
      date '1970-01-01' + r."lastCrossingOn", r."lastDirection", r.strip, r.result
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r (
      "studentId" int, verdict text, "verdictRank" smallint, headline text, used smallint,
      "usedMin" smallint, "limitDays" smallint, "reachedOn" int, inside boolean,
      "registrationDueOn" int, "protectedUntil" int, "protectedOpen" boolean, "lastCrossingOn" int,
      "lastDirection" text, strip text, result jsonb)
    on conflict (institution_id, as_of, student_id) do update set
      verdict = excluded.verdict, verdict_rank = excluded.verdict_rank, headline = excluded.headline,
      used = excluded.used, used_min = excluded.used_min, limit_days = excluded.limit_days,
      reached_on = excluded.reached_on, inside = excluded.inside,
      registration_due_on = excluded.registration_due_on, protected_until = excluded.protected_until,
      protected_open = excluded.protected_open, last_crossing_on = excluded.last_crossing_on,
      last_direction = excluded.last_direction, strip = excluded.strip, result = excluded.result`);
}

/** Notes what the day's assessments were made from. */
export async function writeRun(tx: Tx, asOf: Day, run: AssessmentRun): Promise<void> {
  await tx.$executeRaw`
    insert into assessment_run (institution_id, as_of, facts_version, basis)
    values (current_setting('sanak.institution')::uuid, ${columnFromDay(asOf)}::date,
      ${run.factsVersion}, ${run.basis})
    on conflict (institution_id, as_of) do update set
      facts_version = excluded.facts_version, basis = excluded.basis, computed_at = now()`;
}

/** Removes the assessments of all days but `keep` and the `newest` most recently made ones. */
export async function pruneAssessments(
  tx: Tx,
  keep: readonly Day[],
  newest: number,
): Promise<void> {
  const kept = keep.map(columnFromDay);
  const pruned = await tx.$queryRaw<{ as_of: Date }[]>`
    delete from assessment_run where institution_id = current_setting('sanak.institution')::uuid
      and as_of <> all(${kept}::date[])
      and as_of not in (
        select as_of from assessment_run
        where institution_id = current_setting('sanak.institution')::uuid
        order by computed_at desc limit ${newest})
    returning as_of`;
  for (const { as_of } of pruned) await tx.assessment.deleteMany({ where: { asOf: as_of } });
}

/** The stored assessment of one student, as the engine returned it; null where none is stored. */
export async function readAssessment(
  tx: Tx,
  asOf: Day,
  studentId: number,
): Promise<Assessment | null> {
  const row = await tx.assessment.findFirst({
    where: { asOf: columnFromDay(asOf), studentId },
    select: { result: true },
  });
  return row === null ? null : (row.result as unknown as Assessment);
}
