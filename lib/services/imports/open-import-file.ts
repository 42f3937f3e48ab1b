import "server-only";
import type { Readable } from "node:stream";
import { z } from "zod";
import type { Actor } from "@/lib/auth/permissions";
import { findImport } from "@/lib/db/import/imports";
import { readStoredFile } from "@/lib/storage/files";
import { AppError } from "../app-error";
import { defineCommand } from "../define-service";

/** Which file an import was made from. A command, because the audit keeps who took personal data out. */
const takeImportFile = defineCommand({
  name: "imports.takeFile",
  permission: "imports:read",
  input: z.object({ importId: z.uuid() }),
  run: async (tx, { importId }) => {
    const record = await findImport(tx, importId);
    if (record === null || record.storageKey === "") throw new AppError("notFound", "notFound");
    return { result: record, audit: { entity: "import", id: importId } };
  },
});

/** The original file of an import, to be downloaded. */
export async function openImportFile(
  actor: Actor,
  importId: string,
): Promise<{ fileName: string; fileSize: number; content: Readable }> {
  const { fileName, fileSize, storageKey } = await takeImportFile(actor, { importId });
  return { fileName, fileSize, content: readStoredFile(storageKey) };
}
