import { DELIMITERS, type Delimiter } from "../file-format";
import { firstRecords } from "./text-rows";

const SAMPLE_RECORDS = 50;

/** The delimiter under which the beginning of a text falls into the most even rows of more than one cell. */
export function findDelimiter(sample: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}

/**
 * Share of rows as wide as most are, with a little for width; 0 where most are of one cell. Titles
 * above a heading and signatures below are of other widths.
 */
function evenness(sample: string, delimiter: Delimiter): number {
  const widths = recordsOf(sample, delimiter).map((cells) => cells.length);
  const usual = usualOf(widths.filter((width) => width > 1));
  if (usual === null) return 0;
  return usual.count / widths.length + usual.width / 1000;
}

function usualOf(widths: readonly number[]): { width: number; count: number } | null {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const found = [...counts].map(([width, count]) => ({ width, count }));
  return found.reduce<(typeof found)[number] | null>(
    (best, one) => (best === null || one.count > best.count ? one : best),
    null,
  );
}

function recordsOf(sample: string, delimiter: Delimiter): string[][] {
  const records = firstRecords(sample, delimiter, SAMPLE_RECORDS).filter(
    (cells) => cells.join("").trim() !== "",
  );
  if (records.length > 0) return records;
  // A quote that closes beyond the sample; the whole file will tell.
  return sample
    .split(/\r\n|\n|\r/)
    .slice(0, SAMPLE_RECORDS)
    .map((line) => line.split(delimiter));
}
