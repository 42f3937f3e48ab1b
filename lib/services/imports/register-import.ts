import "server-only";
import { z } from "zod";
import { createImport } from "@/lib/db/import/imports";
import { IMPORT_KINDS } from "@/lib/import/fields";
import { enqueue } from "@/lib/jobs/queue";
import { defineCommand } from "../define-service";

/** Takes a stored file as an import and lets it be read in the background. */
export const registerImport = defineCommand({
  name: "imports.register",
  permission: "imports:write",
  input: z.object({
    importId: z.uuid(),
    kind: z.enum(IMPORT_KINDS),
    fileName: z.string().trim().min(1).max(255),
    stored: z.object({ key: z.uuid(), sha256: z.string(), size: z.number().int() }),
    /** False: the caller reads the file itself, now. */
    inBackground: z.boolean().default(true),
  }),
  run: async (tx, { importId, kind, fileName, stored, inBackground }, actor) => {
    const { institutionId, userId } = actor;
    await createImport(tx, actor, {
      id: importId,
      kind,
      fileName,
      fileSize: stored.size,
      fileHash: stored.sha256,
      storageKey: stored.key,
      createdBy: userId,
    });
    if (inBackground) await enqueue("import.read", { institutionId, importId, userId }, tx);
    return {
      result: importId,
      audit: { entity: "import", id: importId, detail: { kind, fileHash: stored.sha256 } },
    };
  },
});
