import "server-only";
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open as openFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { uuidv7 } from "uuidv7";
import { env } from "@/lib/env/env";

/** Where a stored file is found again, and what was stored. */
export type StoredFile = {
  key: string;
  /** SHA-256 of the content, hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
};

const KEY = /^[0-9a-f-]{36}$/;

function folder(): string {
  return resolve(env().SANAK_DATA_DIR, "files");
}

function pathOf(key: string): string {
  if (!KEY.test(key)) throw new Error("not a key of the storage");
  return join(folder(), key);
}

/** On disk to stay: a power cut after this loses nothing. */
async function settle(unfinished: string, path: string): Promise<void> {
  const file = await openFile(unfinished);
  await file.sync().finally(() => file.close());
  await rename(unfinished, path);
}

/**
 * Stores what the stream brings, as it comes; nothing is held in memory. Null when it brings more than `maxBytes`:
 * then nothing is kept. Throws what the stream throws, likewise keeping nothing.
 */
export async function putFile(
  content: Readable | AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredFile | null> {
  const key = uuidv7();
  const path = pathOf(key);
  const unfinished = `${path}.part`;
  const hash = createHash("sha256");
  let size = 0;
  let tooLarge = false;
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      content,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          tooLarge = size > maxBytes;
          if (tooLarge) return;
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(unfinished, { flags: "wx", mode: 0o600 }),
    );
    if (tooLarge) return null;
    await settle(unfinished, path);
    return { key, sha256: hash.digest("hex"), size };
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** The content of a stored file; the stream fails with ENOENT where there is none. */
export function readStoredFile(key: string): Readable {
  return createReadStream(pathOf(key));
}

/** Where the file lies, for readers that must jump about in it (workbooks are archives). */
export function storedFilePath(key: string): string {
  return pathOf(key);
}

/** Removes a stored file; no matter if it is gone already. */
export async function removeFile(key: string): Promise<void> {
  await rm(pathOf(key), { force: true });
}
