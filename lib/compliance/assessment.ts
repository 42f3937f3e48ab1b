import type { Day } from "@/lib/civil-date/day";

/** The ways to read a limit of "so many days within so many"; an office chooses among them (A1). */
export const WINDOW_READINGS = ["rolling", "anchored", "cumulative"] as const;
export type WindowReading = (typeof WINDOW_READINGS)[number];

/** Every count that a limit may ask for; the last two belong to limits of their own and always count. */
export const READINGS = [...WINDOW_READINGS, "per_stay", "calendar_year"] as const;
export type ReadingName = (typeof READINGS)[number];

/** Whether it is one of the ways to read a limit of days within days. */
export function isWindowReading(name: ReadingName): name is WindowReading {
  return WINDOW_READINGS.some((reading) => reading === name);
}

/** The readings that count for the headline where an office has chosen `chosen` (A1): other limits always do. */
export function countingReadings(
  chosen: readonly WindowReading[],
  names: readonly ReadingName[],
): ReadingName[] {
  const isChosen = (name: ReadingName) => chosen.some((reading) => reading === name);
  const hasChosen = names.some(isChosen);
  return names.filter((name) => !isWindowReading(name) || !hasChosen || isChosen(name));
}

/** Worst first: a student has the first that holds. */
export const VERDICTS = [
  "overstaying",
  "barred",
  "registration_overdue",
  "at_risk",
  "registration_due",
  "lapsing",
  "unregistered",
  "covered",
  "unknown",
  "exempt",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One reading of the limit, on the day of the assessment. Days are civil days; used counts whole days. */
export type ReadingResult = {
  limit: number;
  /** Days of the window; null: per_stay, calendar_year. */
  window: number | null;
  /** = usedMax where a broken log leaves a range. */
  used: number;
  usedMin: number;
  usedMax: number;
  /** limit − used, never below 0. */
  remaining: number;
  /** First counted day with used > limit, up to asOf. */
  firstBreach: Day | null;
  overstayDays: number;
  /** Inside and not over the limit: the last day on which staying is lawful; null: none ends it, or not applicable. */
  lastLawfulDay: Day | null;
  /** Outside: the first day from which one day inside is lawful. */
  earliestEntry: Day | null;
  /** First day on which the limit would be exceeded, at the present rhythm or by staying; null: not in sight. */
  reachedOn: Day | null;
};

export const ALERT_CODES = [
  "limit_exceeded",
  "entry_closed",
  "registration_overdue",
  "limit_ahead",
  "registration_due",
  "ground_ends",
  "register_besides_visa",
  "visa_ends",
  "ground_unknown",
  "log_broken",
] as const;
export type AlertCode = (typeof ALERT_CODES)[number];
export type Severity = "critical" | "warning" | "notice";
/** `on`: the day by which to act, or on which it happens; null where no day can be named. */
export type Alert = { code: AlertCode; severity: Severity; on: Day | null };

export const DATA_PROBLEM_CODES = [
  "entry_without_exit",
  "exit_without_entry",
  "duplicate_crossing",
  "before_birth",
] as const;
export type DataProblemCode = (typeof DATA_PROBLEM_CODES)[number];
/** `at`: the day of the crossing that has the problem; `ref`: that crossing's ref. */
export type DataProblem = { code: DataProblemCode; at: Day; ref: string };

export type Assessment = {
  asOf: Day;
  regime: string;
  /** Version of the regime's data that the verdict was made with. */
  regimeVersion: string;
  citizenship: string;
  inside: boolean | null;
  insideSince: Day | null;
  lastExit: Day | null;
  protectedUntil: Day | "open" | null;
  registrationDueOn: Day | null;
  readings: Partial<Record<ReadingName, ReadingResult>>;
  headline: ReadingName | null;
  verdict: Verdict;
  /** The verdict on the fewest days that a broken log allows; the verdict itself rests on the most. */
  verdictAtLeast: Verdict;
  alerts: Alert[];
  dataProblems: DataProblem[];
  /** Ids of the sources that the verdict rests on (see regimes). */
  citations: string[];
};
