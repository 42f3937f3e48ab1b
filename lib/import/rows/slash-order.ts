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
 * What stands first in a file's dates with slashes. `onlyMonthFirst`: a date that exists only where the month does, and none
 * of the file only where the day does; a person is told of it, and asked.
 */
export type OrderFound = { order: SlashOrder; onlyMonthFirst: string | null };

/**
 * Whether all dates with slashes can be day first and some cannot be month first. Dates that can
 * only be month first, or none that decides, leave the order unknown: here the day is written first, and one such date
 * may as well be mistyped. `today`: 25/04/05 decides nothing from 2025 on, as
 * it may begin with the year; left out: no date with a short year does.
 */
export async function findSlashOrder(
  rows: AsyncIterable<TableRow>,
  columns: readonly number[],
  today: Day | undefined,
): Promise<OrderFound> {
  const thisYear = today === undefined ? NO_DAY : civilDate(today).year % 100;
  let dayFirst = false;
  let onlyMonthFirst: string | null = null;
  for await (const { cells } of rows) {
    for (const column of columns) {
      const text = cells[column] ?? "";
      const order = orderOf(text, thisYear);
      dayFirst ||= order === "dayFirst";
      if (order === "monthFirst") onlyMonthFirst ??= text.trim();
    }
    if (dayFirst && onlyMonthFirst !== null) return { order: "unknown", onlyMonthFirst: null };
  }
  return { order: dayFirst ? "dayFirst" : "unknown", onlyMonthFirst };
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
