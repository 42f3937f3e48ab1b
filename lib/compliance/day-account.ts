import type { Day } from "@/lib/civil-date/day";
import type { ReadingName } from "./assessment";
import { type ExplainedReading, type ExplainedStay, explain } from "./explain";
import type { StudentFacts } from "./facts";
import { type DayReason, type DayStatus, dayLedger } from "./ledger";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";

/** A day that a reading looks at. */
export type AccountRow = {
  day: Day;
  status: DayStatus;
  reason: DayReason;
  /** What the day adds to the count: 1 (or more, where a day counts for each of its stays), 0 where it does not count. */
  weight: number;
  /** The count with this day, from 1 on; null: the day adds nothing. The last number is `used`. */
  number: number | null;
  /** Refs of the crossings that bound the stays of this day. */
  crossings: string[];
  /** Refs of the granted grounds that hold on this day and pause the count. */
  grounds: string[];
};

/**
 * Every day that a reading looks at on `asOf`, from the first of its window, period or count to `asOf`,
 * both included, with the running number of the days that count. A day that counts only if a missing
 * crossing lay as far away as it can has the status `unknown` and a number: the account is that of the most
 * days possible, and its weights add up to `used`. Empty where the reading does not apply.
 */
export function accountOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  reading: ReadingName,
): AccountRow[] {
  const from = explain(facts, ruleSet, settings, asOf).readings[reading]?.from ?? null;
  if (from === null) return [];
  let used = 0;
  return dayLedger(facts, ruleSet, settings, from, asOf, asOf).map((day): AccountRow => {
    const weight = reading === "per_stay" ? Math.min(day.weight, 1) : day.weight;
    used += weight;
    return { ...day, weight, number: weight > 0 ? used : null };
  });
}

/** Days in a row that are accounted for in the same way. */
export type AccountRun = {
  /** counted: inside; possible: counted only if a missing crossing lay as far away as it can; paused: inside under grounds. */
  kind: "counted" | "possible" | "paused";
  from: Day;
  to: Day;
  /** What the days add to the count; paused: how many days the grounds keep out of it. */
  days: number;
  /** The crossings of the stay (on a day that several share: of the first of which both are known); null: not in the log, or still inside. */
  entryRef: string | null;
  exitRef: string | null;
  /** The stay goes on. */
  open: boolean;
  /** Refs of the grounds that pause; none where the days count. */
  grounds: string[];
};

/** An account in few words: what a paragraph of a letter is written from. */
export type AccountSummary = Pick<ExplainedReading, "limit" | "window" | "from" | "to" | "used"> & {
  asOf: Day;
  /** In time order. The days of those that are counted or possible add up to `used`. */
  runs: AccountRun[];
};

/** The account of a reading in runs of days; null where the reading does not apply. */
export function summaryOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  reading: ReadingName,
): AccountSummary | null {
  const explained = explain(facts, ruleSet, settings, asOf).readings[reading];
  if (explained === undefined) return null;
  const { limit, window, from, to, used, stays } = explained;
  const runs: AccountRun[] = [];
  for (const row of accountOf(facts, ruleSet, settings, asOf, reading)) {
    const run = runOf(row, stays);
    const last = runs.at(-1);
    if (run === null) continue;
    if (last !== undefined && continues(last, run)) {
      last.to = run.to;
      last.days += run.days;
    } else runs.push(run);
  }
  return { asOf, limit, window, from, to, used, runs };
}

/** A run of a single day; null: the day plays no part. */
function runOf(row: AccountRow, stays: readonly ExplainedStay[]): AccountRun | null {
  const { day, status, weight, grounds } = row;
  const kind = status === "paused" ? "paused" : weightedKind(row);
  const holding = stays.filter(({ from, to }) => from <= day && day <= to);
  const stay = holding.find(({ certain }) => certain) ?? holding[0];
  if (kind === null || stay === undefined) return null;
  return {
    kind,
    from: day,
    to: day,
    days: kind === "paused" ? 1 : weight,
    entryRef: stay.entryRef,
    exitRef: stay.exitRef,
    open: stay.open,
    grounds,
  };
}

function weightedKind({ status, weight }: AccountRow): "counted" | "possible" | null {
  if (weight === 0) return null;
  return status === "counted" ? "counted" : "possible";
}

function continues(last: AccountRun, next: AccountRun): boolean {
  return (
    last.kind === next.kind &&
    last.to + 1 === next.from &&
    last.entryRef === next.entryRef &&
    last.exitRef === next.exitRef &&
    last.grounds.join() === next.grounds.join()
  );
}
