import "server-only";
import type { z } from "zod";
import { findDormitory } from "@/lib/db/dormitories";
import { findResidence, type ResidenceRecord, saveResidence } from "@/lib/db/residences";
import { findStudent } from "@/lib/db/student-record";
import { AppError, invalidField } from "../app-error";
import { defineCommand } from "../define-service";
import { residenceFields } from "./residence-fields";

export type ResidenceInput = z.input<typeof residenceFields>;

/** Names of the fields that differ; the audit keeps these, not what they hold. */
function changedFields(before: ResidenceRecord | null, after: ResidenceRecord): string[] {
  const keys = Object.keys(after) as (keyof ResidenceRecord)[];
  return keys.filter((key) => before === null || before[key] !== after[key]);
}

/** Puts where a student lives, and the papers of it, in place of what was known. */
export const updateResidence = defineCommand({
  name: "students.updateResidence",
  permission: "students:write",
  input: residenceFields,
  run: async (tx, { studentId, ...residence }, actor) => {
    if ((await findStudent(tx, studentId)) === null) throw new AppError("notFound", "notFound");
    const { dormitoryId } = residence;
    if (dormitoryId !== null && (await findDormitory(tx, dormitoryId)) === null) {
      throw invalidField("dormitoryId", "invalidValue");
    }
    const before = await findResidence(tx, studentId);
    await saveResidence(tx, actor, studentId, residence);
    const changed = changedFields(before, residence);
    return {
      result: { changed },
      audit: { entity: "student", id: String(studentId), detail: { changed } },
    };
  },
});
