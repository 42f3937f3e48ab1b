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

/** Of these readings the ones on which a verdict may rest: those that the office has chosen (A1), and every other limit. */
export function countingNames(
  readings: Partial<Record<ReadingName, unknown>>,
  settings: Settings,
): ReadingName[] {
  const left = WINDOW_READINGS.filter((name) => !settings.readings.includes(name));
  return READINGS.filter(
    (name) => readings[name] !== undefined && !left.some((one) => one === name),
  );
}

function countingOf({ readings }: Assessment, settings: Settings): ReadingResult[] {
  return countingNames(readings, settings).flatMap((name) => readings[name] ?? []);
}

/** Outside: the first day from which every reading that counts lets the person in; null: inside, or none in sight. */
export function opensOn(assessment: Assessment, settings: Settings): Day | null {
  const counting = countingOf(assessment, settings);
  if (assessment.inside !== false || counting.length === 0) return null;
  return counting.reduce<Day | null>((last, { earliestEntry }) => {
    return last === null || earliestEntry === null ? null : later(last, earliestEntry);
  }, assessment.asOf);
}

/**
 * Inside: the last day of an unbroken stay that is lawful in every reading that counts; null: none ends it, or the
 * stay is over the limit already in one of them.
 */
export function staysUntil(assessment: Assessment, settings: Settings): Day | null {
  const counting = countingOf(assessment, settings);
  const isOver = counting.some(
    ({ used, limit, lastLawfulDay }) => used > limit && lastLawfulDay === null,
  );
  if (isOver) return null;
  return counting.reduce<Day | null>((first, { lastLawfulDay }) => {
    if (lastLawfulDay === null) return first;
    return first === null ? lastLawfulDay : earlier(first, lastLawfulDay);
  }, null);
}
