import { addDays, type Day } from "@/lib/civil-date/day";
import { earlier } from "@/lib/civil-date/day-range";
import { defaultAcademicYear } from "../academic-year";
import { assess } from "../assess";
import type { Assessment, ReadingName, ReadingResult } from "../assessment";
import type { StudentFacts } from "../facts";
import type { RuleSet } from "../regimes/regime";
import { inForce, limitsAsRead, rulesFor } from "../regimes/rule-in-force";
import type { Settings } from "../settings";
import { countingReadings } from "./counting-readings";

/** The day of an assessment is itself over the limit of a reading. */
export function isOver(result: Pick<ReadingResult, "reachedOn"> | undefined, asOf: Day): boolean {
  const reachedOn = result?.reachedOn ?? null;
  return reachedOn !== null && reachedOn <= asOf;
}

/**
 * For each reading that counts, the first day after `after` and up to `until` that is over the limit by
 * the log as it stands; a reading without one is left out. `until` may lie ahead: the log then holds plans.
 */
export function breachesBetween(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  after: Day,
  until: Day,
): Partial<Record<ReadingName, Day>> {
  const breaches: Partial<Record<ReadingName, Day>> = {};
  const limits = limitsAsRead(rulesFor(ruleSet, facts.citizenship), settings);
  const mayLeap = canLeap(facts, ruleSet, settings, until);
  let day = addDays(after, 1);
  while (day <= until) {
    const { readings } = assess(facts, ruleSet, settings, day, defaultAcademicYear(day));
    const open = countingReadings(settings, readings).filter((name) => !breaches[name]);
    for (const name of open) if (isOver(readings[name], day)) breaches[name] = day;
    const step = mayLeap ? daysUntilOver(readings, open) : 1;
    const ruleEnds = inForce(limits, day)?.to ?? until;
    day = earlier(addDays(day, step), addDays(ruleEnds, 1));
    if (open.length > 0 && open.every((name) => breaches[name])) break;
  }
  return breaches;
}

/** In so many days at the earliest the limit can be exceeded, where a day adds at most one to the count. */
function daysUntilOver(readings: Assessment["readings"], open: readonly ReadingName[]): number {
  const left = open.map((name) => readings[name]?.remaining ?? 0);
  return left.length === 0 ? 1 : Math.max(1, Math.min(...left) + 1);
}

/** A crossing that does not fit adds days that lie behind it; settings may let a day count twice. */
function canLeap(facts: StudentFacts, ruleSet: RuleSet, settings: Settings, until: Day): boolean {
  if (settings.sameDayCounts === "twice") return false;
  const { dataProblems } = assess(facts, ruleSet, settings, until, defaultAcademicYear(until));
  return dataProblems.length === 0;
}
