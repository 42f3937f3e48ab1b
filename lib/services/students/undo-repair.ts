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
 * removed, unless a log holds it by now. `leftover`: what was set aside of an import that was taken back since is
 * removed, as that import's other crossings were. Which of them is said, so that a second click undoes nothing else.
 */
export const undoRepair = defineCommand({
  name: "students.undoRepair",
  permission: "students:write",
  input: z.object({
    studentId: studentKey,
    ref: crossingRef,
    repair: z.enum(["setAside", "recorded", "leftover"]),
  }),
  run: async (tx, { studentId, ref, repair }) => {
    const crossing = await admitRepairOf(tx, studentId, ref);
    if (repair === "setAside") await countAgain(tx, crossing);
    else if (repair === "recorded") await removeEntered(tx, crossing);
    else await removeLeftover(tx, crossing);
    await touchFacts(tx, [studentId]);
    return {
      result: null,
      audit: { entity: "student", id: String(studentId), detail: { ref, repair } },
    };
  },
});

async function countAgain(tx: Tx, crossing: RepairableCrossing): Promise<void> {
  if (!crossing.setAside) throw new AppError("conflict", "repairUndoneAlready");
  if (crossing.leftover) throw new AppError("conflict", "crossingOfUndoneImport");
  await setAside(tx, crossing.id, null);
}

async function removeLeftover(tx: Tx, crossing: RepairableCrossing): Promise<void> {
  if (!crossing.leftover) throw new AppError("conflict", "crossingInLog");
  await deleteCrossing(tx, crossing.id);
}

async function removeEntered(tx: Tx, crossing: RepairableCrossing): Promise<void> {
  if (!crossing.recorded) throw new AppError("conflict", "crossingNotEntered");
  if (crossing.imported) throw new AppError("conflict", "crossingInLog");
  await deleteCrossing(tx, crossing.id);
}
