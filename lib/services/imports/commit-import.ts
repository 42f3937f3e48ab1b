import "server-only";
import { z } from "zod";
import { hasUncheckedMends, stayingOut } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { enqueue } from "@/lib/jobs/queue";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";
import { rememberMapping } from "./remember-mapping";

/**
 * Lets an import that is ready be written in the background. Refuses where rows would stay out that nobody
 * has agreed to leave out, and where it is not ready (any more): of two clicks one counts.
 */
export const commitImport = defineCommand({
  name: "imports.commit",
  permission: "imports:write",
  input: z.object({
    importId: z.uuid(),
    /** The user has agreed that wrong rows and rows of unknown students stay out. */
    leaveOut: z.boolean(),
    inBackground: z.boolean().default(true),
  }),
  run: async (tx, { importId, leaveOut, inBackground }, actor) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    if ((record.counts?.toConfirm ?? 0) > 0) throw new AppError("conflict", "peopleToConfirm");
    const left = stayingOut(record.counts);
    if (left > 0 && !leaveOut) throw new AppError("conflict", "rowsStayOut");
    if (hasUncheckedMends(record)) throw new AppError("conflict", "mendsUnchecked");
    const { mendVersion } = record;
    const committing = {
      state: "committing",
      progress: { stage: "writing", done: 0 },
      problem: null,
    } as const;
    const moved = await moveImport(tx, importId, ["ready"], committing, { mendVersion });
    if (!moved) throw new AppError("conflict", "importNotReady");
    const { institutionId, userId } = actor;
    await rememberMapping(tx, record, actor);
    if (inBackground) await enqueue("import.commit", { institutionId, importId, userId }, tx);
    return {
      result: importId,
      audit: { entity: "import", id: importId, detail: { leftOut: left } },
    };
  },
});
