import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import type { AssessmentBasis } from "@/lib/db/assessment-basis";
import type { AssessmentRun } from "@/lib/db/assessment-runs";
import { type DayWork, rewriteDay } from "@/lib/db/bulk-assessments";
import type { InstitutionScope } from "@/lib/db/in-institution";
import { assessmentRecord } from "./assessment-record";
import { basisOf, madeWith } from "./basis";

/** Days other than today whose assessments are kept: the most recently made. */
const KEPT_DAYS = 10;

/** Work under way in this process, by institution: however many ask, one connection waits for the lock. Processes may race. */
const underWay = new Map<string, Promise<void>>();

/**
 * Makes a day's assessments those of the facts and rules as they stand. Where facts have moved, the students
 * concerned are assessed anew; where the rules, settings or the academic year have, all are; else nothing is
 * done. In a transaction of its own, one at a time within an institution.
 */
export function assessDay(scope: InstitutionScope, asOf: Day): Promise<void> {
  const key = scope.institutionId;
  const known = underWay.get(key);
  // What is under way may have read the facts before they moved: it is waited for, then asked again.
  const work = (known ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => rewriteDay(scope, asOf, (basis, run) => workOf(basis, run, asOf)))
    .finally(() => {
      if (underWay.get(key) === work) underWay.delete(key);
    });
  underWay.set(key, work);
  return work;
}

function workOf(stored: AssessmentBasis, run: AssessmentRun | null, asOf: Day): DayWork | null {
  const basis = basisOf(stored, asOf);
  const sameRules = run?.basis === basis.text;
  if (sameRules && run.factsVersion === basis.factsVersion) return null;
  return {
    newerThan: sameRules ? run.factsVersion : null,
    assess: (studentId, facts) => assessmentRecord(studentId, facts, basis),
    run: { factsVersion: basis.factsVersion, basis: basis.text, ...madeWith(basis) },
    keep: { days: [today(), asOf], newest: KEPT_DAYS },
  };
}
