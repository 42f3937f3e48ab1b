import "server-only";
import { today } from "@/lib/clock/today";
import { markUndone } from "@/lib/db/import/finish";
import type { ImportProblem, ImportRecord } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { tellProgress } from "@/lib/db/import/progress";
import { undoRows } from "@/lib/db/import/run-undo";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";
import { log } from "@/lib/log/log";
import { assessDay } from "../assessments/assess-day";
import { MOST_ATTEMPTS } from "./attempts";

const stays = (problem: ImportProblem) =>
  ({ state: "committed", progress: null, undo: null, undoneBy: null, problem }) as const;

/** Begins, or begins anew after a process died under it. Null: it is not to be taken back (any more). */
function begin(scope: InstitutionScope, importId: string): Promise<ImportRecord | null> {
  return inInstitution(scope, async (tx) => {
    const record = await findImport(tx, importId);
    if (record === null || record.state !== "undoing") return null;
    const attempt = (record.progress?.attempt ?? 0) + 1;
    if (attempt > MOST_ATTEMPTS) {
      await moveImport(tx, importId, ["undoing"], stays({ code: "notUndone" }));
      return null;
    }
    await tellProgress(tx, importId, "undoing", { stage: "undoing", done: 0, attempt });
    return record;
  });
}

async function takeBackRows(scope: InstitutionScope, record: ImportRecord): Promise<boolean> {
  let agreed = true;
  await undoRows(scope, record, async (client, { counts, agreement }) => {
    agreed = agreement === record.undo?.agreement;
    if (agreed) await markUndone(client, record, counts);
    return agreed;
  });
  return agreed;
}

/**
 * Takes back an import that is being undone: one transaction, all or nothing; then assesses whom it touched. May be
 * called again: what is taken back is not taken back twice. Where it would come to something else than what
 * was agreed, fails, or processes have died of it again and again, the import stays written and says so.
 */
export async function takeBack(scope: InstitutionScope, importId: string): Promise<void> {
  const record = await begin(scope, importId);
  if (record === null) return;
  const stay = (problem: ImportProblem) =>
    inInstitution(scope, (tx) => moveImport(tx, importId, ["undoing"], stays(problem)));
  try {
    if (!(await takeBackRows(scope, record))) {
      await stay({ code: "undoChanged" });
      return;
    }
  } catch (error) {
    log.error({ err: error, importId }, "an import could not be taken back");
    await stay({ code: "notUndone" });
    return;
  }
  await assessDay(scope, today());
}
