import type { Delimiter, Encoding } from "../file-format";
import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";
import { RecordParser } from "./record-parser";

/**
 * Decodes chunks cut anywhere; a byte order mark is dropped. Throws ImportRefused where UTF-8 was
 * chosen by a person and the bytes are none.
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  for await (const chunk of chunks) {
    const text = decoded(decoder, encoding, chunk, true);
    if (text !== "") yield text;
  }
  const rest = decoded(decoder, encoding, new Uint8Array(), false);
  if (rest !== "") yield rest;
}

function decoded(
  decoder: TextDecoder,
  encoding: Encoding,
  chunk: Uint8Array,
  stream: boolean,
): string {
  try {
    return decoder.decode(chunk, { stream });
  } catch {
    throw new ImportRefused({ code: "wrongEncoding", encoding });
  }
}

/**
 * The records of a delimited text in batches, blank lines included, so that the count of records is the row
 * number that a spreadsheet shows. Throws ImportRefused where a quote never closes or a record is
 * longer than the limit.
 */
export async function* textRows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<readonly string[][]> {
  const parser = new RecordParser(delimiter, LIMITS.rowBytes);
  let row = 1;
  const told = function* (records: readonly string[][]) {
    if (records.length > 0) yield records;
    row += records.length;
    if (parser.tooLong) {
      throw new ImportRefused({ code: "recordTooLong", row, limit: LIMITS.rowBytes });
    }
  };
  for await (const piece of text) yield* told(parser.push(piece));
  yield* told(parser.end());
  if (parser.unclosed) throw new ImportRefused({ code: "unclosedQuote", row });
}

/** The records of a text that is at hand, at most so many; one that a quote leaves open is left out. */
export function firstRecords(text: string, delimiter: Delimiter, atMost: number): string[][] {
  const parser = new RecordParser(delimiter);
  return [...parser.push(text), ...(parser.end() ?? [])].slice(0, atMost);
}
