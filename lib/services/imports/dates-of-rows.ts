import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { dayAt, today } from "@/lib/clock/today";
import type { ImportRecord, Outcome } from "@/lib/db/import/import-words";
import type { RowRemark } from "@/lib/db/import/row-words";
import { NO_ANSWERS } from "@/lib/import/answers";
import { type DateRead, datesReader } from "@/lib/import/dates-read";

type Row = {
  outcome: Outcome;
  cells: readonly string[];
  issues: readonly RowRemark[];
  unchecked?: boolean;
};

/** Their cells were not read as dates at all. */
const UNREAD: ReadonlySet<Outcome> = new Set<Outcome>(["aside", "leftOut"]);
const SHIFTED: ReadonlySet<string> = new Set(["rowLength", "repeatedHeader"]);

/** Rows of an import with the dates that could have been read otherwise, as they were read. */
export function withDates<R extends Row>(
  { mapping, answers, committedAt }: ImportRecord,
  rows: readonly R[],
): (R & { dates: DateRead[] })[] {
  // Short years were read by the day of writing; a fixed today may lie before it.
  const day = committedAt === null ? today() : earlier(today(), dayAt(committedAt));
  const read = datesReader(mapping ?? [], answers ?? NO_ANSWERS, day);
  return rows.map((row) => ({
    ...row,
    dates: isRead(row) ? read(row.cells).filter(known(row)) : [],
  }));
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

function isRead({ outcome, issues, unchecked = false }: Row): boolean {
  return !unchecked && !UNREAD.has(outcome) && !issues.some(({ code }) => SHIFTED.has(code));
}

/** Which comes first, day or month, may be a question still. */
const known =
  ({ issues }: Row) =>
  ({ column }: DateRead) =>
    !issues.some((issue) => issue.code === "ambiguousDate" && issue.column === column);
