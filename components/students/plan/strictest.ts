import type { Day } from "@/lib/civil-date/day";
import { earlier, later } from "@/lib/civil-date/day-range";
import {
  type Assessment,
  READINGS,
  type ReadingName,
  type ReadingResult,
  WINDOW_READINGS,
} from "@/lib/compliance/assessment";
import type { Settings } from "@/lib/compliance/settings";

/** The readings on which a verdict may rest: those that the office has chosen (A1), and every other limit. */
function countingOf({ readings }: Assessment, settings: Settings): ReadingResult[] {
  const left = WINDOW_READINGS.filter((name) => !settings.readings.includes(name));
  const isLeft = (name: ReadingName) => left.some((one) => one === name);
  return READINGS.flatMap((name) => {
    const result = readings[name];
    return result === undefined || isLeft(name) ? [] : [result];
  });
}

/** Outside: the first day from which every reading that counts lets the person in; null: inside, or none in sight. */
export function opensOn(assessment: Assessment, settings: Settings): Day | null {
  const counting = countingOf(assessment, settings);
  if (assessment.inside !== false || counting.length === 0) return null;
  return counting.reduce<Day | null>((last, { earliestEntry }) => {
    return last === null || earliestEntry === null ? null : later(last, earliestEntry);
  }, assessment.asOf);
}

/** Inside: the last day of an unbroken stay that is lawful in every reading that counts; null: none ends it. */
export function staysUntil(assessment: Assessment, settings: Settings): Day | null {
  return countingOf(assessment, settings).reduce<Day | null>((first, { lastLawfulDay }) => {
    if (lastLawfulDay === null) return first;
    return first === null ? lastLawfulDay : earlier(first, lastLawfulDay);
  }, null);
}
