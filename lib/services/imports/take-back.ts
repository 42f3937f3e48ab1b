import "server-only";
import { today } from "@/lib/clock/today";
import { markUndone } from "@/lib/db/import/finish";
import type { ImportProblem, ImportRecord } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { undoRows } from "@/lib/db/import/run-undo";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";
import { log } from "@/lib/log/log";
import { assessDay } from "../assessments/assess-day";
import { agreementOn } from "./undo-agreement";

function stays(scope: InstitutionScope, importId: string, problem: ImportProblem) {
  return inInstitution(scope, (tx) =>
    moveImport(tx, importId, ["undoing"], {
      state: "committed",
      progress: null,
      undo: null,
      undoneBy: null,
      problem,
    }),
  );
}

async function takeBackRows(scope: InstitutionScope, record: ImportRecord): Promise<boolean> {
  const { agreement } = record.undo ?? {};
  let agreed = true;
  await undoRows(scope, record, async (client, counts) => {
    agreed = agreement === agreementOn(counts);
    if (agreed) await markUndone(client, record, counts);
    return agreed;
  });
  return agreed;
}

/**
 * Takes back an import that is being undone: one transaction, all or nothing; then assesses whom it touched. May be
 * called again: what is taken back is not taken back twice. Where it would come to something else than what
 * was agreed, or fails, the import stays written and says so.
 */
export async function takeBack(scope: InstitutionScope, importId: string): Promise<void> {
  const record = await inInstitution(scope, (tx) => findImport(tx, importId));
  if (record === null || record.state !== "undoing") return;
  try {
    if (!(await takeBackRows(scope, record))) {
      await stays(scope, importId, { code: "undoChanged" });
      return;
    }
  } catch (error) {
    log.error({ err: error, importId }, "an import could not be taken back");
    await stays(scope, importId, { code: "notUndone" });
    return;
  }
  await assessDay(scope, today());
}
