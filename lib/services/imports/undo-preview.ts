import "server-only";
import { z } from "zod";
import { today } from "@/lib/clock/today";
import { findImport } from "@/lib/db/import/imports";
import { factsOfPreview, previewUndo } from "@/lib/db/import/run-undo";
import type { Tx } from "@/lib/db/in-institution";
import { firstByName, type NamedStudent } from "@/lib/db/student-names";
import { AppError } from "../app-error";
import { assessedVerdict } from "../assessments/assessed-verdict";
import { type Basis, readBasis } from "../assessments/basis";
import { defineQuery } from "../define-service";
import { noChanges, noteVerdict, summaryOfEach } from "../office/verdict-changes";

/** Names that a group shows; it always tells how many there are. */
const NAMED = 50;
const NAMED_OF_GROUP = 10;

type Named<Group> = Omit<Group, "studentIds"> & { students: NamedStudent[] };

async function named<Group extends { studentIds: number[] }>(
  tx: Tx,
  groups: readonly Group[],
): Promise<Named<Group>[]> {
  const result: Named<Group>[] = [];
  for (const { studentIds, ...group } of groups) {
    result.push({ ...group, students: await firstByName(tx, studentIds, NAMED_OF_GROUP) });
  }
  return result;
}

async function effectOf(tx: Tx, basis: Basis) {
  const changed = noChanges();
  for await (const batch of factsOfPreview(tx)) {
    for (const { studentId, before, after } of batch) {
      if (before === null || after === null) continue;
      noteVerdict(
        changed,
        studentId,
        assessedVerdict(before, basis),
        assessedVerdict(after, basis),
      );
    }
  }
  return summaryOfEach(tx, changed, NAMED);
}

/**
 * What taking back a written import would mean today: rows by kind and whose they are, whose verdicts would change, what stays because it
 * was changed or used since, and which request lists and decisions about people it concerns. Changes nothing.
 */
export const undoPreview = defineQuery({
  name: "imports.undoPreview",
  permission: "imports:write",
  input: z.object({ importId: z.uuid() }),
  run: async (tx, { importId }) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    if (record.state !== "committed") throw new AppError("conflict", "importNotWritten");
    const basis = await readBasis(tx, today());
    const { kept, going, alone, ...planned } = await previewUndo(tx, record);
    return {
      record,
      asOf: basis.asOf,
      ...planned,
      going: await named(tx, going),
      alone: await named(tx, alone.count === 0 ? [] : [alone]),
      kept: await named(tx, kept),
      effect: await effectOf(tx, basis),
    };
  },
});
