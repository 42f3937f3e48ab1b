import "server-only";

/** Bytes to begin with; room grows as it is needed. */
const ROOM = 1 << 20;
/** The most bytes that a UTF-16 code unit takes in UTF-8. */
const WIDEST = 3;

/**
 * Lines on their way into COPY, turned into bytes one by one. Strings added to each other would be laid out in memory
 * only at the end, piece by piece, when the processor's cache has long forgotten them: three times the time.
 */
export class CopyLines {
  private bytes = Buffer.allocUnsafe(ROOM);
  private length = 0;

  add(line: string): void {
    const needed = this.length + WIDEST * line.length;
    if (needed > this.bytes.length) this.grow(needed);
    this.length += this.bytes.write(line, this.length);
  }

  /** What was added since the last time. The bytes are good until the next `add`. */
  take(): Buffer {
    const taken = this.bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  private grow(needed: number): void {
    const grown = Buffer.allocUnsafe(2 * needed);
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}
