import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/db/in-institution";
import { listCameSince, type SinceRow } from "@/lib/db/people/came-since";
import { forgetApart, keepApart, listApart, listDoubles } from "@/lib/db/people/doubles";
import { type PersonSide, readSide } from "@/lib/db/people/people";
import { listPersonChanges, standingChanges } from "@/lib/db/people/person-changes";
import { AppError } from "../app-error";
import { defineCommand, defineQuery } from "../define-service";
import { studentKey } from "./repair-fields";
import { findUndoObstacle, type UndoObstacle } from "./undo-obstacle";

export type { SinceRow } from "@/lib/db/people/came-since";
export type { PersonChange } from "@/lib/db/people/person-changes";

const PAGE = 25;

export type DoublePair = { one: PersonSide; other: PersonSide; reasons: ("name" | "iin")[] };

/** Students who may be one person, a page of pairs; of one student, or of all. */
export const getDoubles = defineQuery({
  name: "students.doubles",
  permission: "students:write",
  input: z.object({
    studentId: studentKey.optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
  }),
  run: async (tx, { studentId, page }) => {
    const offset = (page - 1) * PAGE;
    const { total, doubles } = await listDoubles(tx, studentId ?? null, { limit: PAGE, offset });
    const pairs: DoublePair[] = [];
    for (const { studentId: oneId, otherId, reasons } of doubles) {
      const one = await readSide(tx, oneId);
      const other = await readSide(tx, otherId);
      if (one !== null && other !== null) pairs.push({ one, other, reasons });
    }
    return { total, pairs, page, pageSize: PAGE };
  },
});

/** Keeps that two who look like one are two: they are offered no more. */
export const tellApart = defineCommand({
  name: "students.tellApart",
  permission: "students:write",
  input: z
    .object({ studentId: studentKey, otherId: studentKey })
    .refine(({ studentId, otherId }) => studentId !== otherId),
  run: async (tx, { studentId, otherId }, actor) => {
    for (const id of [studentId, otherId]) {
      if ((await readSide(tx, id)) === null) throw new AppError("notFound", "notFound");
    }
    await keepApart(tx, actor, [studentId, otherId], actor.userId);
    return {
      result: null,
      audit: { entity: "student", id: String(studentId), detail: { differentFrom: otherId } },
    };
  },
});

/** Takes back that two are two people: where they look like one they are offered again. */
export const takeApartBack = defineCommand({
  name: "students.takeApartBack",
  permission: "students:write",
  input: z.object({ studentId: studentKey, otherId: studentKey }),
  run: async (tx, { studentId, otherId }) => {
    if (!(await forgetApart(tx, [studentId, otherId]))) throw new AppError("notFound", "notFound");
    return {
      result: null,
      audit: { entity: "student", id: String(studentId), detail: { mayBeOneWith: otherId } },
    };
  },
});

/** What its undo depends on: rows that came since and are not the record's own by what the files say; what stands in the way. */
export type UndoProspect = { since: SinceRow[]; obstacle: UndoObstacle | null };

/** The same by the key of each merge and split that holds. */
async function prospectOfEach(
  tx: Tx,
  changes: readonly { id: string }[],
): Promise<Record<string, UndoProspect>> {
  const standing = await standingChanges(
    tx,
    changes.map(({ id }) => id),
  );
  const each: Record<string, UndoProspect> = {};
  for (const change of standing) {
    const since = (await listCameSince(tx, change)).filter(({ whose }) => whose !== "own");
    each[change.id] = { since, obstacle: await findUndoObstacle(tx, change) };
  }
  return each;
}

/** What was done to a student's record: merges and splits, the newest first; and who was said to be somebody else. */
export const getRecordHistory = defineQuery({
  name: "students.recordHistory",
  permission: "students:write",
  input: z.object({ studentId: studentKey }),
  run: async (tx, { studentId }) => {
    const side = await readSide(tx, studentId);
    if (side === null) throw new AppError("notFound", "notFound");
    const apart: PersonSide[] = [];
    for (const otherId of await listApart(tx, studentId)) {
      const other = await readSide(tx, otherId);
      if (other !== null) apart.push(other);
    }
    const changes = await listPersonChanges(tx, studentId);
    return { side, changes, undo: await prospectOfEach(tx, changes), apart };
  },
});
