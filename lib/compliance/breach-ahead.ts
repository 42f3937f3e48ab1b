import { addDays, type Day } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";
import type { ReadingName } from "./assessment";
import type { StudentFacts } from "./facts";
import { breachesAhead, reckonedOf } from "./readings/reading-result";
import { planned } from "./readings/ways-ahead";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { situationOf } from "./situation";

/**
 * In each reading the first day after asOf, up to and with `until`, that is over the limit if, besides the log up
 * to asOf, the person is inside on the days `ahead`; null: none. Empty where no day limit applies on asOf. `ahead`:
 * stays after asOf, sorted, each after the one before; an open stay goes on with the first if that is from tomorrow.
 */
export function breachAhead(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  ahead: readonly DaySpan[],
  until: Day,
): Partial<Record<ReadingName, Day | null>> {
  const breaches: Partial<Record<ReadingName, Day | null>> = {};
  if (ruleSet.home.includes(facts.citizenship)) return breaches;
  const situation = situationOf(facts, ruleSet, settings, asOf);
  const reckoned = reckonedOf(situation, situation.most);
  const goesOn = ahead[0]?.from === addDays(asOf, 1);
  const way = planned(ahead, until, goesOn ? situation.log.insideSince : null);
  const found = breachesAhead(situation, situation.most, reckoned, way);
  reckoned.forEach(({ read }, index) => {
    breaches[read.name] = found[index] ?? null;
  });
  return breaches;
}
