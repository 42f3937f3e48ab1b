import "server-only";
import { z } from "zod";
import { touchFacts } from "@/lib/db/facts-version";
import { setAside } from "@/lib/db/repairs";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { admitRepair, repairable } from "./admit-repair";
import { crossingRef, factsSeen, reasonField, studentKey } from "./repair-fields";

/** Has crossings count for nothing, and keeps them: an import that brings them again changes nothing. All of them or none. */
export const setCrossingAside = defineCommand({
  name: "students.setCrossingAside",
  permission: "students:write",
  input: z.object({
    studentId: studentKey,
    refs: z.array(crossingRef).min(1).max(20),
    reason: reasonField,
    factsSeen,
  }),
  run: async (tx, { studentId, refs, reason, factsSeen: seen }, { userId }) => {
    await admitRepair(tx, studentId, seen);
    for (const ref of new Set(refs)) {
      const crossing = await repairable(tx, studentId, ref);
      if (crossing.setAside) throw new AppError("conflict", "crossingSetAsideAlready");
      await setAside(tx, crossing.id, { userId, reason });
    }
    await touchFacts(tx, [studentId]);
    return {
      result: null,
      audit: { entity: "student", id: String(studentId), detail: { refs, reason } },
    };
  },
});
