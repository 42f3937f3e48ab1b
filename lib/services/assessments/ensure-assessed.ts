import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { readRun } from "@/lib/db/assessment-runs";
import type { Tx } from "@/lib/db/in-institution";
import { type Basis, readBasis } from "./basis";
import { NotYetAssessed } from "./not-yet-assessed";

/**
 * Sees to it that the day's assessments are those of the facts and rules as they stand, and returns what they
 * rest on; reads two rows. Where they are not, throws NotYetAssessed: the service's transaction ends, they are
 * made in one of their own, and the service begins anew (define-service).
 */
export async function ensureAssessed(tx: Tx, asOf: Day): Promise<Basis> {
  const basis = await readBasis(tx, asOf);
  const run = await readRun(tx, asOf);
  if (run?.basis !== basis.text || run.factsVersion !== basis.factsVersion) {
    throw new NotYetAssessed(asOf);
  }
  return basis;
}
