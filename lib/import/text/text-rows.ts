import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Delimiter, Encoding } from "../file-format";
import { LIMITS } from "../limits";
import { ImportRefused } from "../refusal";

/** Decodes chunks cut anywhere; a byte order mark is dropped. */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/**
 * The records of a delimited text, blank lines included, so that the count of records is the row
 * number that a spreadsheet shows. Throws ImportRefused where a quote never closes or a record is
 * longer than the limit.
 */
export async function* textRows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LIMITS.rowBytes,
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const record of parser) yield record;
  } catch (error) {
    throw refusalOf(error);
  } finally {
    source.destroy();
  }
}

/** The parser counts the records that it has finished; the fault is in the next. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = Number(error["records"]) + 1;
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return new ImportRefused({ code: "unclosedQuote", row });
    case "CSV_MAX_RECORD_SIZE":
      return new ImportRefused({ code: "recordTooLong", row, limit: LIMITS.rowBytes });
    default:
      return error;
  }
}
