import "server-only";
import { factsVersionOf } from "@/lib/db/facts-version";
import type { Tx } from "@/lib/db/in-institution";
import { findRepairable, lockForRepair, type RepairableCrossing } from "@/lib/db/repairs";
import { findStudent } from "@/lib/db/student-record";
import { AppError } from "../app-error";

/**
 * Lets a repair of this student's crossings begin, alone; refuses where there is no such student, or an import
 * writes. `seen`: the version of the facts that the repair was chosen for, where it was; refuses where they have
 * moved since, as another repair may have answered the same trouble.
 */
export async function admitRepair(tx: Tx, studentId: number, seen?: number): Promise<void> {
  if ((await findStudent(tx, studentId)) === null) throw new AppError("notFound", "notFound");
  if (!(await lockForRepair(tx, studentId))) throw new AppError("conflict", "importIsWriting");
  if (seen !== undefined && seen !== (await factsVersionOf(tx, studentId))) {
    throw new AppError("conflict", "crossingsMoved");
  }
}

/** The same, and finds the crossing that it is about. */
export async function admitRepairOf(
  tx: Tx,
  studentId: number,
  ref: string,
): Promise<RepairableCrossing> {
  await admitRepair(tx, studentId);
  return repairable(tx, studentId, ref);
}

/** The crossing of the student with this ref, once a repair of it may begin. */
export async function repairable(
  tx: Tx,
  studentId: number,
  ref: string,
): Promise<RepairableCrossing> {
  const crossing = await findRepairable(tx, studentId, ref);
  if (crossing === null) throw new AppError("notFound", "crossingNotFound");
  return crossing;
}
