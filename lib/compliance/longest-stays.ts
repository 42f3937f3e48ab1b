import { addDays, type Day } from "@/lib/civil-date/day";
import type { ReadingName } from "./assessment";
import type { StudentFacts } from "./facts";
import { firstOverIfEntering, reentryOpens } from "./readings/earliest-entry";
import type { Reckoned } from "./readings/first-over-ahead";
import { reckonedOf } from "./readings/reading-result";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { type Situation, situationOf } from "./situation";

/** How far ahead a stay is followed, in days. */
const HORIZON = 3660;

/**
 * For each day from `from` (asOf or later) to `to`, in each reading that applies on asOf: how many days in a row a
 * person may lawfully stay who enters on it and is outside from asOf until then (an open stay ends on asOf). 0: over
 * the limit, or entry is still closed after a breach; null: no end in sight. On the day of the last exit it is 0
 * where who enters on the next day instead would be over. `facts`' crossings after asOf are ignored.
 */
export function longestStays(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  from: Day,
  to: Day,
): Partial<Record<ReadingName, (number | null)[]>> {
  const longest: Partial<Record<ReadingName, (number | null)[]>> = {};
  if (ruleSet.home.includes(facts.citizenship)) return longest;
  const situation = situationOutside(facts, ruleSet, settings, asOf);
  for (const reckoned of reckonedOf(situation, situation.most)) {
    const days: (number | null)[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      days.push(longestFrom(situation, reckoned, day));
    }
    longest[reckoned.read.name] = days;
  }
  return longest;
}

/** The situation of a person who, where inside on asOf, leaves on that day. */
function situationOutside(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
): Situation {
  const situation = situationOf(facts, ruleSet, settings, asOf);
  if (situation.log.inside !== true) return situation;
  // After everything else on its day: the last minute.
  const leaving = { day: asOf, minute: 1439, direction: "exit" as const, ref: "leaving" };
  const crossings = [...facts.crossings, leaving];
  return situationOf({ ...facts, crossings }, ruleSet, settings, asOf);
}

function longestFrom(situation: Situation, reckoned: Reckoned, day: Day): number | null {
  if (day < reentryOpens(situation, reckoned)) return 0;
  const over = firstOverIfEntering(situation, situation.most, reckoned, day, addDays(day, HORIZON));
  if (over === null) return null;
  const days = over - day;
  if (day !== situation.log.lastExit) return days;
  // As for the earliest entry: entered by itself, the next day must be lawful too. Today's entry may add a day (A5, A7).
  const tomorrow = addDays(day, 1);
  const isTooMuch =
    firstOverIfEntering(situation, situation.most, reckoned, tomorrow, tomorrow) !== null;
  return isTooMuch ? 0 : days;
}
