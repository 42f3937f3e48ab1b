import { open, readFile, stat } from "node:fs/promises";
import type { ImportSource } from "../file-format";

const CHUNK = 32 * 1024;

/** Size in bytes. */
export async function sizeOf(source: ImportSource): Promise<number> {
  return "bytes" in source ? source.bytes.length : (await stat(source.path)).size;
}

/** The first bytes, at most `length`. */
export async function headOf(source: ImportSource, length: number): Promise<Uint8Array> {
  if ("bytes" in source) return source.bytes.subarray(0, length);
  const file = await open(source.path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** All bytes; only for files whose size has been checked. */
export async function wholeOf(source: ImportSource): Promise<Uint8Array> {
  return "bytes" in source ? source.bytes : await readFile(source.path);
}

/** The bytes from the beginning, chunk by chunk; of a file each chunk holds until the next is asked for, and takes no memory of its own. */
export async function* chunksOf(
  source: ImportSource,
  size: number = CHUNK,
): AsyncGenerator<Uint8Array> {
  if (!("bytes" in source)) {
    yield* fileChunks(source.path, size);
    return;
  }
  for (let at = 0; at < source.bytes.length; at += size) {
    yield source.bytes.subarray(at, at + size);
  }
}

async function* fileChunks(path: string, size: number): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(size);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, size, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
