import "server-only";
import type { Tx } from "@/lib/db/in-institution";
import { listStudentIds } from "@/lib/db/students";
import { ensureAssessed } from "../assessments/ensure-assessed";
import { criteriaOf } from "./criteria";
import type { StudentFilter } from "./student-filter";

/**
 * The keys of all students of the institution that match the filter on its day, in its order, on
 * whatever page; at most `limit`. What "all that match" means wherever students are chosen.
 */
export async function matchingIds(tx: Tx, filter: StudentFilter, limit: number): Promise<number[]> {
  const criteria = criteriaOf(filter);
  await ensureAssessed(tx, criteria.asOf);
  return listStudentIds(tx, criteria, filter, limit);
}
