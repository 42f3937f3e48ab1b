import "server-only";
import { z } from "zod";
import { appendStudents } from "@/lib/db/request-list-rows";
import { insertDraft } from "@/lib/db/request-lists";
import { defineCommand } from "../define-service";
import { dayField } from "../office/day-field";
import { studentsOrRefuse } from "./all-found";
import { selectedIds, selectionSchema } from "./selection";

/** Begins a list with the chosen students, those who cannot be filed included. */
export const createDraft = defineCommand({
  name: "registrations.create",
  permission: "registrations:write",
  input: z.object({ selection: selectionSchema, asOf: dayField }),
  run: async (tx, { selection, asOf }, actor) => {
    const ids = await studentsOrRefuse(tx, await selectedIds(tx, selection));
    const id = await insertDraft(tx, actor, { asOf, createdBy: actor.userId });
    const students = await appendStudents(tx, actor, id, ids);
    return {
      result: { id },
      audit: { entity: "requestList", id, detail: { students } },
    };
  },
});
