import "server-only";
import { z } from "zod";
import { touchFacts } from "@/lib/db/facts-version";
import type { Tx } from "@/lib/db/in-institution";
import { countShared } from "@/lib/db/people/merge-rows";
import { filedListsOf } from "@/lib/db/people/people";
import {
  changedAgain,
  lockPersonChange,
  markUndone,
  type StoredPersonChange,
} from "@/lib/db/people/person-changes";
import { imagesOf } from "@/lib/db/people/person-rows";
import { refreshKeys } from "@/lib/db/people/search-keys";
import { cameSince, unmergeRows, unsplitRows } from "@/lib/db/people/undo-rows";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { admitPeople } from "./person-admission";

/**
 * Takes back that two records became one, or one two: both are as before. What came to the record since goes to the
 * one that its file names, and stays with it where none tells. Refuses what was taken back already, and while something later was done to one of the two.
 */
export const undoPersonChange = defineCommand({
  name: "students.undoPersonChange",
  permission: "students:write",
  input: z.object({ changeId: z.uuid() }),
  run: async (tx, { changeId }, { userId }) => {
    const change = await lockPersonChange(tx, changeId);
    if (change === null) throw new AppError("notFound", "notFound");
    if (change.undoneAt !== null) throw new AppError("conflict", "personChangeUndone");
    if (await changedAgain(tx, change)) throw new AppError("conflict", "personChangedAgain");
    const { studentId, otherId, kind } = change;
    await admitPeople(tx, kind === "merge" ? [studentId] : [studentId, otherId]);
    if (kind === "merge") await unmergeRows(tx, change);
    else await unsplit(tx, change);
    const left = kind === "merge" ? [studentId, otherId] : [studentId];
    await refreshKeys(tx, left);
    await markUndone(tx, changeId, userId);
    await touchFacts(tx, left);
    return {
      result: { studentId },
      audit: { entity: "student", id: String(studentId), detail: { changeId, kind, otherId } },
    };
  },
});

/** Only while the new record has nothing but what was split off: the rest would be lost with it. */
async function unsplit(tx: Tx, change: StoredPersonChange): Promise<void> {
  const now = await imagesOf(tx, [change.otherId]);
  const shared = await countShared(tx, { keptId: change.studentId, goneId: change.otherId });
  const isListed = now.request_list_row.length > 0 || (await filedListsOf(tx, change.otherId)) > 0;
  const hasMore = Object.keys(cameSince(change, now)).length > 0;
  if (isListed || hasMore || shared.crossings + shared.grounds > 0) {
    throw new AppError("conflict", "splitHasMore");
  }
  await unsplitRows(tx, change);
}
