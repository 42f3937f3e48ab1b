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
  /** As the dormitory's list says, both included; null: not known, or no end. */
  livesFrom: Day | null;
  livesTo: Day | null;
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
  const { id: _id, studentId: _student, institutionId: _institution, ...rest } = row;
  return recordOf(rest);
}

type Row = Omit<ResidenceRecord, "route" | DayField> & { route: string } & Record<
    DayField,
    Date | null
  >;
type DayField = "livesFrom" | "livesTo" | "consentDate" | "contractDate";

const dayOr = (date: Date | null): Day | null => (date === null ? null : dayFromColumn(date));
const columnOr = (day: Day | null): Date | null => (day === null ? null : columnFromDay(day));

/** A residence as the database holds it, with days for its dates. */
export function recordOf<R extends Row>(row: R): Omit<R, keyof Row> & ResidenceRecord {
  return {
    ...row,
    route: row.route as ResidenceRoute,
    livesFrom: dayOr(row.livesFrom),
    livesTo: dayOr(row.livesTo),
    consentDate: dayOr(row.consentDate),
    contractDate: dayOr(row.contractDate),
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
    livesFrom: columnOr(residence.livesFrom),
    livesTo: columnOr(residence.livesTo),
    consentDate: columnOr(residence.consentDate),
    contractDate: columnOr(residence.contractDate),
  };
  await tx.residence.upsert({
    where: { studentId },
    create: { ...data, institutionId, studentId },
    update: data,
  });
}
