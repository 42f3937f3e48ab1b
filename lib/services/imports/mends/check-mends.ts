import "server-only";
import { z } from "zod";
import type { MendAct } from "@/lib/db/import/grid-words";
import { hasMoreRowsThan } from "@/lib/db/import/import-rows";
import { hasUncheckedMends } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { countMendActs, listMendActs } from "@/lib/db/import/problem-groups";
import { type InstitutionScope, inInstitution, type Tx } from "@/lib/db/in-institution";
import { enqueue } from "@/lib/jobs/queue";
import { AppError } from "../../app-error";
import { defineCommand } from "../../define-service";

/** Files of so many rows are checked within a second: each mend at once. Of larger ones a person says when. */
const SMALL = 5000;

/** What was done last; all of it is counted. */
export const ACTS_TOLD = 100;

/** Lets the file be read with what was mended, by a job; false where it is not ready, or is being read already. */
async function promiseCheck(
  tx: Tx,
  { institutionId, userId }: InstitutionScope & { userId: string | null },
  importId: string,
  inBackground: boolean,
): Promise<boolean> {
  const moved = await moveImport(tx, importId, ["ready"], {
    state: "uploaded",
    counts: null,
    problem: null,
  });
  if (moved && inBackground) {
    await enqueue("import.read", { institutionId, importId, userId }, tx);
  }
  return moved;
}

/** What was mended in a file that is not checked by itself; null: the file is being checked. */
export type WaitingActs = { acts: MendAct[]; actCount: number } | null;

/** After a mend: lets a small file be checked at once. Of a larger one it tells all that waits to be checked. */
export async function checkIfSmall(
  tx: Tx,
  scope: InstitutionScope & { userId: string | null },
  importId: string,
  inBackground: boolean,
): Promise<WaitingActs> {
  if (await hasMoreRowsThan(tx, importId, SMALL)) {
    const acts = await listMendActs(tx, importId, ACTS_TOLD);
    return { acts, actCount: await countMendActs(tx, importId) };
  }
  await promiseCheck(tx, scope, importId, inBackground);
  return null;
}

/** Checks a small file once more where something was mended while it was being read. True: it will be read again. */
export async function checkLateMends(scope: InstitutionScope, importId: string): Promise<boolean> {
  return inInstitution(scope, async (tx) => {
    const record = await findImport(tx, importId);
    if (record === null || record.state !== "ready" || !hasUncheckedMends(record)) return false;
    if (await hasMoreRowsThan(tx, importId, SMALL)) return false;
    return promiseCheck(tx, { ...scope, userId: null }, importId, true);
  });
}

/** Has the file read with all that was mended since it was read last. While it is being read, it stays at that. */
export const checkMends = defineCommand({
  name: "imports.checkMends",
  permission: "imports:write",
  input: z.object({ importId: z.uuid(), inBackground: z.boolean().default(true) }),
  run: async (tx, { importId, inBackground }, actor) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    const isRead = record.state === "uploaded" || record.state === "reading";
    const promised = isRead || (await promiseCheck(tx, actor, importId, inBackground));
    if (!promised) throw new AppError("conflict", "importNotReady");
    return { result: importId, audit: { entity: "import", id: importId } };
  },
});
