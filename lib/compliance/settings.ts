import { type Day, day } from "@/lib/civil-date/day";
import { WINDOW_READINGS, type WindowReading } from "./assessment";

/** The dates from which the count for citizens of Kazakhstan may start (question A2). */
export const KZ_COUNTING_STARTS = ["2025-09-01", "2025-12-01", "2023-10-21", "2023-10-10"] as const;

/**
 * The open questions of the law that an office may answer for itself (docs/rules.md, section 8), each with
 * its own default. Only questions whose every answer the engine honours are here.
 */
export type Settings = {
  /** A1: the readings of a window limit that may be the headline. Applies where a regime knows several; never empty. */
  readings: readonly WindowReading[];
  /** A2: first day that counts for citizens of Kazakhstan. */
  kzCountingStart: Day;
  /** A5: whether the day of exit is a day inside. Without it a stay still has its day of entry. */
  exitDayCounts: boolean;
  /** A7: a day on which one stay ends and another begins is one day, or as many as stays hold it. */
  sameDayCounts: "once" | "twice";
  /** A9: a registration pauses the count, sets it to zero on its first day and pauses it, or does nothing to it. */
  registrationEffect: "pauses" | "resets" | "nothing";
  /** A10: a registration made during a stay covers from its own start, or from the entry of that stay. */
  registrationCovers: "ownStart" | "entry";
  /** A12: the days free of registration are counted in the stay, or over the stays in the window. */
  registrationTrigger: "perStay" | "inWindow";
  /** A14: after leaving over the limit, the first safe date is the day of exit plus this. */
  reentryAfterDays: 91 | 90;
  /** A19: what KG-855 left to citizens of TJ, GE, AZ, MD. */
  unconfirmedLimit: "60/120" | "30/60";
  /** A21: a registration ends with the first of academic year, document and visa, or with the visa alone. */
  registrationEnd: "earliest" | "visaOnly";
  /** Public holidays, for the duties that run in working days. None: due dates are the earliest possible. */
  holidays: readonly Day[];
};

/** The defaults of every open question. */
export const defaultSettings: Settings = {
  readings: WINDOW_READINGS,
  kzCountingStart: day("2025-09-01"),
  exitDayCounts: true,
  sameDayCounts: "once",
  registrationEffect: "pauses",
  registrationCovers: "ownStart",
  registrationTrigger: "perStay",
  reentryAfterDays: 91,
  unconfirmedLimit: "60/120",
  registrationEnd: "earliest",
  holidays: [],
};
