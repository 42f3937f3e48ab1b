import "server-only";
import type { Day } from "@/lib/civil-date/day";
import type { AcademicYear } from "@/lib/compliance/facts";
import type { BulkClient, Tx } from "./in-institution";

/** What an institution's assessments rest on besides the students' facts. */
export type AssessmentBasis = {
  factsVersion: number;
  regime: string;
  /** As stored: services check it. */
  settings: unknown;
  /** The latest first. */
  academicYears: AcademicYear[];
};

type Row = Omit<AssessmentBasis, "academicYears"> & { years: { from: number; to: number }[] };

const READ = `
  select i.facts_version as "factsVersion", i.regime, i.settings, coalesce((
      select jsonb_agg(jsonb_build_object(
        'from', y.starts_on - date '1970-01-01', 'to', y.ends_on - date '1970-01-01') order by y.starts_on desc)
      from academic_year y where y.institution_id = i.id), '[]') as years
  from institution i where i.id = current_setting('sanak.institution')::uuid`;

function toBasis(row: Row | undefined): AssessmentBasis {
  if (row === undefined) throw new Error("the transaction names no institution");
  const { years, ...basis } = row;
  return {
    ...basis,
    academicYears: years.map(({ from, to }) => ({ from: from as Day, to: to as Day })),
  };
}

/** Reads the running transaction's institution. */
export async function readAssessmentBasis(tx: Tx): Promise<AssessmentBasis> {
  return toBasis((await tx.$queryRawUnsafe<Row[]>(READ))[0]);
}

/** The same on a connection of bulk work. */
export async function readBasisInBulk(client: BulkClient): Promise<AssessmentBasis> {
  return toBasis((await client.query<Row>(READ)).rows[0]);
}
