import "server-only";
import { z } from "zod";
import { touchFacts } from "@/lib/db/facts-version";
import type { Tx } from "@/lib/db/in-institution";
import { deleteCrossing, type RepairableCrossing, setAside } from "@/lib/db/repairs";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { admitRepairOf } from "./admit-repair";
import { crossingRef, studentKey } from "./repair-fields";

/**
 * Takes a repair back. `setAside`: the crossing counts again. `recorded`: a crossing that the office entered is
 * removed, unless a log holds it by now. Which of the two is said, so that a second click undoes nothing else.
 */
export const undoRepair = defineCommand({
  name: "students.undoRepair",
  permission: "students:write",
  input: z.object({
    studentId: studentKey,
    ref: crossingRef,
    repair: z.enum(["setAside", "recorded"]),
  }),
  run: async (tx, { studentId, ref, repair }) => {
    const crossing = await admitRepairOf(tx, studentId, ref);
    if (repair === "setAside") await countAgain(tx, crossing);
    else await removeEntered(tx, crossing);
    await touchFacts(tx, [studentId]);
    return {
      result: null,
      audit: { entity: "student", id: String(studentId), detail: { ref, repair } },
    };
  },
});

async function countAgain(tx: Tx, crossing: RepairableCrossing): Promise<void> {
  if (!crossing.setAside) throw new AppError("conflict", "repairUndoneAlready");
  await setAside(tx, crossing.id, null);
}

async function removeEntered(tx: Tx, crossing: RepairableCrossing): Promise<void> {
  if (!crossing.recorded) throw new AppError("conflict", "crossingNotEntered");
  if (crossing.imported) throw new AppError("conflict", "crossingInLog");
  await deleteCrossing(tx, crossing.id);
}
