import type { Day } from "@/lib/civil-date/day";
import { READINGS, type ReadingName, type ReadingResult } from "@/lib/compliance/assessment";
import { type AccountSummary, accountOf, summaryOf } from "@/lib/compliance/day-account";
import type { StudentFile } from "@/lib/services/students/get-student";
import { planIn } from "../plan/plan-address";
import {
  type AccountLine,
  type AccountSums,
  type AccountView,
  linesOf,
  sumsOf,
} from "./account-lines";

/** The count of a student's days by one reading, on the day of the file. */
export type Account = {
  reading: ReadingName;
  /** Every reading that the student's limits have. */
  readings: ReadingName[];
  result: ReadingResult;
  /** No crossing is known up to the day: nought is counted, and yet nobody knows how much was used. */
  logIsEmpty: boolean;
  /** First and last day looked at; both null: no period is running, and nothing counts. */
  from: Day | null;
  to: Day | null;
  view: AccountView;
  plan: string;
  lines: AccountLine[];
  sums: AccountSums;
  /** The same in few words, for a letter. */
  summary: AccountSummary;
  citations: readonly string[];
};

/** What the address of an account asks for. */
export type AccountChoice = {
  reading: ReadingName | null;
  view: AccountView;
  /** The plan that is being tried on its own page, carried along; "": none. */
  plan: string;
};

type Parameters = Record<string, string | string[] | undefined>;

/** The choice that the address names; what it does not name, or wrongly, is as usual. */
export function readChoice(parameters: Parameters): AccountChoice {
  const { reading, days } = parameters;
  return {
    plan: planIn(parameters),
    reading: READINGS.find((name) => name === reading) ?? null,
    view: days === "all" ? "days" : "runs",
  };
}

/** The account of the asked reading, else of the one that the verdict rests on; null: no limit applies. */
export function readAccount(
  file: StudentFile,
  { reading: asked, view, plan }: AccountChoice,
): Account | null {
  const { assessment, explanation, asOf, facts, ruleSet, settings } = file;
  const readings = READINGS.filter((name) => assessment.readings[name] !== undefined);
  const reading =
    readings.find((name) => name === asked) ?? assessment.headline ?? readings[0] ?? null;
  const result = reading === null ? undefined : assessment.readings[reading];
  const explained = reading === null ? undefined : explanation.readings[reading];
  const summary = reading === null ? null : summaryOf(facts, ruleSet, settings, asOf, reading);
  if (reading === null || result === undefined || explained === undefined || summary === null) {
    return null;
  }
  const lines = linesOf(
    accountOf(facts, ruleSet, settings, asOf, reading),
    result.firstBreach,
    view,
  );
  return {
    reading,
    readings,
    result,
    logIsEmpty: facts.crossings.every(({ day }) => day > asOf),
    from: explained.from,
    to: explained.from === null ? null : asOf,
    view,
    plan,
    lines,
    sums: sumsOf(lines),
    summary,
    citations: explained.citations,
  };
}
