import "server-only";
import { addDays } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import { stripOf } from "@/lib/compliance/ledger";
import { writeAssessments } from "@/lib/db/assessments";
import type { Tx } from "@/lib/db/in-institution";
import { readStudentFacts } from "@/lib/db/student-facts";
import { assessmentRecord } from "./assessment-record";
import type { Basis } from "./basis";

/** Students whose facts are held in memory at once. */
const BATCH = 2_000;

/** Days of the small strip, the day of the assessment included. */
const STRIP_DAYS = 180;

/**
 * Makes the assessments of these students anew from their facts and writes them: the only writer of
 * the table. Hold the lock of assessments (lib/db/assessments) where whole days are made.
 */
export async function reassess(tx: Tx, basis: Basis, studentIds: readonly number[]): Promise<void> {
  const { asOf, ruleSet, settings, academicYear } = basis;
  const stripFrom = addDays(asOf, 1 - STRIP_DAYS);
  for (let start = 0; start < studentIds.length; start += BATCH) {
    const stored = await readStudentFacts(tx, studentIds.slice(start, start + BATCH));
    const records = stored.map(({ studentId, facts }) => {
      const assessment = assess(facts, ruleSet, settings, asOf, academicYear);
      const strip = stripOf(facts, ruleSet, settings, stripFrom, asOf);
      return assessmentRecord(studentId, facts, assessment, strip);
    });
    await writeAssessments(tx, asOf, records);
  }
}
