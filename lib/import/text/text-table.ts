import { chunksOf } from "../bytes/source";
import { DELIMITERS, type ImportSource } from "../file-format";
import type { ReadingOptions } from "../reading-options";
import type { Table, TableRow } from "../table";
import { findDelimiter } from "./delimiter";
import { findEncoding } from "./encoding";
import { decodeChunks, textRows } from "./text-rows";

const SAMPLE_LETTERS = 64 * 1024;
const SHOWN_LINES = 5;
const SHOWN_LETTERS = 160;
/** "sep=;" in the first line tells spreadsheets the delimiter; they do not show it. */
const INSTRUCTION = /^\s*"?sep=([;,|\t])"?[;,|\t]*(?:\r\n|\n|\r)/i;
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** A text as a table, or why it is none. The rows can be read any number of times. */
export async function textTable(source: ImportSource, options: ReadingOptions): Promise<Table> {
  const found = options.encoding
    ? { encoding: options.encoding }
    : await findEncoding(() => chunksOf(source));
  if ("refused" in found) return found;
  const { encoding } = found;
  const decoded = () => decodeChunks(chunksOf(source), encoding);
  const sample = await sampleOf(decoded());
  if (sample === "") return { refused: { code: "emptyFile" } };
  if (sample.trim() === "") return { refused: { code: "blankFile" } };
  const instruction = INSTRUCTION.exec(sample);
  const text = sample.slice(instruction?.[0].length ?? 0);
  const said = DELIMITERS.find((one) => one === instruction?.[1]);
  const delimiter = options.delimiter ?? said ?? findDelimiter(text);
  const passedOver = instruction ? 1 : 0;
  return {
    format: { type: "csv", encoding, delimiter, sample: linesToShow(text) },
    batches: () => numbered(textRows(decoded(), delimiter), passedOver),
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

/** Whether an encoding is right shows in the lines that are not plain ASCII. */
function linesToShow(sample: string): string[] {
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const telling = lines.filter((line) => BEYOND_ASCII.test(line));
  const others = lines.filter((line) => !BEYOND_ASCII.test(line));
  return [...telling, ...others]
    .slice(0, SHOWN_LINES)
    .map((line) => (line.length > SHOWN_LETTERS ? `${line.slice(0, SHOWN_LETTERS)}…` : line));
}

async function* numbered(
  batches: AsyncIterable<readonly string[][]>,
  passedOver: number,
): AsyncGenerator<readonly TableRow[]> {
  let rowNo = 0;
  let toSkip = passedOver;
  for await (const records of batches) {
    const kept = toSkip === 0 ? records : records.slice(toSkip);
    toSkip = 0;
    yield kept.map((cells) => {
      rowNo += 1;
      return { rowNo, cells };
    });
  }
}
