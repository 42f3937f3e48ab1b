import "server-only";
import { z } from "zod";
import { findImport } from "@/lib/db/import/imports";
import { deleteMends, nextAct } from "@/lib/db/import/mends";
import { AppError } from "../../app-error";
import { defineCommand } from "../../define-service";
import { checkIfSmall } from "./check-mends";

const number = z.number().int().min(0).max(2_147_483_647);

/**
 * Takes back what was mended in an import: all that was done at once, a cell's own mends, that a row was left out, or that
 * its registration holds as the file has it. The
 * other mends stay, in their order. Returns the import's mendVersion, and what waits to be checked (null: it is being checked).
 */
export const takeMendBack = defineCommand({
  name: "imports.takeMendBack",
  permission: "imports:write",
  input: z.object({
    importId: z.uuid(),
    what: z.union([
      z.strictObject({ act: number }),
      z.strictObject({ rowNo: number.min(1), column: number.max(255) }),
      z.strictObject({ rowNo: number.min(1), kind: z.enum(["leaveOut", "takeFile"]) }),
    ]),
    inBackground: z.boolean().default(true),
  }),
  run: async (tx, { importId, what, inBackground }, actor) => {
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
    const mendVersion = await nextAct(tx, importId);
    if (mendVersion === null) throw new AppError("conflict", "importNotReady");
    const count = await deleteMends(tx, importId, what);
    if (count === 0) throw new AppError("conflict", "mendGone");
    const waiting = await checkIfSmall(tx, actor, importId, inBackground);
    return {
      result: { mendVersion, waiting },
      audit: { entity: "import", id: importId, detail: { ...what, count } },
    };
  },
});
