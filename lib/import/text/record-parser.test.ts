import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { RecordParser } from "./record-parser";

const SIGNS = ['"', '"', '"', ",", ";", "\n", "\r", "\r\n", "a", "Ө", " ", '""', "👩‍🎓"];
const anyText = fc
  .array(fc.constantFrom(...SIGNS), { maxLength: 40 })
  .map((parts) => parts.join(""));

/** The records by our parser, the text cut into pieces of this length; null: an open quote. */
function read(text: string, length: number): string[][] | null {
  const parser = new RecordParser(",");
  const records: string[][] = [];
  for (let at = 0; at < text.length; at += length) {
    records.push(...parser.push(text.slice(at, at + length)));
  }
  records.push(...parser.end());
  return parser.unclosed ? null : records;
}

/** The same by a parser of other people. */
function oracle(text: string): string[][] | null {
  try {
    return parse(text, {
      delimiter: ",",
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch {
    return null;
  }
}

test("any text, however broken, has the records that an independent parser finds, in pieces of any length", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, length) => {
      expect(read(text, length)).toEqual(oracle(text));
    }),
    { numRuns: 3000 },
  );
});

test("a million letters in one open quote take no time to give up", () => {
  const parser = new RecordParser(",", 1 << 20);
  const piece = "a\n".repeat(32_768);
  expect(parser.push('"')).toEqual([]);
  for (let n = 0; n < 16; n += 1) expect(parser.push(piece)).toEqual([]);
  expect(parser.tooLong).toBe(true);
  expect(parser.end()).toEqual([]);
});
