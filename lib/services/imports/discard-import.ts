import "server-only";
import { z } from "zod";
import { deleteImportRows } from "@/lib/db/import/import-rows";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";

/** Ends an import before anything of it is written; the file and the history's line stay. */
export const discardImport = defineCommand({
  name: "imports.discard",
  permission: "imports:write",
  input: z.object({ importId: z.uuid() }),
  run: async (tx, { importId }) => {
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
    const open = ["uploaded", "reading", "ready", "refused", "failed"] as const;
    const moved = await moveImport(tx, importId, open, { state: "discarded", progress: null });
    if (!moved) throw new AppError("conflict", "importNotReady");
    await deleteImportRows(tx, importId);
    return { result: importId, audit: { entity: "import", id: importId } };
  },
});
