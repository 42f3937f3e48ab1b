import type { FoundGrid } from "./grid-actions";

export type Column = { heading: string; width: number };

const LETTER = 7.5;
const [NARROWEST, WIDEST] = [90, 260];

/** As wide as the heading and the first values need, within bounds. */
export function columnsOf({ header, columns, record }: FoundGrid): Column[] {
  return Array.from({ length: columns }, (_, column) => {
    const heading = header[column] ?? "";
    const samples = record.format?.columns?.[column]?.samples ?? [];
    const letters = Math.max(heading.length + 3, ...samples.map((sample) => sample.length));
    return { heading, width: Math.min(WIDEST, Math.max(NARROWEST, letters * LETTER + 40)) };
  });
}
