import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { stayingOut } from "@/lib/db/import/import-words";
import { commitImport } from "./commit-import";
import { getImport } from "./get-import";
import { readFile } from "./read-file";
import { type ReceivedFile, receiveFile } from "./receive-file";
import { writeImport } from "./write-import";

/**
 * Imports a file at once, without the queue: for the demonstration and for tests. Where rows are wrong or of unknown
 * students it writes only if `leaveOut` says so. Returns the import as it ended.
 */
export async function importFile(
  actor: Actor,
  file: ReceivedFile,
  { leaveOut = false } = {},
): Promise<ImportRecord> {
  const importId = await receiveFile(actor, file, false);
  await readFile(actor, importId);
  const { record } = await getImport(actor, { importId });
  const left = stayingOut(record.counts);
  if (record.state !== "ready" || (left > 0 && !leaveOut)) return record;
  await commitImport(actor, { importId, leaveOut, inBackground: false });
  await writeImport(actor, importId, actor.userId);
  return (await getImport(actor, { importId })).record;
}
