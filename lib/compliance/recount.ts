import type { Day } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";
import type { ReadingName } from "./assessment";
import type { Direction } from "./facts";
import type { Settings } from "./settings";

/** The open questions whose other answers change a count (docs/rules.md, section 8: A2, A5, A7, A9, A10). */
export type CountingSetting =
  | "kzCountingStart"
  | "exitDayCounts"
  | "sameDayCounts"
  | "registrationEffect"
  | "registrationCovers";

/** What somebody else may have done otherwise when counting the same person's days. */
export type Cause =
  /** Read the limit in another way. */
  | { kind: "reading"; reading: ReadingName }
  /** Answered an open question otherwise. */
  | { [K in CountingSetting]: { kind: "setting"; setting: K; value: Settings[K] } }[CountingSetting]
  /** Where our log is broken, counted only the days that are sure. */
  | { kind: "fewest" }
  /** Did not know of a granted ground. */
  | { kind: "ground_unknown"; ref: string }
  /** Counted up to another day: the last exit, or the day before the stated one. */
  | { kind: "counted_to"; day: Day }
  /** Counted the stated day itself, on which the person stood at the border, as a day inside. */
  | { kind: "stated_day_too"; day: Day }
  /** Knows of a crossing that our log lacks, on any one of these days; `refs`: the records that it lies between. */
  | { kind: "crossing_known"; direction: Direction; days: DaySpan; refs: string[] }
  /** Does not take into account records that do not fit in our log. */
  | { kind: "set_aside"; refs: string[] }
  /** Does not know of a stay, or of an absence: neither of its two crossings. */
  | { kind: "stay_unknown" | "absence_unknown"; refs: [string, string] }
  /** Lacks one crossing; the days that are open without it, if any, were all counted or (`fewest`) none of them. */
  | { kind: "crossing_unknown"; ref: string; openDays: "most" | "fewest" }
  /** Counted the days of a stay twice. */
  | { kind: "stay_twice"; refs: [string | null, string | null] };

/** A way to come to the stated number, exactly: all causes together, in `reading`. */
export type Explained = { causes: Cause[]; reading: ReadingName };

/** What of the search was left out for the time it takes: all but the latest stays, possible days of missing crossings, pairs of causes; `count`: so many were tried. */
export type Cut = { what: "stays" | "days" | "pairs"; count: number };

/** Our count beside somebody else's. */
export type Reconciliation = {
  statedDays: number;
  statedOn: Day;
  /** Days used on the stated day in each reading; fewest and most where the log is broken. */
  ours: Partial<Record<ReadingName, { used: number; usedMin: number; usedMax: number }>>;
  /** The reading that is compared; null: no day limit applies, and nothing can be compared. */
  reading: ReadingName | null;
  /** Stated less ours; 0: the same number. */
  difference: number | null;
  /** Simplest first; several mean that the number alone cannot tell. Empty where the numbers agree, or nothing found gives theirs. */
  explanations: Explained[];
  /** Where nothing gives their number: the single cause that comes nearest, and the days that stay unexplained. */
  closest: { causes: Cause[]; reading: ReadingName; used: number; unexplained: number } | null;
  /** Empty where all that can be tried was. */
  cut: Cut[];
};
