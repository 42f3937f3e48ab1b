import "server-only";
import { z } from "zod";
import { appendStudents, readListRows } from "@/lib/db/request-list-rows";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { studentsOrRefuse } from "./all-found";
import { lockDraft } from "./draft";
import { LONGEST_LIST, selectedIds, selectionSchema } from "./selection";

/** Puts the chosen students at the end of a draft; who is on it already stays where they are. */
export const addToDraft = defineCommand({
  name: "registrations.add",
  permission: "registrations:write",
  input: z.object({ listId: z.uuid(), selection: selectionSchema }),
  run: async (tx, { listId, selection }, actor) => {
    await lockDraft(tx, listId);
    const ids = await studentsOrRefuse(tx, await selectedIds(tx, selection));
    const added = await appendStudents(tx, actor, listId, ids);
    if ((await readListRows(tx, listId)).length > LONGEST_LIST) {
      throw new AppError("invalid", "listTooLong");
    }
    return { result: { added }, audit: { entity: "requestList", id: listId, detail: { added } } };
  },
});
