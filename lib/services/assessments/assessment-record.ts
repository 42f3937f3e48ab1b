import "server-only";
import { addDays, type Day } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import { type Assessment, VERDICTS, type Verdict } from "@/lib/compliance/assessment";
import type { Direction, StudentFacts } from "@/lib/compliance/facts";
import { forecastOf } from "@/lib/compliance/forecast";
import { stripOf } from "@/lib/compliance/ledger";
import type { AssessmentRecord } from "@/lib/db/assessment-record";
import { answersOf } from "./answers-text";
import type { Basis } from "./basis";

/** Days of the small strip, the day of the assessment included. */
const STRIP_DAYS = 180;

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
  let last: Day | null = null;
  for (const { day } of crossings) {
    if (day <= asOf && (last === null || day > last)) last = day;
  }
  return last;
}

/** The last day without a registration: whom a visa protects must register too, which no verdict tells (docs/rules.md, section 6). */
function registrationDueOn({ registrationDueOn: due, alerts }: Assessment): Day | null {
  return due ?? alerts.find(({ code }) => code === "register_besides_visa")?.on ?? null;
}

/** The row of the table for a student: what the desk filters, sorts and draws, and all answers as one text. */
export function assessmentRecord(
  studentId: number,
  facts: StudentFacts,
  { asOf, ruleSet, settings, academicYear }: Basis,
): AssessmentRecord {
  const assessment = assess(facts, ruleSet, settings, asOf, academicYear);
  const { holidays } = settings;
  const ahead = forecastOf(facts, ruleSet, settings, asOf, academicYear, holidays, assessment);
  const { verdict, verdictAtLeast, headline, readings, inside, protectedUntil } = assessment;
  const reading = headline === null ? undefined : readings[headline];
  const { kind, everyDays } = ahead.rhythm;
  return {
    studentId,
    verdict,
    verdictRank: VERDICTS.indexOf(verdict),
    verdictAtLeast,
    headline,
    used: reading?.used ?? null,
    usedMin: reading?.usedMin ?? null,
    limitDays: reading?.limit ?? null,
    reachedOn: reachedOn(assessment),
    projectedOn: ahead.projectedOn,
    rhythm: kind,
    rhythmDays: everyDays === null ? null : Math.round(everyDays),
    inside,
    registrationDueOn: registrationDueOn(assessment),
    protectedUntil: protectedUntil === "open" ? null : protectedUntil,
    protectedOpen: protectedUntil === "open",
    lastCrossingOn: lastCrossingOn(facts, asOf),
    lastDirection: lastDirection(assessment),
    logBroken: assessment.dataProblems.length > 0,
    groundUnknown: assessment.alerts.some(({ code }) => code === "ground_unknown"),
    strip: stripOf(facts, ruleSet, settings, addDays(asOf, 1 - STRIP_DAYS), asOf),
    answers: answersOf(assessment),
  };
}
