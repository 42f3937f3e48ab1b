import { countingReadings as countingAmong, READINGS, type ReadingName } from "../assessment";
import type { Settings } from "../settings";

/**
 * Of the readings that an assessment knows, those that count: of the ways to read a limit of days within
 * days the ones that the office has chosen (A1; all where it chose none of them), and every other kind of limit.
 */
export function countingReadings(
  settings: Settings,
  known: Partial<Record<ReadingName, unknown>>,
): ReadingName[] {
  const names = READINGS.filter((name) => known[name] !== undefined);
  return countingAmong(settings.readings, names);
}
