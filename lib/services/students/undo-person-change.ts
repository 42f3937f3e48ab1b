import "server-only";
import { z } from "zod";
import { touchFacts } from "@/lib/db/facts-version";
import { changedAgain, lockPersonChange, markUndone } from "@/lib/db/people/person-changes";
import { refreshKeys } from "@/lib/db/people/search-keys";
import { unmergeRows, unsplitRows } from "@/lib/db/people/undo-rows";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { admitPeople } from "./person-admission";
import { findUndoObstacle } from "./undo-obstacle";

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
    const obstacle = await findUndoObstacle(tx, change);
    if (obstacle !== null) throw new AppError("conflict", obstacle);
    if (kind === "merge") await unmergeRows(tx, change);
    else await unsplitRows(tx, change);
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
