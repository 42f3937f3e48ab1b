import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { columnFromDay, dayFromColumn } from "./day-column";
import type { InstitutionScope, Tx } from "./in-institution";

export const RESIDENCE_ROUTES = ["dormitory", "address", "employment"] as const;
export type ResidenceRoute = (typeof RESIDENCE_ROUTES)[number];

/** Where a student lives, and the papers of a registration there; empty text: not known. */
export type ResidenceRecord = {
  route: ResidenceRoute;
  dormitoryId: number | null;
  room: string;
  address: string;
  ownerName: string;
  ownerDocument: string;
  consentNotary: string;
  consentNumber: string;
  consentDate: Day | null;
  technicalPassportNo: string;
  contractNo: string;
  contractDate: Day | null;
  feeReceipt: string;
};

/** The student's residence, or null where none is known. */
export async function findResidence(tx: Tx, studentId: number): Promise<ResidenceRecord | null> {
  const row = await tx.residence.findUnique({ where: { studentId } });
  if (row === null) return null;
  const { studentId: _student, institutionId: _institution, route, ...rest } = row;
  return {
    ...rest,
    route: route as ResidenceRoute,
    consentDate: rest.consentDate === null ? null : dayFromColumn(rest.consentDate),
    contractDate: rest.contractDate === null ? null : dayFromColumn(rest.contractDate),
  };
}

/** Puts this residence in place of what was known. The student must be of the institution. */
export async function saveResidence(
  tx: Tx,
  { institutionId }: InstitutionScope,
  studentId: number,
  residence: ResidenceRecord,
): Promise<void> {
  const data = {
    ...residence,
    consentDate: residence.consentDate === null ? null : columnFromDay(residence.consentDate),
    contractDate: residence.contractDate === null ? null : columnFromDay(residence.contractDate),
  };
  await tx.residence.upsert({
    where: { studentId },
    create: { ...data, institutionId, studentId },
    update: data,
  });
}
