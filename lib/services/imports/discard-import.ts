import "server-only";
import { z } from "zod";
import { deleteRowsOfDiscarded } from "@/lib/db/import/import-rows";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";

const RESTING = ["uploaded", "ready", "refused", "failed"] as const;
const WORKED_ON = ["reading", "committing"] as const;

/**
 * Ends an import before anything of it is written; the file and the history's line stay. While a job works on it, the
 * job sees it within a second, undoes what it did, and leaves nothing.
 */
export const discardImport = defineCommand({
  name: "imports.discard",
  permission: "imports:write",
  input: z.object({ importId: z.uuid() }),
  run: async (tx, { importId }) => {
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
    const gone = { state: "discarded", progress: null, problem: null } as const;
    if (await moveImport(tx, importId, RESTING, gone)) await deleteRowsOfDiscarded(tx, importId);
    // A job may hold the rows: it deletes them itself when it has come to its end.
    else if (!(await moveImport(tx, importId, WORKED_ON, gone))) {
      throw new AppError("conflict", "importNotReady");
    }
    return { result: importId, audit: { entity: "import", id: importId } };
  },
});
