import "server-only";
import { z } from "zod";
import { type Actor, may } from "@/lib/auth/permissions";
import { addDays, civilDate, type Day, dayOf } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import type { Assessment } from "@/lib/compliance/assessment";
import { type Explanation, explain } from "@/lib/compliance/explain";
import type { AcademicYear, StudentFacts } from "@/lib/compliance/facts";
import { dayLedger, type LedgerDay } from "@/lib/compliance/ledger";
import { project } from "@/lib/compliance/project";
import type { RuleSet, Source } from "@/lib/compliance/rule-set";
import type { Settings } from "@/lib/compliance/settings";
import { type MadeWith, readMadeWith } from "@/lib/db/assessment-runs";
import { readAnswers } from "@/lib/db/assessments";
import { type BorderCountRecord, listBorderCounts } from "@/lib/db/border-counts";
import { type CrossingRecord, type ImportedFrom, listCrossings } from "@/lib/db/crossings";
import { type DocumentRecord, listDocuments } from "@/lib/db/documents";
import { type DormitoryRecord, listDormitories } from "@/lib/db/dormitories";
import { type GroundRecord, listGrounds } from "@/lib/db/grounds";
import type { Tx } from "@/lib/db/in-institution";
import { listAnswersAbout, type StudentAnswer } from "@/lib/db/request-answers";
import { findResidence, type ResidenceRecord } from "@/lib/db/residences";
import { readStudentFacts } from "@/lib/db/student-facts";
import { findStudent, type StudentRecord } from "@/lib/db/student-record";
import { neighboursOf } from "@/lib/db/students";
import { log } from "@/lib/log/log";
import { AppError } from "../app-error";
import { answersOf } from "../assessments/answers-text";
import type { Basis } from "../assessments/basis";
import { ensureAssessed } from "../assessments/ensure-assessed";
import { reassess } from "../assessments/reassess";
import { defineQuery } from "../define-service";
import { criteriaOf, dayOfFilter } from "./criteria";
import { studentFilter } from "./student-filter";

export type { MadeWith } from "@/lib/db/assessment-runs";
export type { BorderCountRecord } from "@/lib/db/border-counts";
export type { Repair } from "@/lib/db/crossings";
export type { DocumentRecord } from "@/lib/db/documents";
export type { DormitoryRecord } from "@/lib/db/dormitories";
export type { StudentAnswer } from "@/lib/db/request-answers";
export type { ResidenceRecord } from "@/lib/db/residences";
export type { StudentRecord } from "@/lib/db/student-record";

/** The file and row that a fact came with: its name for everybody, its key only for who may open it (else null). */
export type FactSource = Omit<ImportedFrom, "importId"> & { importId: string | null };

export type FileCrossing = Omit<CrossingRecord, "source"> & { source: FactSource | null };
export type FileGround = Omit<GroundRecord, "source"> & { source: FactSource | null };

/** All that the student's page shows, as it stands on one day. */
export type StudentFile = {
  asOf: Day;
  student: StudentRecord;
  documents: DocumentRecord[];
  residence: ResidenceRecord | null;
  dormitories: DormitoryRecord[];
  grounds: FileGround[];
  /** All that are stored, those after asOf and those set aside too; oldest first. */
  crossings: FileCrossing[];
  /** What the assessment is made from; the crossings and grounds have the refs of their records. */
  facts: StudentFacts;
  /** The version of the facts: a repair is chosen for it. */
  factsVersion: number;
  ruleSet: RuleSet;
  settings: Settings;
  /** What the authority answered to lists that the student is on, the latest list first. */
  answers: StudentAnswer[];
  /** What the border service has said, the latest first. */
  borderCounts: BorderCountRecord[];
  assessment: Assessment;
  /** What the stored verdict, which is that of the assessment, was made with, and when. */
  madeWith: (MadeWith & { computedAt: Date }) | null;
  explanation: Explanation;
  /** What lies ahead in each reading. */
  ahead: ReturnType<typeof project>;
  academicYear: AcademicYear;
  /** Twelve whole months around asOf, one entry a day. */
  ledger: LedgerDay[];
  /** Those that the assessment and the explanation rest on. */
  sources: Source[];
  /** Before and after this one in the filter's order. */
  neighbours: { previous: number | null; next: number | null };
};

/** One student, assessed live on the filter's day and explained; the filter also gives the neighbours. */
export const getStudent = defineQuery({
  name: "students.get",
  permission: "students:read",
  input: z.object({ studentId: z.int32().positive(), filter: studentFilter }),
  run: async (tx, { studentId, filter }, actor): Promise<StudentFile> => {
    const asOf = dayOfFilter(filter);
    const student = await findStudent(tx, studentId);
    const basis = await ensureAssessed(tx, asOf);
    const [stored] = await readStudentFacts(tx, [studentId]);
    if (student === null || stored === undefined) throw new AppError("notFound", "notFound");
    const { facts } = stored;
    const assessed = assessedBy(basis, facts);
    await mendStored(tx, basis, studentId, assessed.assessment);
    return {
      asOf,
      student,
      ...(await recordsOf(tx, studentId, actor)),
      ...assessed,
      madeWith: await readMadeWith(tx, asOf),
      facts,
      factsVersion: stored.factsVersion,
      ruleSet: basis.ruleSet,
      settings: basis.settings,
      academicYear: basis.academicYear,
      neighbours: await neighboursOf(tx, studentId, criteriaOf(filter), filter),
    };
  },
});

async function recordsOf(tx: Tx, studentId: number, actor: Actor) {
  const crossings = await listCrossings(tx, studentId);
  const grounds = await listGrounds(tx, studentId);
  const mayOpen = may(actor, "imports:read");
  return {
    documents: await listDocuments(tx, studentId),
    residence: await findResidence(tx, studentId),
    dormitories: await listDormitories(tx),
    grounds: mayOpen ? grounds : grounds.map(withoutKeyOfFile),
    crossings: mayOpen ? crossings : crossings.map(withoutKeyOfFile),
    answers: await listAnswersAbout(tx, studentId),
    borderCounts: await listBorderCounts(tx, studentId),
  };
}

function withoutKeyOfFile<Fact extends { source: ImportedFrom | null }>({ source, ...fact }: Fact) {
  return { ...fact, source: source === null ? null : { ...source, importId: null } };
}

function assessedBy(
  { ruleSet, settings, asOf, academicYear }: Basis,
  facts: StudentFacts,
): Pick<StudentFile, "assessment" | "explanation" | "ahead" | "ledger" | "sources"> {
  const assessment = assess(facts, ruleSet, settings, asOf, academicYear);
  const year = yearAround(asOf);
  return {
    assessment,
    explanation: explain(facts, ruleSet, settings, asOf),
    ahead: project(facts, ruleSet, settings, asOf, 1),
    ledger: dayLedger(facts, ruleSet, settings, year.from, year.to, asOf),
    sources: ruleSet.sources.filter(({ id }) => assessment.citations.includes(id)),
  };
}

/** Months of the year's picture before and after the month of asOf. */
const MONTHS_BEFORE = 8;
const MONTHS_AFTER = 3;

/** Twelve whole months: those that hold a window of 180 days, and what lies ahead. */
function yearAround(asOf: Day): { from: Day; to: Day } {
  const { year, month } = civilDate(asOf);
  const monthStart = (shift: number) => {
    const months = year * 12 + month - 1 + shift;
    return dayOf({ year: Math.floor(months / 12), month: (months % 12) + 1, dayOfMonth: 1 });
  };
  return { from: monthStart(-MONTHS_BEFORE), to: addDays(monthStart(MONTHS_AFTER + 1), -1) };
}

/** The table must say what the page says; where it does not, it is mended and the fault is logged. */
async function mendStored(
  tx: Tx,
  basis: Basis,
  studentId: number,
  live: Assessment,
): Promise<void> {
  const stored = await readAnswers(tx, basis.asOf, studentId);
  if (stored === answersOf(live)) return;
  log.warn({ studentId, asOf: basis.asOf }, "stored assessment differed from the live one");
  await reassess(tx, basis, studentId);
}
