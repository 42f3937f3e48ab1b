import "server-only";
import { today } from "@/lib/clock/today";
import { markEffect } from "@/lib/db/import/effect-rows";
import type { ImportEffect } from "@/lib/db/import/effect-words";
import { ImportMovedOn, markCommitted } from "@/lib/db/import/finish";
import { deleteRowsOfDiscarded } from "@/lib/db/import/import-rows";
import type { ImportProgress, ImportRecord } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { findOvertaken } from "@/lib/db/import/overtaken";
import { tellProgress } from "@/lib/db/import/progress";
import { writeRows } from "@/lib/db/import/run-import";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";
import { log } from "@/lib/log/log";
import { assessDay } from "../assessments/assess-day";
import { MOST_ATTEMPTS } from "./attempts";
import { recountEffect } from "./count-effect";
import { findEffect } from "./find-effect";
import { storedLines } from "./open-stored";
import { seldom } from "./seldom";
import { unlessDiscarded } from "./unless-discarded";

const NOT_WRITTEN = { state: "ready", progress: null, problem: { code: "notWritten" } } as const;

/** Begins, or begins anew after a process died under it. Null: it is not to be written (any more). */
function begin(scope: InstitutionScope, importId: string): Promise<ImportRecord | null> {
  return inInstitution(scope, async (tx) => {
    const record = await findImport(tx, importId);
    if (record === null || record.state !== "committing") return null;
    const attempt = (record.progress?.attempt ?? 0) + 1;
    if (attempt > MOST_ATTEMPTS) {
      await moveImport(tx, importId, ["committing"], NOT_WRITTEN);
      return null;
    }
    const progress: ImportProgress = { stage: "writing", done: 0, attempt };
    await tellProgress(tx, importId, "committing", progress);
    return { ...record, progress };
  });
}

async function write(
  scope: InstitutionScope,
  record: ImportRecord,
  userId: string | null,
  stopped: AbortSignal,
): Promise<void> {
  const total = Object.values(record.counts ?? {}).reduce((sum, count) => sum + count, 0);
  const attempt = record.progress?.attempt ?? 1;
  const tell = (stage: ImportProgress["stage"], done: number) =>
    inInstitution(scope, (tx) =>
      tellProgress(tx, record.id, "committing", { stage, done, total, attempt }),
    );
  let recounted: ImportEffect | null = null;
  await writeRows(scope, { ...record, asOf: today() }, () => storedLines(scope, record), {
    onRows: seldom((done) => tell("reading", done)),
    onStage: (stage) => tell(stage, 0),
    onCompared: async (client, counts) => {
      recounted = await recountEffect(client, { ...record, counts });
    },
    finish: async (client, { counts }) => {
      // Not before: the import's row is free as long as it may be discarded.
      if (recounted) await markEffect(client, record.id, recounted, "committing");
      const overtaken = await findOvertaken(client, record, counts);
      await markCommitted(client, record.id, userId, { counts, overtaken });
    },
    stopped,
  });
}

/**
 * Writes an import that is being committed: one transaction, all or nothing. May be called again: what is written
 * already is not written twice. When it fails, or processes have died of it again and again, the import is ready once
 * more, and says so. False where it has not come to its end.
 */
export async function writeFacts(
  scope: InstitutionScope,
  importId: string,
  userId: string | null,
): Promise<boolean> {
  const record = await begin(scope, importId);
  if (record === null) return false;
  try {
    await unlessDiscarded(scope, importId, (stopped) => write(scope, record, userId, stopped));
    return true;
  } catch (error) {
    if (error instanceof ImportMovedOn) {
      await inInstitution(scope, (tx) => deleteRowsOfDiscarded(tx, importId));
      return false;
    }
    log.error({ err: error, importId }, "an import could not be written");
    await inInstitution(scope, (tx) => moveImport(tx, importId, ["committing"], NOT_WRITTEN));
    return false;
  }
}

/** Writes an import that is being committed, then assesses whom it touched; where a person has to agree anew, finds out to what. */
export async function writeImport(
  scope: InstitutionScope,
  importId: string,
  userId: string | null,
): Promise<void> {
  if (await writeFacts(scope, importId, userId)) await assessDay(scope, today());
  await findEffect(scope, importId);
}
