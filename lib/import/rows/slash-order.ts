import type { TableRow } from "../table";
import type { Target } from "../targets";
import { type SlashOrder, slashParts } from "../values/moment";

const DATES: ReadonlySet<Target> = new Set<Target>([
  "birth_date",
  "document_expires",
  "at",
  "valid_from",
  "valid_to",
  "entry_at",
  "exit_at",
  "lives_from",
  "lives_to",
  "moved_out",
]);

/** Columns of the file that hold dates. */
export function dateColumns(mapping: readonly (Target | null)[]): number[] {
  return mapping.flatMap((target, column) => (target && DATES.has(target) ? [column] : []));
}

/** True where a row has a date of the form 03/04/2026. */
export function hasSlashDate(cells: readonly string[], columns: readonly number[]): boolean {
  return columns.some((column) => slashParts(cells[column] ?? "") !== null);
}

/**
 * Whether all dates with slashes can be day first and some cannot be month first. One date that can
 * only be month first, or none that decides, leaves the order unknown.
 */
export async function findSlashOrder(
  rows: AsyncIterable<TableRow>,
  columns: readonly number[],
): Promise<SlashOrder> {
  let dayFirst = false;
  for await (const { cells } of rows) {
    const orders = columns.map((column) => orderOf(cells[column] ?? ""));
    if (orders.includes("monthFirst")) return "unknown";
    dayFirst = dayFirst || orders.includes("dayFirst");
  }
  return dayFirst ? "dayFirst" : "unknown";
}

/** What one date alone says. */
function orderOf(text: string): "dayFirst" | "monthFirst" | null {
  const parts = slashParts(text);
  if (parts === null || parts.first > 12 === parts.second > 12) return null;
  return parts.first > 12 ? "dayFirst" : "monthFirst";
}
