import "server-only";
import type { AcademicYear } from "@/lib/compliance/facts";
import { listAcademicYears } from "./academic-years";
import type { Tx } from "./in-institution";

/** What an institution's assessments rest on besides the students' facts. */
export type AssessmentBasis = {
  factsVersion: number;
  regime: string;
  /** As stored: services check it. */
  settings: unknown;
  academicYears: AcademicYear[];
};

/** Reads the running transaction's institution. */
export async function readAssessmentBasis(tx: Tx): Promise<AssessmentBasis> {
  const [institution] = await tx.$queryRaw<
    { factsVersion: number; regime: string; settings: unknown }[]
  >`select facts_version as "factsVersion", regime, settings from institution
    where id = current_setting('sanak.institution')::uuid`;
  if (institution === undefined) throw new Error("the transaction names no institution");
  const years = await listAcademicYears(tx);
  return { ...institution, academicYears: years.map(({ from, to }) => ({ from, to })) };
}
