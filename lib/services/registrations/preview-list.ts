import "server-only";
import { z } from "zod";
import type { Day } from "@/lib/civil-date/day";
import { type ListedRequestList, listRequestLists } from "@/lib/db/request-lists";
import { readBasis } from "../assessments/basis";
import { defineQuery } from "../define-service";
import { dayField } from "../office/day-field";
import { allFound } from "./all-found";
import { readSorted, type Sorted } from "./draft";
import { selectedIds, selectionSchema } from "./selection";

export type RequestListPreview = Sorted & {
  asOf: Day;
  /** Drafts that the students could be put on as well. */
  drafts: ListedRequestList[];
};

/** Who of a selection could be filed on a day, and who not and why. Writes nothing. */
export const previewRequestList = defineQuery({
  name: "registrations.preview",
  permission: "registrations:write",
  input: z.object({ selection: selectionSchema, asOf: dayField }),
  run: async (tx, { selection, asOf }): Promise<RequestListPreview> => {
    const ids = await selectedIds(tx, selection);
    const sorted = allFound(ids, await readSorted(tx, await readBasis(tx, asOf), ids));
    const lists = await listRequestLists(tx);
    return { ...sorted, asOf, drafts: lists.filter(({ state }) => state === "draft") };
  },
});
