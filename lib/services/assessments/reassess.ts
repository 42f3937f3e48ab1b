import "server-only";
import { writeAssessments } from "@/lib/db/assessments";
import type { Tx } from "@/lib/db/in-institution";
import { repackFacts } from "@/lib/db/packed-facts";
import { readStudentFacts } from "@/lib/db/student-facts";
import { assessmentRecord } from "./assessment-record";
import type { Basis } from "./basis";

/** Makes one student's assessment anew from the rows of the facts, and packs these anew. */
export async function reassess(tx: Tx, basis: Basis, studentId: number): Promise<void> {
  const [stored] = await readStudentFacts(tx, [studentId]);
  if (stored === undefined) return;
  await writeAssessments(tx, basis.asOf, [assessmentRecord(studentId, stored.facts, basis)]);
  await repackFacts(tx, stored);
}
