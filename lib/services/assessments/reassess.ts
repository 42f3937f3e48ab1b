import "server-only";
import { writeAssessments } from "@/lib/db/assessments";
import type { Tx } from "@/lib/db/in-institution";
import { forgetPackedFacts } from "@/lib/db/packed-facts";
import { readStudentFacts } from "@/lib/db/student-facts";
import { assessmentRecord } from "./assessment-record";
import type { Basis } from "./basis";

/** Makes one student's assessment anew from the rows of the facts, and has the facts packed anew at the next occasion. */
export async function reassess(tx: Tx, basis: Basis, studentId: number): Promise<void> {
  const stored = await readStudentFacts(tx, [studentId]);
  const records = stored.map(({ facts }) => assessmentRecord(studentId, facts, basis));
  await writeAssessments(tx, basis.asOf, records);
  await forgetPackedFacts(tx, studentId);
}
