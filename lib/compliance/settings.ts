import { type Day, day } from "@/lib/civil-date/day";
import { READINGS, type ReadingName } from "./assessment";

/** The dates from which the count for citizens of Kazakhstan may start (question A2). */
export const KZ_COUNTING_STARTS = ["2025-09-01", "2025-12-01", "2023-10-21", "2023-10-10"] as const;

/**
 * The open questions of the law that an office may answer for itself (LAW.md, section 7), each with
 * its own default. Only questions whose every answer the engine honours are here.
 */
export type Settings = {
  /** A1: the readings that may be the headline. Applies where a regime knows several; never empty. */
  readings: readonly ReadingName[];
  /** A2: first day that counts for citizens of Kazakhstan. */
  kzCountingStart: Day;
  /** A14: after leaving over the limit, the first safe date is the day of exit plus this. */
  reentryAfterDays: 91 | 90;
  /** A19: what KG-855 left to citizens of TJ, GE, AZ, MD. */
  unconfirmedLimit: "60/120" | "30/60";
  /** Public holidays, for the duties that run in working days. None: due dates are the earliest possible. */
  holidays: readonly Day[];
};

/** The defaults of every open question. */
export const defaultSettings: Settings = {
  readings: READINGS,
  kzCountingStart: day("2025-09-01"),
  reentryAfterDays: 91,
  unconfirmedLimit: "60/120",
  holidays: [],
};
