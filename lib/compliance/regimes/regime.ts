import type { Day } from "@/lib/civil-date/day";
import type { WindowReading } from "../assessment";
import type { GroundKind } from "../facts";
import type { Settings } from "../settings";
import type { QuestionKey } from "./answers";

/** A: official text seen; B: press quoting a named official body; C: unknown, disputed or inferred. */
export type Grade = "A" | "B" | "C";

/** The same words in every language of Sanak. */
export type Words = { ru: string; ky: string; en: string };

/** An instrument or statement that a value rests on. */
export type Source = {
  id: string;
  title: Words;
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
  /** For the lawyer who reads the data. */
  note?: Words;
};

/** At most `days` counted days within `within` days, however the regime reads that. */
export type WindowLimit = { kind: "window"; days: number; within: number };

/** At most `days` counted days: within a number of days, from one entry on, or from 1 January to 31 December. */
export type Limit =
  | WindowLimit
  | { kind: "per_stay"; days: number }
  | { kind: "calendar_year"; days: number };

/** The limits that hold at once, at most one of each kind; an empty list: no day limit applies. */
export type DatedLimits = Dated<readonly Limit[]>;

/** Other limits in place of `limits`, where the office gives this answer to an open question. */
export type AlternativeLimits = {
  question: "A19";
  answer: Settings["unconfirmedLimit"];
  limits: readonly DatedLimits[];
};

/** How long a stay may last without registration; the day of entry is day 1. */
export type RegistrationFree = { days: number; unit: "calendar" | "working" };

/** The rules for some citizenships. A null value says that on those days no duty applies. */
export type CitizenshipRules = {
  /** What a lawyer calls the group. */
  name?: Words;
  note?: Words;
  citizenships: readonly string[];
  /** Stays by visa: without a day limit they are not exempt but bound to the visa. */
  byVisa: boolean;
  limits: readonly DatedLimits[];
  registration: readonly Dated<RegistrationFree | null>[];
  /** The open question whose answer moves the first day of the last limits. */
  startQuestion?: "A2";
  alternatives?: readonly AlternativeLimits[];
};

/** What somebody said on an open question; `on` as exact as it is known, `says` told in our words. */
export type Statement = { says: Words; who: Words; on: string; citation: string };

/** A question that the law leaves open (docs/rules.md, section 8). */
export type OpenQuestion = {
  /** "A1" … "A22". */
  id: string;
  /** The setting that answers it; null: it has one answer, shown and not switched. */
  setting: QuestionKey | null;
  asks: Words;
  /** Every answer, as the setting's value reads as text. */
  values: readonly string[];
  /** The answer that holds until an office gives its own; several where they hold at once (A1). */
  default: readonly string[];
  statements: readonly Statement[];
  note?: Words;
};

/** A public holiday on one day. */
export type ProposedHoliday = {
  day: Day;
  name: Words;
  citations: readonly string[];
  grade: Grade;
};

/** Public holidays of a year that an office may take over into its settings; never applied by themselves. */
export type ProposedHolidays = {
  year: number;
  /** What is missing in the list, and for whom it holds. */
  note: Words | null;
  days: readonly ProposedHoliday[];
};

/** A country's (or area's) rules of stay, as dated and cited data. */
export type RuleSet = {
  id: string;
  version: string;
  title: Words;
  /** What the rules leave out, for the lawyer who reads them. */
  notes: readonly Words[];
  /** Citizens who are at home: no rule touches them. */
  home: readonly string[];
  /** How a limit of days within days is read; the other kinds of limits have one reading each. */
  readings: readonly { name: WindowReading; citations: readonly string[] }[];
  /** Grounds that take a day out of the count. */
  pausingKinds: readonly GroundKind[];
  /** Whole days of closed entry after leaving over the limit; also the absence that clears a cumulative count. */
  reentryWait: { days: number; citations: readonly string[] } | null;
  /** Whether days before a limit's `from` are looked back on. */
  looksBackBeforeFrom: boolean;
  rules: readonly CitizenshipRules[];
  everyOther: CitizenshipRules;
  questions: readonly OpenQuestion[];
  holidays: readonly ProposedHolidays[];
  sources: readonly Source[];
};
