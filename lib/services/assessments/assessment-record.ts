import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { type Assessment, VERDICTS, type Verdict } from "@/lib/compliance/assessment";
import type { Direction, StudentFacts } from "@/lib/compliance/facts";
import type { AssessmentRecord } from "@/lib/db/assessments";

/** Verdicts under which the limit has been passed: the day it was passed is the day to show. */
const PASSED: readonly Verdict[] = ["overstaying", "barred"];

function reachedOn({ verdict, headline, readings }: Assessment): Day | null {
  const reading = headline === null ? undefined : readings[headline];
  if (reading === undefined) return null;
  return PASSED.includes(verdict) ? (reading.firstBreach ?? reading.reachedOn) : reading.reachedOn;
}

function lastDirection({ inside }: Assessment): Direction | null {
  if (inside === null) return null;
  return inside ? "entry" : "exit";
}

function lastCrossingOn({ crossings }: StudentFacts, asOf: Day): Day | null {
  return crossings.reduce<Day | null>(
    (last, { day }) => (day <= asOf && (last === null || day > last) ? day : last),
    null,
  );
}

/** The row of the table: the assessment whole, and beside it what the desk filters and sorts by. */
export function assessmentRecord(
  studentId: number,
  facts: StudentFacts,
  assessment: Assessment,
  strip: string,
): AssessmentRecord {
  const { verdict, headline, readings, inside, registrationDueOn, protectedUntil } = assessment;
  const reading = headline === null ? undefined : readings[headline];
  return {
    studentId,
    verdict,
    verdictRank: VERDICTS.indexOf(verdict),
    headline,
    used: reading?.used ?? null,
    usedMin: reading?.usedMin ?? null,
    limitDays: reading?.limit ?? null,
    reachedOn: reachedOn(assessment),
    inside,
    registrationDueOn,
    protectedUntil: protectedUntil === "open" ? null : protectedUntil,
    protectedOpen: protectedUntil === "open",
    lastCrossingOn: lastCrossingOn(facts, assessment.asOf),
    lastDirection: lastDirection(assessment),
    strip,
    result: assessment,
  };
}
