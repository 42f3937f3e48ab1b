import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { columnFromDay, dayFromColumn } from "./day-column";
import type { InstitutionScope, Tx } from "./in-institution";

/** Both days belong to it. */
export type AcademicYearFields = { from: Day; to: Day };
export type AcademicYearRecord = AcademicYearFields & { id: number };

type Row = { id: number; startsOn: Date; endsOn: Date };

function toRecord({ id, startsOn, endsOn }: Row): AcademicYearRecord {
  return { id, from: dayFromColumn(startsOn), to: dayFromColumn(endsOn) };
}

function toColumns({ from, to }: AcademicYearFields): { startsOn: Date; endsOn: Date } {
  return { startsOn: columnFromDay(from), endsOn: columnFromDay(to) };
}

/** All academic years of the institution, the latest first. */
export async function listAcademicYears(tx: Tx): Promise<AcademicYearRecord[]> {
  const rows = await tx.academicYear.findMany({ orderBy: { startsOn: "desc" } });
  return rows.map(toRecord);
}

export async function findAcademicYear(tx: Tx, id: number): Promise<AcademicYearRecord | null> {
  const row = await tx.academicYear.findUnique({ where: { id } });
  return row === null ? null : toRecord(row);
}

/**
 * The first other year that shares a day with these. Nobody else in the institution gets an answer
 * until the transaction ends, so that two years entered at once cannot overlap either.
 */
export async function findOverlappingYear(
  tx: Tx,
  { institutionId }: InstitutionScope,
  fields: AcademicYearFields,
  exceptId?: number,
): Promise<AcademicYearRecord | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`academic years of ${institutionId}`}, 0))`;
  const { startsOn, endsOn } = toColumns(fields);
  const row = await tx.academicYear.findFirst({
    where: {
      startsOn: { lte: endsOn },
      endsOn: { gte: startsOn },
      ...(exceptId !== undefined && { id: { not: exceptId } }),
    },
    orderBy: { startsOn: "asc" },
  });
  return row === null ? null : toRecord(row);
}

export async function insertAcademicYear(
  tx: Tx,
  { institutionId }: InstitutionScope,
  fields: AcademicYearFields,
): Promise<number> {
  const { id } = await tx.academicYear.create({ data: { institutionId, ...toColumns(fields) } });
  return id;
}

export async function updateAcademicYear(
  tx: Tx,
  id: number,
  fields: AcademicYearFields,
): Promise<void> {
  await tx.academicYear.update({ where: { id }, data: toColumns(fields) });
}

export async function deleteAcademicYear(tx: Tx, id: number): Promise<void> {
  await tx.academicYear.delete({ where: { id } });
}
