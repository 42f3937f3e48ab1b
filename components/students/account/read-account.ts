import type { Day } from "@/lib/civil-date/day";
import { READINGS, type ReadingName, type ReadingResult } from "@/lib/compliance/assessment";
import { dayLedger } from "@/lib/compliance/ledger";
import type { StudentFile } from "@/lib/services/students/get-student";
import type { AccountRow } from "./account-row";
import {
  type AccountRun,
  type AccountSums,
  type AccountView,
  runsOf,
  sumsOf,
} from "./account-runs";

/** The count of a student's days by one reading, on the day of the file. */
export type Account = {
  reading: ReadingName;
  /** Every reading that the student's limits have. */
  readings: ReadingName[];
  result: ReadingResult;
  /** First and last day looked at; both null: no period is running, and nothing counts. */
  from: Day | null;
  to: Day | null;
  view: AccountView;
  runs: AccountRun[];
  sums: AccountSums;
  citations: readonly string[];
};

/** What the address of an account asks for. */
export type AccountChoice = { reading: ReadingName | null; view: AccountView };

type Parameters = Record<string, string | string[] | undefined>;

/** The choice that the address names; what it does not name, or wrongly, is as usual. */
export function readChoice({ reading, days }: Parameters): AccountChoice {
  return {
    reading: READINGS.find((name) => name === reading) ?? null,
    view: days === "all" ? "days" : "runs",
  };
}

/** The account of the asked reading, else of the one that the verdict rests on; null: no limit applies. */
export function readAccount(
  file: StudentFile,
  { reading: asked, view }: AccountChoice,
): Account | null {
  const { assessment, explanation, asOf } = file;
  const readings = READINGS.filter((name) => assessment.readings[name] !== undefined);
  const reading =
    readings.find((name) => name === asked) ?? assessment.headline ?? readings[0] ?? null;
  const result = reading === null ? undefined : assessment.readings[reading];
  const explained = reading === null ? undefined : explanation.readings[reading];
  if (reading === null || result === undefined || explained === undefined) return null;
  const runs = runsOf(rowsOf(file, explained.from), result.firstBreach, view);
  return {
    reading,
    readings,
    result,
    from: explained.from,
    to: explained.from === null ? null : asOf,
    view,
    runs,
    sums: sumsOf(runs),
    citations: explained.citations,
  };
}

function rowsOf({ facts, ruleSet, settings, asOf }: StudentFile, from: Day | null): AccountRow[] {
  if (from === null) return [];
  let number = 0;
  return dayLedger(facts, ruleSet, settings, from, asOf, asOf).map((row) => {
    const counts = row.status === "counted" || row.reason === "log_gap";
    if (counts) number += 1;
    return { ...row, number: counts ? number : null };
  });
}
