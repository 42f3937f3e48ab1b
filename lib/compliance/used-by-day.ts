import type { Day } from "@/lib/civil-date/day";
import type { ReadingName } from "./assessment";
import type { StudentFacts } from "./facts";
import { daysOf, usedOnEach } from "./readings/fill-used";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { countingUnder, type Situation, situationOf } from "./situation";

/** Stands in a series for a day after asOf. */
export const NOT_YET = -1;

/**
 * used on every day from `from` to `to`, both included, in each reading of the limits in force on asOf, on the most
 * days that the log allows: a series with one number a day, NOT_YET after asOf. Empty where no day limit applies.
 */
export function usedByDay(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  from: Day,
  to: Day,
  asOf: Day = to,
): Partial<Record<ReadingName, Int16Array>> {
  if (ruleSet.home.includes(facts.citizenship)) return {};
  return seriesOf(situationOf(facts, ruleSet, settings, asOf), from, to);
}

/** The same of a situation that is at hand. */
export function seriesOf(
  situation: Situation,
  from: Day,
  to: Day,
): Partial<Record<ReadingName, Int16Array>> {
  const { asOf, limit, most, settings } = situation;
  const series: Partial<Record<ReadingName, Int16Array>> = {};
  if (limit === null) return series;
  const days = daysOf(most.runs, countingUnder(limit, most.stops, settings), from, asOf);
  for (const read of situation.readings) {
    const { name } = read;
    const used = usedOnEach(read, days, most.runs);
    const skipped = from - days.start;
    if (to <= asOf) {
      series[name] = used.subarray(skipped, skipped + to - from + 1);
    } else {
      series[name] = new Int16Array(to - from + 1).fill(NOT_YET);
      series[name].set(used.subarray(skipped));
    }
  }
  return series;
}
