import { LIMITS } from "../limits";
import type { Refusal } from "../refusal";
import type { TableRow } from "../table";

/** The header and a few filled rows below it, for checks. */
export type Headed = {
  header: readonly string[];
  headerRowNo: number;
  next: readonly TableRow[];
};

const LOOK_AHEAD = 20;

/** The first row that is not blank is the header; headings without outer spaces, empty ones at the end left out. */
export async function readHead(
  rows: AsyncGenerator<TableRow>,
): Promise<Headed | { refused: Refusal }> {
  const filled: TableRow[] = [];
  for await (const row of rows) {
    if (!isBlank(row.cells)) filled.push(row);
    if (filled.length > LOOK_AHEAD) break;
  }
  const [first, ...next] = filled;
  if (!first) return { refused: { code: "noRows" } };
  const headings = first.cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  const header = headings.slice(0, headings.findLastIndex((heading) => heading !== "") + 1);
  if (header.length > LIMITS.columns) {
    return {
      refused: { code: "tooManyColumns", columns: header.length, limit: LIMITS.columns },
    };
  }
  return { header, headerRowNo: first.rowNo, next };
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
