import { addDays, type Day } from "@/lib/civil-date/day";
import type { ReadingName } from "./assessment";
import type { StudentFacts } from "./facts";
import { earliestEntry } from "./readings/earliest-entry";
import { outlookOf } from "./readings/reading-result";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { situationOf } from "./situation";

/** What lies ahead in one reading, on the most days that the log allows. */
export type Projection = {
  /** Inside: the last day of an unbroken stay on which it is lawful; null: none ends it, or not inside. */
  lastLawfulDay: Day | null;
  /** The first day over the limit if the presence of the last 28 days repeats; null: none within two years. */
  rhythmBreach: Day | null;
  /** Outside: the first day from which the wanted number of consecutive days is lawful; null: none in sight. */
  earliestEntry: Day | null;
};

/**
 * What lies ahead from asOf in each reading that the regime knows; empty where no day limit applies.
 * `days`: length of the stay that an entry is looked for (1 or more).
 */
export function project(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  days: number,
): Partial<Record<ReadingName, Projection>> {
  const projections: Partial<Record<ReadingName, Projection>> = {};
  if (ruleSet.home.includes(facts.citizenship)) return projections;
  const situation = situationOf(facts, ruleSet, settings, asOf);
  const { most, log } = situation;
  const { reckoned, stayEnds, rhythmEnds } = outlookOf(situation, most);
  reckoned.forEach((one, index) => {
    const end = stayEnds[index] ?? null;
    projections[one.read.name] = {
      lastLawfulDay: end === null ? null : addDays(end, -1),
      rhythmBreach: rhythmEnds[index] ?? null,
      earliestEntry: log.inside === false ? earliestEntry(situation, most, one, days) : null,
    };
  });
  return projections;
}
