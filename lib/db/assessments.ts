import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { type AssessmentRecord, insertRecords, RECORD_FIELDS } from "./assessment-record";
import { columnFromDay } from "./day-column";
import type { Tx } from "./in-institution";

const WRITE = insertRecords(`jsonb_to_recordset($1::jsonb) as r (${RECORD_FIELDS})`, "$2::date");

/** Writes a few assessments of a day in one statement, over those that are there. */
export async function writeAssessments(
  tx: Tx,
  asOf: Day,
  records: readonly AssessmentRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await tx.$executeRawUnsafe(WRITE, JSON.stringify(records), columnFromDay(asOf));
}

/** All answers of the stored assessment of one student; null where none is stored. */
export async function readAnswers(tx: Tx, asOf: Day, studentId: number): Promise<string | null> {
  const row = await tx.assessment.findFirst({
    where: { asOf: columnFromDay(asOf), studentId },
    select: { answers: true },
  });
  return row?.answers ?? null;
}
