import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import {
  allStudentIds,
  lockAssessments,
  pruneAssessments,
  readRun,
  staleStudentIds,
  writeRun,
} from "@/lib/db/assessments";
import type { Tx } from "@/lib/db/in-institution";
import { type Basis, readBasis } from "./basis";
import { reassess } from "./reassess";

/** Days other than today whose assessments are kept: the most recently made. */
const KEPT_DAYS = 10;

/**
 * Sees to it that the day's assessments are those of the facts and rules as they stand, and returns
 * what they rest on. Where nothing has moved this reads one row; where facts have moved, the students
 * concerned are assessed anew; where the rules, settings or the academic year have, all are.
 */
export async function ensureAssessed(tx: Tx, asOf: Day): Promise<Basis> {
  const before = await readBasis(tx, asOf);
  if (await isFresh(tx, before)) return before;
  await lockAssessments(tx);
  // Read again under the lock: another request may have done the work, or facts may have moved on.
  const basis = await readBasis(tx, asOf);
  const run = await readRun(tx, asOf);
  const sameRules = run?.basis === basis.text;
  if (sameRules && run.factsVersion === basis.factsVersion) return basis;
  const ids = sameRules
    ? await staleStudentIds(tx, asOf, run.factsVersion)
    : await allStudentIds(tx);
  await reassess(tx, basis, ids);
  await writeRun(tx, asOf, { factsVersion: basis.factsVersion, basis: basis.text });
  if (run === null) await pruneAssessments(tx, [today(), asOf], KEPT_DAYS);
  return basis;
}

async function isFresh(tx: Tx, basis: Basis): Promise<boolean> {
  const run = await readRun(tx, basis.asOf);
  return run?.basis === basis.text && run.factsVersion === basis.factsVersion;
}
