import { civilDate, type Day } from "@/lib/civil-date/day";
import type { YearOf } from "./moment";

/** Nothing that lists are made of is older than the state, or set for later than documents are issued for. */
const EARLIEST = 1991;
const AHEAD = 20;
const CENTURY = 100;

/** The last year not after `latest` that ends in these two digits. */
function lastUpTo(latest: number, twoDigits: number): number {
  const year = latest - (latest % CENTURY) + twoDigits;
  return year > latest ? year - CENTURY : year;
}

/** Years of crossings, registrations, visas and documents: plain where they lie since 1991 and at most 20 years ahead. */
export function plainYears(today: Day | null): YearOf {
  if (today === null) return () => "shortYear";
  const latest = civilDate(today).year + AHEAD;
  return (twoDigits) => {
    const year = lastUpTo(latest, twoDigits);
    return year < EARLIEST ? "shortYear" : year;
  };
}

/** Years of birth: a person says for the whole file that they are the last ones possible; else they are asked about. */
export function birthYears(today: Day | null, areLast: boolean): YearOf {
  if (today === null) return () => "shortYear";
  if (!areLast) return () => "birthCentury";
  const latest = civilDate(today).year;
  return (twoDigits) => lastUpTo(latest, twoDigits);
}
