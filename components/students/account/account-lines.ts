import type { Day } from "@/lib/civil-date/day";
import type { AccountRow } from "@/lib/compliance/day-account";

/** Days in a row that are the same in everything: one line of the account. Both days belong to it. */
export type AccountLine = Pick<AccountRow, "status" | "reason" | "crossings" | "grounds"> & {
  from: Day;
  to: Day;
  days: number;
  /** The running numbers of its first and last day in the count; null: none of its days is in the count. */
  numbers: { first: number; last: number } | null;
  /** How much it adds to the count: its days, or more where a day counts once for each stay. */
  adds: number;
  /** Its first day is the first one over the limit. */
  breach: boolean;
};

/** How an account is shown: days that are alike together, or every day inside on a line of its own. */
export type AccountView = "runs" | "days";

/** Days without anything to tell apart: these stand together in either view. */
const FOLDED: readonly AccountRow["status"][] = ["outside", "not_counted"];

/** The rows as lines of the account, in order; no day is left out. `breach`: the first day over the limit. */
export function linesOf(
  rows: readonly AccountRow[],
  breach: Day | null,
  view: AccountView,
): AccountLine[] {
  const lines: AccountLine[] = [];
  for (const row of rows) {
    const line = lines.at(-1);
    const alone = row.day === breach || (view === "days" && !FOLDED.includes(row.status));
    if (line !== undefined && !alone && isAlike(line, row)) grow(line, row);
    else lines.push(begun(row, row.day === breach));
  }
  return lines;
}

function grow(line: AccountLine, { day, number, weight }: AccountRow): void {
  line.to = day;
  line.days += 1;
  line.adds += weight;
  if (line.numbers !== null && number !== null) line.numbers.last = number;
}

function begun(row: AccountRow, breach: boolean): AccountLine {
  const { day, status, reason, crossings, grounds, number, weight: adds } = row;
  const numbers = number === null ? null : { first: number, last: number };
  return { status, reason, crossings, grounds, from: day, to: day, days: 1, numbers, adds, breach };
}

function isAlike(line: AccountLine, row: AccountRow): boolean {
  return (
    line.status === row.status &&
    line.reason === row.reason &&
    (line.numbers === null) === (row.number === null) &&
    isSame(line.crossings, row.crossings) &&
    isSame(line.grounds, row.grounds)
  );
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((ref) => others.includes(ref));
}

/** Lines that rest on the same show it once, but again after so many. */
const SHOWN_FOR = 7;

/** For each line, over how many lines its evidence stands; 0: the line before has shown it. */
export function evidenceSpans(lines: readonly AccountLine[]): number[] {
  const spans: number[] = [];
  let first = 0;
  lines.forEach((line, index) => {
    const shown = lines[first];
    const again = shown !== undefined && index > first && restsOnSame(shown, line);
    if (again && index - first < SHOWN_FOR) {
      spans[first] = (spans[first] ?? 1) + 1;
      spans.push(0);
    } else {
      first = index;
      spans.push(1);
    }
  });
  return spans;
}

function restsOnSame(some: AccountLine, other: AccountLine): boolean {
  return (
    some.status === other.status &&
    isSame(some.crossings, other.crossings) &&
    isSame(some.grounds, other.grounds)
  );
}

/** Days of each kind, and how much of the count is sure and how much is not. */
export type AccountSums = {
  days: number;
  counted: number;
  paused: number;
  outside: number;
  notCounted: number;
  /** Days of which the log does not say whether they were spent inside. */
  unknown: number;
  /** What days that are surely counted add to the count, and what the others may add at most. */
  sure: number;
  atMost: number;
};

/** The sums under the lines: `sure` and `atMost` together are the number of the reading. */
export function sumsOf(lines: readonly AccountLine[]): AccountSums {
  const daysOf = (status: AccountRow["status"]) =>
    total(lines.filter((line) => line.status === status).map(({ days }) => days));
  const adding = (sure: boolean) =>
    total(lines.filter(({ status }) => (status === "counted") === sure).map(({ adds }) => adds));
  return {
    days: total(lines.map(({ days }) => days)),
    counted: daysOf("counted"),
    paused: daysOf("paused"),
    outside: daysOf("outside"),
    notCounted: daysOf("not_counted"),
    unknown: daysOf("unknown"),
    sure: adding(true),
    atMost: adding(false),
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
