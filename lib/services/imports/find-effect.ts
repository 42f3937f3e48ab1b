import "server-only";
import { today } from "@/lib/clock/today";
import { markEffect } from "@/lib/db/import/effect-rows";
import { ImportMovedOn } from "@/lib/db/import/finish";
import { hasUncheckedMends } from "@/lib/db/import/import-words";
import { findImport } from "@/lib/db/import/imports";
import { rehearse } from "@/lib/db/import/run-import";
import { type InstitutionScope, inInstitution, inInstitutionBulk } from "@/lib/db/in-institution";
import { log } from "@/lib/log/log";
import { countEffect } from "./count-effect";
import { storedLines } from "./open-stored";

/**
 * Finds out what an import that is ready would mean for students: their verdicts today by the facts as they are and as
 * they would be, by the same engine; whom it adds; who is missing from it. A step of its own, so that the page need
 * not wait for it. May be called again.
 */
export async function findEffect(scope: InstitutionScope, importId: string): Promise<void> {
  const record = await inInstitution(scope, (tx) => findImport(tx, importId));
  if (record === null || record.state !== "ready" || record.effect !== null) return;
  // What was mended since is not checked: whom it concerns is found out after the check.
  if (hasUncheckedMends(record)) return;
  try {
    const lines = () => storedLines(scope, record);
    await rehearse(scope, { ...record, asOf: today() }, lines, async (client) => {
      const effect = await countEffect(client, record);
      if (!(await markEffect(client, importId, effect, "ready"))) throw new ImportMovedOn();
    });
  } catch (error) {
    if (error instanceof ImportMovedOn) return;
    log.error({ err: error, importId }, "the effect of an import could not be found out");
    await inInstitutionBulk(scope, (client) =>
      markEffect(client, importId, { failed: true }, "ready"),
    );
  }
}
