import "server-only";
import { z } from "zod";
import { formatDay } from "@/lib/civil-date/day";
import {
  type AcademicYearFields,
  type AcademicYearRecord,
  deleteAcademicYear,
  findAcademicYear,
  findOverlappingYear,
  insertAcademicYear,
  listAcademicYears,
  updateAcademicYear,
} from "@/lib/db/academic-years";
import type { InstitutionScope, Tx } from "@/lib/db/in-institution";
import { AppError, invalidField } from "../app-error";
import { defineCommand, defineQuery } from "../define-service";
import { academicYearFields } from "./academic-year-fields";

export type { AcademicYearRecord } from "@/lib/db/academic-years";

const yearId = z.int().positive();

/** The academic years, the latest first. */
export const listYears = defineQuery({
  name: "academicYears.list",
  permission: "students:read",
  input: z.object({}),
  run: (tx) => listAcademicYears(tx),
});

/** Adds a year that shares no day with another. */
export const addYear = defineCommand({
  name: "academicYears.add",
  permission: "office:write",
  input: academicYearFields,
  run: async (tx, fields, actor) => {
    await refuseOverlap(tx, actor, fields);
    const id = await insertAcademicYear(tx, actor, fields);
    return { result: { id }, audit: entry(id, { after: written(fields) }) };
  },
});

/** Moves the ends of a year. */
export const changeYear = defineCommand({
  name: "academicYears.change",
  permission: "office:write",
  input: academicYearFields.safeExtend({ id: yearId }),
  run: async (tx, { id, ...fields }, actor) => {
    await refuseOverlap(tx, actor, fields, id);
    const before = await yearOrRefuse(tx, id);
    await updateAcademicYear(tx, id, fields);
    return { result: null, audit: entry(id, { before: written(before), after: written(fields) }) };
  },
});

/** Removes a year; nothing else refers to one. */
export const removeYear = defineCommand({
  name: "academicYears.remove",
  permission: "office:write",
  input: z.object({ id: yearId }),
  run: async (tx, { id }) => {
    const before = await yearOrRefuse(tx, id);
    await deleteAcademicYear(tx, id);
    return { result: null, audit: entry(id, { before: written(before) }) };
  },
});

async function refuseOverlap(
  tx: Tx,
  scope: InstitutionScope,
  fields: AcademicYearFields,
  exceptId?: number,
): Promise<void> {
  const other = await findOverlappingYear(tx, scope, fields, exceptId);
  if (other !== null) throw invalidField("from", "academicYearsOverlap");
}

async function yearOrRefuse(tx: Tx, id: number): Promise<AcademicYearRecord> {
  const year = await findAcademicYear(tx, id);
  if (year === null) throw new AppError("notFound", "academicYearNotFound");
  return year;
}

function written({ from, to }: AcademicYearFields): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}

function entry(id: number, detail: Record<string, unknown>) {
  return { entity: "academicYear", id: String(id), detail };
}
