import { addDays, type Day } from "@/lib/civil-date/day";
import { closed, type DaySpan, spanAt } from "@/lib/civil-date/day-range";
import type { StudentFacts } from "./facts";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { type Situation, situationOf } from "./situation";

/** What a day is in the account of a stay. */
export type DayStatus = "counted" | "paused" | "outside" | "not_counted" | "unknown" | "ahead";

/** Why a day has its status. */
export type DayReason =
  /** Inside, and nothing takes the day out of the count. */
  | "present"
  /** Inside, under a granted ground. */
  | "ground"
  /** No stay holds the day. */
  | "absent"
  /** Inside, before the rule's first day. */
  | "before_rule"
  /** Inside, but no day limit applies to this citizenship. */
  | "no_limit"
  /** Inside only if the missing entry or exit lay as far away as it can. */
  | "log_gap"
  /** The log holds no crossing at all. */
  | "no_crossings"
  /** After the day of the assessment. */
  | "after_as_of";

export type LedgerDay = {
  day: Day;
  status: DayStatus;
  reason: DayReason;
  /** Refs of the crossings that bound the stays of this day. */
  crossings: string[];
  /** Refs of the granted grounds that hold on this day and pause the count. */
  grounds: string[];
};

/**
 * One entry a day from `from` to `to`, both included, as the rule in force on `asOf` sees it. Crossings
 * after `asOf` are ignored, and the days after it are `ahead`.
 */
export function dayLedger(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  from: Day,
  to: Day,
  asOf: Day = to,
): LedgerDay[] {
  const situation = situationOf(facts, ruleSet, settings, asOf);
  const seesDay = statusReader(situation, ruleSet.home.includes(facts.citizenship));
  const grounds = situation.pausing.map((ground) => ({ ref: ground.ref, ...closed(ground) }));
  const stays = situation.log.stays.map(({ most, entry, exit }) => ({
    ...most,
    refs: [entry, exit].flatMap((crossing) => (crossing === null ? [] : [crossing.ref])),
  }));
  const days: LedgerDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push({
      day,
      ...seesDay(day),
      crossings: day > asOf ? [] : [...new Set(holding(stays, day).flatMap(({ refs }) => refs))],
      grounds: holding(grounds, day).map(({ ref }) => ref),
    });
  }
  return days;
}

/** One letter a day: c counted, p paused, o outside, n present but not counted, u unknown, - ahead. */
const LETTERS: Record<DayStatus, string> = {
  counted: "c",
  paused: "p",
  outside: "o",
  not_counted: "n",
  unknown: "u",
  ahead: "-",
};

/** The ledger from `from` to `to` as a string with one letter a day (see LETTERS in this file). */
export function stripOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  from: Day,
  to: Day,
  asOf: Day = to,
): string {
  const situation = situationOf(facts, ruleSet, settings, asOf);
  const seesDay = statusReader(situation, ruleSet.home.includes(facts.citizenship));
  let strip = "";
  for (let day = from; day <= to; day = addDays(day, 1)) strip += LETTERS[seesDay(day).status];
  return strip;
}

type Seen = { status: DayStatus; reason: DayReason };

function statusReader(situation: Situation, atHome: boolean): (day: Day) => Seen {
  const { asOf, log, present, presentForSure, protectedDays } = situation;
  const seesPresence = presenceReader(situation, atHome);
  return (day) => {
    if (day > asOf) return { status: "ahead", reason: "after_as_of" };
    if (log.inside === null) return { status: "unknown", reason: "no_crossings" };
    if (spanAt(present, day) === null) return { status: "outside", reason: "absent" };
    if (spanAt(presentForSure, day) === null) return { status: "unknown", reason: "log_gap" };
    if (spanAt(protectedDays, day) !== null) return { status: "paused", reason: "ground" };
    return seesPresence(day);
  };
}

/** How the rule in force sees a day inside that no ground takes out of the count. */
function presenceReader({ limit }: Situation, atHome: boolean): (day: Day) => Seen {
  if (atHome || limit === null || limit.value === null) {
    return () => ({ status: "not_counted", reason: "no_limit" });
  }
  const { countsFrom } = limit;
  return (day) =>
    countsFrom !== null && day < countsFrom
      ? { status: "not_counted", reason: "before_rule" }
      : { status: "counted", reason: "present" };
}

function holding<T extends DaySpan>(spans: readonly T[], day: Day): T[] {
  return spans.filter(({ from, to }) => from <= day && day <= to);
}
