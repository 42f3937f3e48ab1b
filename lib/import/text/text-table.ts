import { chunksOf } from "../bytes/source";
import type { ImportSource } from "../file-format";
import type { Table } from "../table";
import { findDelimiter } from "./delimiter";
import { findEncoding } from "./encoding";
import { decodeChunks, textRows } from "./text-rows";

const SAMPLE_LETTERS = 64 * 1024;

/** A text as a table, or why it is none. The rows can be read any number of times. */
export async function textTable(source: ImportSource): Promise<Table> {
  const found = await findEncoding(chunksOf(source));
  if ("refused" in found) return found;
  const { encoding } = found;
  const decoded = () => decodeChunks(chunksOf(source), encoding);
  const sample = await sampleOf(decoded());
  if (sample.trim() === "") return { refused: { code: "emptyFile" } };
  const delimiter = findDelimiter(sample);
  return {
    format: { type: "csv", encoding, delimiter },
    rows: () => numbered(textRows(decoded(), delimiter)),
  };
}

/** The beginning of the text in whole lines. */
async function sampleOf(text: AsyncIterable<string>): Promise<string> {
  let sample = "";
  for await (const part of text) {
    sample += part;
    if (sample.length >= SAMPLE_LETTERS) {
      const lastLine = Math.max(sample.lastIndexOf("\n"), sample.lastIndexOf("\r"));
      return lastLine > 0 ? sample.slice(0, lastLine) : sample;
    }
  }
  return sample;
}

async function* numbered(records: AsyncIterable<string[]>) {
  let rowNo = 0;
  for await (const cells of records) {
    rowNo += 1;
    yield { rowNo, cells };
  }
}
