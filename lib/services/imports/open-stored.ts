import "server-only";
import { today } from "@/lib/clock/today";
import type { ImportRecord } from "@/lib/db/import/import-words";
import type { Facts } from "@/lib/import/facts";
import type { ImportKind } from "@/lib/import/fields";
import { type OpenedImport, type RefusedImport, readImport } from "@/lib/import/read-import";
import { storedFilePath } from "@/lib/storage/files";
import type { Reading } from "./reading-of";

/** Opens the stored file of an import as it is to be read: to be looked at, and again to be written. */
export function openStored(
  { kind, storageKey }: ImportRecord,
  reading: Reading,
): Promise<OpenedImport<Facts[ImportKind]> | RefusedImport> {
  return readImport({ path: storedFilePath(storageKey) }, { ...reading, kind, today: today() });
}
