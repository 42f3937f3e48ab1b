import "server-only";
import { z } from "zod";
import { saveReferences } from "@/lib/db/request-lists";
import { defineCommand } from "../define-service";
import { lockDraft } from "./draft";
import { referencesFields } from "./references-fields";

/** Writes the petition, the representative and the power of attorney on a draft. */
export const describeDraft = defineCommand({
  name: "registrations.describe",
  permission: "registrations:write",
  input: referencesFields.extend({ listId: z.uuid() }),
  run: async (tx, { listId, ...references }) => {
    const before = await lockDraft(tx, listId);
    await saveReferences(tx, listId, references);
    const names = Object.keys(references) as (keyof typeof references)[];
    const changed = names.filter((name) => before[name] !== references[name]);
    return { result: null, audit: { entity: "requestList", id: listId, detail: { changed } } };
  },
});
