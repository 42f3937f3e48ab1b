import "server-only";
import { z } from "zod";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { waitsForOthers } from "@/lib/db/import/run-undo";
import { enqueue } from "@/lib/jobs/queue";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";

/**
 * Has a written import taken back in the background. Refuses where it is not written, or is being taken back
 * already: of two clicks one counts; and where something else has to be taken back first, as the preview names it.
 */
export const undoImport = defineCommand({
  name: "imports.undo",
  permission: "imports:write",
  input: z.object({
    importId: z.uuid(),
    /** The preview's: where it would come to something else by now, nothing is done. */
    agreement: z.string().max(200),
    inBackground: z.boolean().default(true),
  }),
  run: async (tx, { importId, agreement, inBackground }, actor) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    if (record.state !== "committed") throw new AppError("conflict", "importNotWritten");
    if (await waitsForOthers(tx, record)) throw new AppError("conflict", "undoObstructed");
    const { institutionId, userId } = actor;
    const moved = await moveImport(tx, importId, ["committed"], {
      state: "undoing",
      progress: { stage: "undoing", done: 0 },
      problem: null,
      undo: { agreement },
      undoneBy: userId,
    });
    if (!moved) throw new AppError("conflict", "importNotWritten");
    if (inBackground) await enqueue("import.undo", { institutionId, importId, userId }, tx);
    return { result: importId, audit: { entity: "import", id: importId } };
  },
});
