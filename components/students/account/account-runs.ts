import type { Day } from "@/lib/civil-date/day";
import type { AccountRow } from "./account-row";

/** Days in a row that are the same in everything: one line of the account. Both days belong to it. */
export type AccountRun = Pick<AccountRow, "status" | "reason" | "crossings" | "grounds"> & {
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
export function runsOf(
  rows: readonly AccountRow[],
  breach: Day | null,
  view: AccountView,
): AccountRun[] {
  const runs: AccountRun[] = [];
  let before = 0;
  for (const row of rows) {
    const adds = row.number === null ? 0 : row.number - before;
    before = row.number ?? before;
    const run = runs.at(-1);
    const alone = row.day === breach || (view === "days" && !FOLDED.includes(row.status));
    if (run !== undefined && !alone && isAlike(run, row)) grow(run, row, adds);
    else runs.push(begun(row, adds, row.day === breach));
  }
  return runs;
}

function grow(run: AccountRun, { day, number }: AccountRow, adds: number): void {
  run.to = day;
  run.days += 1;
  run.adds += adds;
  if (run.numbers !== null && number !== null) run.numbers.last = number;
}

function begun(row: AccountRow, adds: number, breach: boolean): AccountRun {
  const { day, status, reason, crossings, grounds, number } = row;
  const numbers = number === null ? null : { first: number, last: number };
  return { status, reason, crossings, grounds, from: day, to: day, days: 1, numbers, adds, breach };
}

function isAlike(run: AccountRun, row: AccountRow): boolean {
  return (
    run.status === row.status &&
    run.reason === row.reason &&
    (run.numbers === null) === (row.number === null) &&
    isSame(run.crossings, row.crossings) &&
    isSame(run.grounds, row.grounds)
  );
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((ref) => others.includes(ref));
}

/** Lines that rest on the same show it once, but again after so many. */
const SHOWN_FOR = 7;

/** For each line, over how many lines its evidence stands; 0: the line before has shown it. */
export function evidenceSpans(runs: readonly AccountRun[]): number[] {
  const spans: number[] = [];
  let first = 0;
  runs.forEach((run, index) => {
    const shown = runs[first];
    const again = shown !== undefined && index > first && restsOnSame(shown, run);
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

function restsOnSame(some: AccountRun, other: AccountRun): boolean {
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
export function sumsOf(runs: readonly AccountRun[]): AccountSums {
  const daysOf = (status: AccountRow["status"]) =>
    total(runs.filter((run) => run.status === status).map(({ days }) => days));
  const adding = (sure: boolean) =>
    total(runs.filter(({ status }) => (status === "counted") === sure).map(({ adds }) => adds));
  return {
    days: total(runs.map(({ days }) => days)),
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
