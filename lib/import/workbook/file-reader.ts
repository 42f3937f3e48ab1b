import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { RandomAccessReader } from "yauzl";

/** Reads an archive where it lies, piece by piece; no file stays open between two pieces. */
export class FileReader extends RandomAccessReader {
  readonly #path: string;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 });
  }
}
