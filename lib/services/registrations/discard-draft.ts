import "server-only";
import { z } from "zod";
import { readListRows } from "@/lib/db/request-list-rows";
import { deleteDraft } from "@/lib/db/request-lists";
import { defineCommand } from "../define-service";
import { lockDraft } from "./draft";

/** Gives a draft up. A filed list stays. */
export const discardDraft = defineCommand({
  name: "registrations.discard",
  permission: "registrations:write",
  input: z.object({ listId: z.uuid() }),
  run: async (tx, { listId }) => {
    await lockDraft(tx, listId);
    const students = (await readListRows(tx, listId)).length;
    await deleteDraft(tx, listId);
    return { result: null, audit: { entity: "requestList", id: listId, detail: { students } } };
  },
});
