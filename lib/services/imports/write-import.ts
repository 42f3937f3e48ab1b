import "server-only";
import { today } from "@/lib/clock/today";
import { copyLines } from "@/lib/db/import/copy-lines";
import { markCommitted } from "@/lib/db/import/finish";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { writeRows } from "@/lib/db/import/run-import";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";
import { log } from "@/lib/log/log";
import { assessDay } from "../assessments/assess-day";
import { openStored } from "./open-stored";
import { readingOf } from "./reading-of";

/**
 * Writes an import that is being committed: one transaction, all or nothing; then assesses whom it touched.
 * May be called again: what is written already is not written twice. When it fails the import is ready
 * once more, and says so.
 */
export async function writeImport(
  scope: InstitutionScope,
  importId: string,
  userId: string | null,
): Promise<void> {
  const record = await inInstitution(scope, (tx) => findImport(tx, importId));
  if (record === null || record.state !== "committing") return;
  try {
    const opened = await openStored(record, await readingOf(scope, record));
    if ("refused" in opened) throw new Error(`the file is refused now: ${opened.refused.code}`);
    await writeRows(scope, record, copyLines(record.kind, opened.rows()), (client, { counts }) =>
      markCommitted(client, importId, userId, counts),
    );
  } catch (error) {
    log.error({ err: error, importId }, "an import could not be written");
    await inInstitution(scope, (tx) =>
      moveImport(tx, importId, ["committing"], {
        state: "ready",
        progress: null,
        problem: { code: "notWritten" },
      }),
    );
    return;
  }
  await assessDay(scope, today());
}
