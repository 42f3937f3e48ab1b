import "server-only";
import { today } from "@/lib/clock/today";
import { copyLines, type StagedChunk } from "@/lib/db/import/copy-lines";
import type { ImportRecord } from "@/lib/db/import/import-words";
import type { InstitutionScope } from "@/lib/db/in-institution";
import type { Facts } from "@/lib/import/facts";
import type { ImportKind } from "@/lib/import/fields";
import { type OpenedImport, type RefusedImport, readImport } from "@/lib/import/read-import";
import { storedFilePath } from "@/lib/storage/files";
import { type Reading, readingOf } from "./reading-of";

/** Opens the stored file of an import as it is to be read: to be looked at, and again to be written. */
export function openStored(
  { kind, storageKey }: ImportRecord,
  reading: Reading,
): Promise<OpenedImport<Facts[ImportKind]> | RefusedImport> {
  return readImport({ path: storedFilePath(storageKey) }, { ...reading, kind, today: today() });
}

/** The rows of the stored file of an import that was checked, for COPY: it can be read as it could be then. */
export async function storedLines(
  scope: InstitutionScope,
  record: ImportRecord,
): Promise<AsyncGenerator<StagedChunk>> {
  const opened = await openStored(record, await readingOf(scope, record));
  if ("refused" in opened) throw new Error(`the file is refused now: ${opened.refused.code}`);
  return copyLines(record.kind, opened.batches(), opened.mapping);
}
