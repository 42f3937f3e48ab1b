import type { Day } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";
import { DATA_PROBLEM_CODES, type ReadingName, type Verdict } from "./assessment";

/** What can be wrong with a log. */
export const TROUBLE_KINDS = [
  ...DATA_PROBLEM_CODES,
  /** Two records within half an hour, before and after midnight: likely one crossing, or a visit of minutes. */
  "midnight_pair",
  /** Records that do not follow one another, and under different documents: the missing one may be under the other. */
  "two_documents",
  /** After the day that it is today. */
  "in_future",
] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

/** What would hold after a repair. */
export type Effect = {
  /** The reading of the figures: the headline before the repair; null: no day limit applies. */
  reading: ReadingName | null;
  /** The fewest and the most days used, over every day on which the repair may be made. */
  usedMin: number | null;
  usedMax: number | null;
  /** The worst and the mildest verdict over those days. */
  verdict: Verdict;
  verdictAtLeast: Verdict;
};

export type Repair =
  | {
      kind: "add_exit" | "add_entry";
      /** Days on which the missing crossing can have been, both included. */
      between: DaySpan;
      /** The day by the person's own rhythm, a guess; null: the log shows no rhythm. */
      likely: Day | null;
      effect: Effect;
      /** The effect on the likely day; null where there is none. */
      effectIfLikely: Effect | null;
    }
  | {
      kind: "set_aside";
      /** The records that would take no part any more. */
      refs: string[];
      effect: Effect;
    };

export type Trouble = {
  kind: TroubleKind;
  at: Day;
  /** The records concerned, in time order. */
  refs: string[];
  /** Best first. */
  repairs: Repair[];
};
