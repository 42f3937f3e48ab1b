import type { Encoding } from "../file-format";
import type { Refusal } from "../refusal";
import { likelyCodePage } from "./code-page";

export type EncodingFound = { encoding: Encoding } | { refused: Refusal };

/** Control characters that a table never holds: all but tab, line feed, form feed, return and the old end-of-file mark. */
const CONTROL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

/**
 * The encoding of a text, from all of its bytes: a byte order mark, else strict UTF-8, else the
 * Cyrillic code page whose letters fit; a text that fits none is refused, not guessed.
 */
export async function findEncoding(chunks: AsyncIterable<Uint8Array>): Promise<EncodingFound> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const histogram = new Uint32Array(256);
  const pairs = { highHigh: 0, highAscii: 0 };
  let utf8 = true;
  let first = true;
  let previous = 0;
  for await (const chunk of chunks) {
    if (first) {
      const marked = byteOrderMark(chunk);
      if (marked) return { encoding: marked };
      first = false;
    }
    utf8 = utf8 && decodes(decoder, chunk, true);
    previous = countBytes(chunk, previous, histogram, pairs);
  }
  utf8 = utf8 && decodes(decoder, new Uint8Array(), false);
  const controls = CONTROL.reduce((sum, byte) => sum + (histogram[byte] ?? 0), 0);
  const total = histogram.reduce((sum, count) => sum + count, 0);
  if (controls > 0) return { refused: binaryOrUnknown(histogram, controls, total) };
  if (utf8) return { encoding: "utf-8" };
  const page = likelyCodePage(histogram, pairs);
  return page ? { encoding: page } : { refused: { code: "unknownEncoding" } };
}

function byteOrderMark(start: Uint8Array): Encoding | null {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 or UTF-32 without a mark is full of zero bytes and little else that is strange. */
function binaryOrUnknown(histogram: Uint32Array, controls: number, total: number): Refusal {
  const zeros = histogram[0] ?? 0;
  const wideText = zeros > total / 8 && controls - zeros < total / 2;
  return wideText ? { code: "unknownEncoding" } : { code: "notATable", found: "binary" };
}

function decodes(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

function countBytes(
  chunk: Uint8Array,
  before: number,
  histogram: Uint32Array,
  pairs: { highHigh: number; highAscii: number },
): number {
  let previous = before;
  for (const byte of chunk) {
    histogram[byte] = (histogram[byte] ?? 0) + 1;
    if (byte >= 0x80 && previous >= 0x80) pairs.highHigh += 1;
    else if (isAsciiLetter(byte) ? previous >= 0x80 : byte >= 0x80 && isAsciiLetter(previous)) {
      pairs.highAscii += 1;
    }
    previous = byte;
  }
  return previous;
}

function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
