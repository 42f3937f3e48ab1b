import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/in-institution";
import { AppError } from "../app-error";
import { matchingIds } from "../students/matching-ids";
import { studentFilter } from "../students/student-filter";

/** Students on one list. */
export const LONGEST_LIST = 2_000;

const studentId = z.number().int().positive().max(2_147_483_647);

/** Chosen students, or all that match a filter: then the filter is run again, in the actor's institution. */
export const selectionSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("chosen"), ids: z.array(studentId).min(1, "nobodyChosen") }),
  z.object({ kind: z.literal("matching"), filter: studentFilter }),
]);
export type Selection = z.output<typeof selectionSchema>;
export type SelectionInput = z.input<typeof selectionSchema>;

/** The keys of the students that a selection means, in its order, each once. */
export async function selectedIds(tx: Tx, selection: Selection): Promise<number[]> {
  const ids =
    selection.kind === "chosen"
      ? [...new Set(selection.ids)]
      : await matchingIds(tx, selection.filter, LONGEST_LIST + 1);
  if (ids.length > LONGEST_LIST) throw new AppError("invalid", "listTooLong");
  if (ids.length === 0) throw new AppError("invalid", "nobodyChosen");
  return ids;
}
