import "server-only";
import type { Readable } from "node:stream";
import { uuidv7 } from "uuidv7";
import { type Actor, may } from "@/lib/auth/permissions";
import type { ImportKind } from "@/lib/import/fields";
import { putFile, removeFile } from "@/lib/storage/files";
import { AppError } from "../app-error";
import { registerImport } from "./register-import";

/** Largest file that is taken, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;

export type ReceivedFile = {
  kind: ImportKind;
  fileName: string;
  content: Readable | AsyncIterable<Uint8Array>;
};

/**
 * Stores a file as it comes in and registers its import; returns the import's id. Refuses whoever may not
 * import before a byte is read; AppError `invalid`/`fileTooLarge` beyond LARGEST_FILE, nothing kept.
 */
export async function receiveFile(
  actor: Actor,
  { kind, fileName, content }: ReceivedFile,
  inBackground = true,
): Promise<string> {
  if (!may(actor, "imports:write")) throw new AppError("forbidden", "forbidden");
  const stored = await putFile(content, LARGEST_FILE);
  if (stored === null) throw new AppError("invalid", "fileTooLarge");
  try {
    return await registerImport(actor, {
      importId: uuidv7(),
      kind,
      fileName,
      stored,
      inBackground,
    });
  } catch (error) {
    await removeFile(stored.key);
    throw error;
  }
}
