import "server-only";
import type { Tx } from "@/lib/db/in-institution";
import { findRepairable, lockForRepair, type RepairableCrossing } from "@/lib/db/repairs";
import { findStudent } from "@/lib/db/student-record";
import { AppError } from "../app-error";

/** Lets a repair of this student's crossings begin, alone; refuses where there is no such student, or an import writes. */
export async function admitRepair(tx: Tx, studentId: number): Promise<void> {
  if ((await findStudent(tx, studentId)) === null) throw new AppError("notFound", "notFound");
  if (!(await lockForRepair(tx, studentId))) throw new AppError("conflict", "importIsWriting");
}

/** The same, and finds the crossing that it is about. */
export async function admitRepairOf(
  tx: Tx,
  studentId: number,
  ref: string,
): Promise<RepairableCrossing> {
  await admitRepair(tx, studentId);
  const crossing = await findRepairable(tx, studentId, ref);
  if (crossing === null) throw new AppError("notFound", "crossingNotFound");
  return crossing;
}
