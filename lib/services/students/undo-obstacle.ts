import "server-only";
import type { Tx } from "@/lib/db/in-institution";
import { countShared } from "@/lib/db/people/merge-rows";
import { filedListsOf } from "@/lib/db/people/people";
import { changedAgain, type StoredPersonChange } from "@/lib/db/people/person-changes";
import { imagesOf } from "@/lib/db/people/person-rows";
import { cameSince } from "@/lib/db/people/undo-rows";

/** A key of messages/<locale>/errors.json. */
export type UndoObstacle = "personChangedAgain" | "splitHasMore";

/** Why a merge or a split cannot be taken back as things are; null: it can. */
export async function findUndoObstacle(
  tx: Tx,
  change: StoredPersonChange,
): Promise<UndoObstacle | null> {
  if (await changedAgain(tx, change)) return "personChangedAgain";
  return change.kind === "split" && (await hasMore(tx, change)) ? "splitHasMore" : null;
}

/** A split is taken back only while the new record has nothing but what was split off: the rest would be lost with it. */
async function hasMore(tx: Tx, change: StoredPersonChange): Promise<boolean> {
  const now = await imagesOf(tx, [change.otherId]);
  const shared = await countShared(tx, { keptId: change.studentId, goneId: change.otherId });
  const isListed = now.request_list_row.length > 0 || (await filedListsOf(tx, change.otherId)) > 0;
  const added = Object.keys(cameSince(change, now)).length > 0;
  return isListed || added || shared.crossings + shared.grounds > 0;
}
