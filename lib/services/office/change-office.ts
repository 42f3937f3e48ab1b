import "server-only";
import { z } from "zod";
import { findInstitution, saveInstitution } from "@/lib/db/institutions";
import { defineCommand } from "../define-service";
import { answersOver, settingsFrom, settingsToColumn, someSettingsFields } from "./settings-fields";

const input = someSettingsFields.extend({
  name: z.string().trim().min(1, "required").max(200, "tooLong").optional(),
});
export type ChangeOfficeInput = z.input<typeof input>;

/**
 * Sets the office's name, its answers to the open questions and its holidays; what is not given stays as
 * it is. Every assessment is made anew by them.
 */
export const changeOffice = defineCommand({
  name: "office.change",
  permission: "office:write",
  input,
  run: async (tx, { name, ...settings }, actor) => {
    const before = await findInstitution(tx, actor);
    const after = {
      name: name ?? before.name,
      settings: settingsToColumn(answersOver(settingsFrom(before.settings), settings)),
    };
    await saveInstitution(tx, actor, after);
    return {
      result: null,
      audit: {
        entity: "institution",
        id: actor.institutionId,
        detail: { before: { name: before.name, settings: before.settings }, after },
      },
    };
  },
});
