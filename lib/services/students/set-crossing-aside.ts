import "server-only";
import { z } from "zod";
import { touchFacts } from "@/lib/db/facts-version";
import { setAside } from "@/lib/db/repairs";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { admitRepairOf } from "./admit-repair";
import { crossingRef, reasonField, studentKey } from "./repair-fields";

/** Has a crossing count for nothing, and keeps it: an import that brings it again changes nothing. */
export const setCrossingAside = defineCommand({
  name: "students.setCrossingAside",
  permission: "students:write",
  input: z.object({ studentId: studentKey, ref: crossingRef, reason: reasonField }),
  run: async (tx, { studentId, ref, reason }, { userId }) => {
    const crossing = await admitRepairOf(tx, studentId, ref);
    if (crossing.setAside) throw new AppError("conflict", "crossingSetAsideAlready");
    await setAside(tx, crossing.id, { userId, reason });
    await touchFacts(tx, [studentId]);
    return {
      result: null,
      audit: { entity: "student", id: String(studentId), detail: { ref, reason } },
    };
  },
});
