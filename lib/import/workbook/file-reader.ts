import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { RandomAccessReader } from "yauzl";

/** Directories are read in pieces of some tens of bytes; so much is read ahead of them. */
const BLOCK = 64 * 1024;

type Done = (error: Error | null) => void;

/** Reads an archive where it lies, piece by piece; no file stays open between two pieces. */
export class FileReader extends RandomAccessReader {
  readonly #path: string;
  #block: Buffer = Buffer.alloc(0);
  #blockAt = 0;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 });
  }

  override read(buffer: Buffer, offset: number, length: number, at: number, done: Done): void {
    this.#fill(buffer.subarray(offset, offset + length), at).then(
      () => done(null),
      (error: Error) => done(error),
    );
  }

  async #fill(target: Buffer, at: number): Promise<void> {
    const ahead = at - this.#blockAt;
    if (ahead < 0 || ahead + target.length > this.#block.length) {
      this.#block = await readBlock(this.#path, at, Math.max(target.length, BLOCK));
      this.#blockAt = at;
    }
    const from = at - this.#blockAt;
    if (this.#block.length - from < target.length) throw new Error("unexpected end of file");
    this.#block.copy(target, 0, from, from + target.length);
  }
}

async function readBlock(path: string, at: number, length: number): Promise<Buffer> {
  const file: FileHandle = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
