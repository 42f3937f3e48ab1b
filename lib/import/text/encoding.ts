import type { Encoding } from "../file-format";
import type { Refusal } from "../refusal";
import { likelyCodePage } from "./code-page";
import { findUtf16 } from "./utf-16";

export type EncodingFound = { encoding: Encoding } | { refused: Refusal };

/** Control characters that a table never holds: all but tab, line feed, form feed, return and the old end-of-file mark. */
const CONTROL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];
const CONTROLS = new RegExp(
  `[${CONTROL.map((code) => `\\x${code.toString(16).padStart(2, "0")}`).join("")}]`,
);

/**
 * The encoding of a text, from all of its bytes: a byte order mark, else strict UTF-8, else UTF-16 without a mark, else the
 * Cyrillic code page whose letters fit; a text that fits none is refused, not guessed.
 */
export async function findEncoding(
  chunks: () => AsyncIterable<Uint8Array>,
): Promise<EncodingFound> {
  const marked = await byteOrderMark(chunks());
  if (marked) return { encoding: marked };
  if (await isPlainUtf8(chunks())) return { encoding: "utf-8" };
  const { histogram, pairs } = await countBytes(chunks());
  const controls = CONTROL.reduce((sum, byte) => sum + (histogram[byte] ?? 0), 0);
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (controls > 0) {
    const wide = (histogram[0] ?? 0) > 0 ? await findUtf16(chunks, CONTROLS) : null;
    return wide ? { encoding: wide } : { refused: binaryOrUnknown(histogram, controls, total) };
  }
  const page = likelyCodePage(histogram, pairs);
  return page ? { encoding: page } : { refused: { code: "unknownEncoding" } };
}

/** Whether all bytes are UTF-8 without control characters: the usual file, and the quickest to know. */
async function isPlainUtf8(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of chunks) {
    const text = decoded(decoder, chunk, true);
    if (text === null || CONTROLS.test(text)) return false;
  }
  return decoded(decoder, new Uint8Array(), false) !== null;
}

async function byteOrderMark(chunks: AsyncIterable<Uint8Array>): Promise<Encoding | null> {
  for await (const start of chunks) return markAt(start);
  return null;
}

function markAt(start: Uint8Array): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-32, or UTF-16 cut short, is full of zero bytes and little else that is strange. */
function binaryOrUnknown(histogram: Uint32Array, controls: number, total: number): Refusal {
  const zeros = histogram[0] ?? 0;
  const wideText = zeros > total / 8 && controls - zeros < total / 2;
  return wideText ? { code: "unknownEncoding" } : { code: "notATable", found: "binary" };
}

/** The text of a chunk; null where it is no UTF-8. */
function decoded(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): string | null {
  try {
    return decoder.decode(chunk, { stream });
  } catch {
    return null;
  }
}

const BYTES = 256;

/** How often each byte stands there, and each byte beyond ASCII beside another or beside a plain letter. */
async function countBytes(chunks: AsyncIterable<Uint8Array>): Promise<{
  histogram: Uint32Array;
  pairs: { highHigh: number; highAscii: number };
}> {
  // All pairs of neighbours: one step a byte, whatever it is.
  const neighbours = new Uint32Array(BYTES * BYTES);
  let previous = 0;
  for await (const chunk of chunks) previous = countPairs(chunk, previous, neighbours);
  const histogram = new Uint32Array(BYTES);
  const pairs = { highHigh: 0, highAscii: 0 };
  for (const [pair, count] of neighbours.entries()) {
    const [before, byte] = [pair >> 8, pair & 0xff];
    histogram[byte] = (histogram[byte] ?? 0) + count;
    if (byte >= 0x80 && before >= 0x80) pairs.highHigh += count;
    else if (isAsciiLetter(byte) ? before >= 0x80 : byte >= 0x80 && isAsciiLetter(before)) {
      pairs.highAscii += count;
    }
  }
  return { histogram, pairs };
}

function countPairs(chunk: Uint8Array, before: number, neighbours: Uint32Array): number {
  let previous = before;
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    const pair = (previous << 8) | byte;
    neighbours[pair] = (neighbours[pair] ?? 0) + 1;
    previous = byte;
  }
  return previous;
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
