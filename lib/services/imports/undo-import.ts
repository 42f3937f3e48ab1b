import "server-only";
import { z } from "zod";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { enqueue } from "@/lib/jobs/queue";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";

/**
 * Has a written import taken back in the background. Refuses where it is not written, or is being taken back
 * already: of two clicks one counts.
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
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
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
