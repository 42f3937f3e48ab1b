import "server-only";
import { deleteRowsOfAllDiscarded } from "@/lib/db/import/import-rows";
import { expireImports } from "@/lib/db/import/imports";
import { dropUnusedStaging } from "@/lib/db/import/kept-staging";
import { type InstitutionScope, inInstitution } from "@/lib/db/in-institution";
import { removeFile } from "@/lib/storage/files";
import { KEPT_MS } from "./kept-until";

/**
 * Removes the files and rows of the imports that were not written within the time that they are kept after their upload, by `now`. Their
 * lines in the history stay. What was written keeps its file.
 */
export async function expireStagedFiles(scope: InstitutionScope, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  const keys = await inInstitution(scope, async (tx) => {
    const expired = await expireImports(tx, before);
    await deleteRowsOfAllDiscarded(tx);
    return expired;
  });
  for (const key of keys) await removeFile(key);
  await dropUnusedStaging(scope);
}
