import type { Day } from "@/lib/civil-date/day";
import type { ReadingName } from "../assessment";
import type { GroundKind } from "../facts";

/** A: official text seen; B: press quoting a named official body; C: unknown, disputed or inferred. */
export type Grade = "A" | "B" | "C";

/** An instrument or statement that a value rests on. */
export type Source = {
  id: string;
  title: string;
  /** As exact as it is known: "2023-10-10" or "2025-12". */
  date: string;
  grade: Grade;
  links: readonly string[];
};

/** A value of the law from a day to a day, both belonging to it; `to` null: in force until further notice. */
export type Dated<V> = {
  from: Day;
  to: Day | null;
  value: V;
  citations: readonly string[];
  grade: Grade;
};

/** At most `days` counted days within `window` days. */
export type Limit = { days: number; window: number };

/** How long a stay may last without registration; the day of entry is day 1. */
export type RegistrationFree = { days: number; unit: "calendar" | "working" };

/** The rules for some citizenships. A null value says that on those days no limit (no duty) applies. */
export type CitizenshipRules = {
  citizenships: readonly string[];
  /** Stays by visa: without a day limit they are not exempt but bound to the visa. */
  byVisa: boolean;
  limits: readonly Dated<Limit | null>[];
  registration: readonly Dated<RegistrationFree | null>[];
  /** The setting that may move the start of the last limit, or put other limits in its place. */
  startSetting?: "kzCountingStart";
  /** In force instead of `limits` when the office reads A19 as 30/60. */
  limitsIf30In60?: readonly Dated<Limit | null>[];
};

/** A country's (or area's) rules of stay, as dated and cited data. */
export type RuleSet = {
  id: string;
  version: string;
  /** Citizens who are at home: no rule touches them. */
  home: readonly string[];
  readings: readonly { name: ReadingName; citations: readonly string[] }[];
  /** Grounds that take a day out of the count. */
  pausingKinds: readonly GroundKind[];
  /** Whole days of closed entry after leaving over the limit; also the absence that clears a cumulative count. */
  reentryWait: { days: number; citations: readonly string[] } | null;
  /** Whether days before a limit's `from` are looked back on. */
  looksBackBeforeFrom: boolean;
  rules: readonly CitizenshipRules[];
  everyOther: CitizenshipRules;
  sources: readonly Source[];
};
