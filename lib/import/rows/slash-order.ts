import { civilDate, type Day } from "@/lib/civil-date/day";
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

/** True where a row has a date of the form 03/04/2026 or 03/04/26. */
export function hasSlashDate(cells: readonly string[], columns: readonly number[]): boolean {
  return columns.some((column) => slashParts(cells[column] ?? "") !== null);
}

/**
 * Whether all dates with slashes can be day first and some cannot be month first. One date that can
 * only be month first, or none that decides, leaves the order unknown. `today`: 25/04/05 decides nothing from 2025 on, as
 * it may begin with the year; left out: no date with a short year does.
 */
export async function findSlashOrder(
  rows: AsyncIterable<TableRow>,
  columns: readonly number[],
  today: Day | undefined,
): Promise<SlashOrder> {
  const thisYear = today === undefined ? NO_DAY : civilDate(today).year % 100;
  let dayFirst = false;
  for await (const { cells } of rows) {
    const orders = columns.map((column) => orderOf(cells[column] ?? "", thisYear));
    if (orders.includes("monthFirst")) return "unknown";
    dayFirst = dayFirst || orders.includes("dayFirst");
  }
  return dayFirst ? "dayFirst" : "unknown";
}

/** Of the longest month. */
const LAST_DAY = 31;
/** No month has so many. */
const NO_DAY = 99;

/** What one date alone says. */
function orderOf(text: string, thisYear: number): "dayFirst" | "monthFirst" | null {
  const parts = slashParts(text);
  if (parts === null || parts.first > 12 === parts.second > 12) return null;
  if (parts.second > 12) return "monthFirst";
  const mayBeYear = parts.first <= thisYear || parts.first > LAST_DAY;
  return parts.shortYear && mayBeYear ? null : "dayFirst";
}
