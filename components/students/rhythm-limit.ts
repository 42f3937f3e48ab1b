import { addDays, type Day } from "@/lib/civil-date/day";
import type { LedgerDay } from "@/lib/compliance/ledger";

/** Days of presence that repeat "at the present rhythm". */
const RHYTHM_DAYS = 28;

/**
 * How the present rhythm passes the limit on `breach`: `last` is the last counted day before it (null:
 * not to be seen in the ledger); `byEntry`: it comes after days outside, so that the entry is the breach.
 * The ledger must hold the 28 days up to `asOf` and the days up to `breach`.
 */
export function rhythmLimit(
  ledger: readonly LedgerDay[],
  asOf: Day,
  breach: Day,
): { last: Day | null; byEntry: boolean } {
  const first = ledger[0]?.day ?? asOf;
  const dayAt = (day: Day) => ledger[day - first];
  const isCounted = (day: Day) => {
    const seen = dayAt(day <= asOf ? day : alike(day, asOf));
    const inside = seen !== undefined && seen.status !== "outside" && seen.status !== "ahead";
    return inside && dayAt(day)?.grounds.length === 0;
  };
  let last = addDays(breach, -1);
  while (last > first && !isCounted(last)) last = addDays(last, -1);
  return { last: last > first ? last : null, byEntry: last < breach - 1 };
}

/** The day of the last four weeks that a day ahead repeats. */
function alike(day: Day, asOf: Day): Day {
  const rounds = Math.ceil((day - asOf) / RHYTHM_DAYS);
  return addDays(day, -RHYTHM_DAYS * rounds);
}
