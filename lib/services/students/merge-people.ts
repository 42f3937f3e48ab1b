import "server-only";
import { z } from "zod";
import { factsVersionOf, touchFacts } from "@/lib/db/facts-version";
import type { Tx } from "@/lib/db/in-institution";
import { countShared, mergeRows } from "@/lib/db/people/merge-rows";
import { readSide } from "@/lib/db/people/people";
import { keepPersonChange, personOf } from "@/lib/db/people/person-changes";
import { imagesOf } from "@/lib/db/people/person-rows";
import { refreshKeys } from "@/lib/db/people/search-keys";
import { AppError } from "../app-error";
import { defineCommand, defineQuery } from "../define-service";
import { admitPeople } from "./person-admission";
import { reasonField, studentKey } from "./repair-fields";

export type { PersonDocument, PersonSide } from "@/lib/db/people/people";

const different = (input: { keptId: number; goneId: number }) => input.keptId !== input.goneId;

/** Two students side by side, and what both have: before it is said whether they are one person. */
export const comparePeople = defineQuery({
  name: "students.comparePeople",
  permission: "students:write",
  input: z.object({ keptId: studentKey, goneId: studentKey }).refine(different),
  run: async (tx, { keptId, goneId }) => {
    const kept = await readSide(tx, keptId);
    const gone = await readSide(tx, goneId);
    if (kept === null || gone === null) throw new AppError("notFound", "notFound");
    return { kept, gone, shared: await countShared(tx, { keptId, goneId }) };
  },
});

async function seenAsTheyAre(tx: Tx, seen: readonly [number, number][]): Promise<void> {
  for (const [studentId, version] of seen) {
    if ((await factsVersionOf(tx, studentId)) !== version) {
      throw new AppError("conflict", "personMoved");
    }
  }
}

/**
 * Makes two records one. The kept one's own values stay, what it does not say it takes from the other; documents,
 * crossings, grounds and the rest move; what both have stays once. Of two clicks, or two tabs, one counts.
 */
export const mergePeople = defineCommand({
  name: "students.mergePeople",
  permission: "students:write",
  input: z
    .object({
      keptId: studentKey,
      goneId: studentKey,
      /** The versions of the facts of both as they were looked at. */
      keptSeen: z.coerce.number().int().nonnegative(),
      goneSeen: z.coerce.number().int().nonnegative(),
      reason: reasonField,
    })
    .refine(different),
  run: async (tx, { keptId, goneId, keptSeen, goneSeen, reason }, actor) => {
    await admitPeople(tx, [keptId, goneId]);
    await seenAsTheyAre(tx, [
      [keptId, keptSeen],
      [goneId, goneSeen],
    ]);
    const before = await imagesOf(tx, [keptId, goneId]);
    await mergeRows(tx, { keptId, goneId });
    await refreshKeys(tx, [keptId]);
    const after = await imagesOf(tx, [keptId]);
    const changeId = await keepPersonChange(tx, actor, {
      kind: "merge",
      studentId: keptId,
      otherId: goneId,
      before,
      after,
      reason,
      userId: actor.userId,
    });
    await touchFacts(tx, [keptId]);
    return {
      result: { studentId: keptId, changeId },
      audit: {
        entity: "student",
        id: String(keptId),
        detail: { merged: goneId, changeId, reason },
      },
    };
  },
});

/** The record to which a student's key leads now; null: to none. */
export const leadToPerson = defineQuery({
  name: "students.leadToPerson",
  permission: "students:read",
  input: z.object({ studentId: studentKey }),
  run: (tx, { studentId }) => personOf(tx, studentId),
});
