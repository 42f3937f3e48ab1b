import { addDays, type Day } from "@/lib/civil-date/day";
import { clipSpans, type DaySpan, joinSorted } from "@/lib/civil-date/day-range";

/** Days that make a rhythm. */
const PERIOD = 28;
/** How far ahead a rhythm is followed, in days. */
export const RHYTHM_HORIZON = 731;

/** The presence of the last 28 days up to asOf, repeated from tomorrow on. */
export function rhythmAhead(present: readonly DaySpan[], asOf: Day): DaySpan[] {
  const pattern = clipSpans(present, addDays(asOf, 1 - PERIOD), asOf);
  if (pattern.length === 0) return [];
  const ahead: DaySpan[] = [];
  for (let shift = PERIOD; shift < RHYTHM_HORIZON + PERIOD; shift += PERIOD) {
    for (const { from, to } of pattern) {
      ahead.push({ from: addDays(from, shift), to: addDays(to, shift) });
    }
  }
  return clipSpans(joinSorted(ahead), addDays(asOf, 1), addDays(asOf, RHYTHM_HORIZON));
}
