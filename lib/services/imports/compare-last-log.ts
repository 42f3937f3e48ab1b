import "server-only";
import { z } from "zod";
import { findImport } from "@/lib/db/import/imports";
import { keepComparison } from "@/lib/db/import/last-log";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";

/**
 * Whether students of the last log with the same columns are missed in this one: of daily logs, or other extracts, it says
 * nothing. Holds for the next log of these columns too, until something else is said of that. Only before it is written.
 */
export const compareLastLog = defineCommand({
  name: "imports.compareLastLog",
  permission: "imports:write",
  input: z.object({ importId: z.uuid(), isCompared: z.boolean() }),
  run: async (tx, { importId, isCompared }) => {
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
    if (!(await keepComparison(tx, importId, isCompared))) {
      throw new AppError("conflict", "importNotReady");
    }
    return {
      result: importId,
      audit: { entity: "import", id: importId, detail: { isCompared } },
    };
  },
});
