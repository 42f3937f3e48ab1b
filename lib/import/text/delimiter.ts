import { parse } from "csv-parse/sync";
import type { Delimiter } from "../file-format";

const CANDIDATES: readonly Delimiter[] = [";", ",", "\t"];
const SAMPLE_RECORDS = 50;

/** The delimiter under which the beginning of a text falls into the most even rows of more than one cell. */
export function findDelimiter(sample: string): Delimiter {
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}

/** Share of rows as wide as the header, with a little for width; 0 where the header is one cell. */
function evenness(sample: string, delimiter: Delimiter): number {
  const widths = recordsOf(sample, delimiter).map((cells) => cells.length);
  const header = widths[0] ?? 0;
  if (header < 2) return 0;
  const even = widths.filter((width) => width === header).length / widths.length;
  return even + header / 1000;
}

function recordsOf(sample: string, delimiter: Delimiter): string[][] {
  try {
    return parse(sample, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: SAMPLE_RECORDS,
    });
  } catch {
    // A quote that closes beyond the sample; the whole file will tell.
    return sample
      .split(/\r\n|\n|\r/)
      .slice(0, SAMPLE_RECORDS)
      .map((line) => line.split(delimiter));
  }
}
