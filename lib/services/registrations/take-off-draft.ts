import "server-only";
import { z } from "zod";
import { removeStudents } from "@/lib/db/request-list-rows";
import { defineCommand } from "../define-service";
import { lockDraft } from "./draft";

/** Takes students off a draft. One who is on it no more, since another window was quicker, is no error. */
export const takeOffDraft = defineCommand({
  name: "registrations.takeOff",
  permission: "registrations:write",
  input: z.object({
    listId: z.uuid(),
    studentIds: z.array(z.number().int().positive()).min(1, "nobodyChosen"),
  }),
  run: async (tx, { listId, studentIds }) => {
    await lockDraft(tx, listId);
    const removed = await removeStudents(tx, listId, studentIds);
    return {
      result: { removed },
      audit: { entity: "requestList", id: listId, detail: { removed } },
    };
  },
});
