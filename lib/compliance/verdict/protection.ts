import type { Day } from "@/lib/civil-date/day";
import { LAST_DAY, later, spanAt } from "@/lib/civil-date/day-range";
import type { AcademicYear } from "../facts";
import type { Situation } from "../situation";

/** What the granted grounds do for a person on asOf and for the academic year. */
export type Protection = {
  /** Last day of the unbroken chain that holds on asOf; "open": without end; null: unprotected on asOf. */
  until: Day | "open" | null;
  /** Protected on asOf, but the chain breaks before the academic year ends. */
  lapsing: boolean;
  /** Grounds cover the academic year from its start, or from asOf if that is later, to its end. */
  coversYear: boolean;
};

/** Reads the grounds of the regime against an academic year, whatever they do to the count. */
export function protectionOf(situation: Situation, year: AcademicYear): Protection {
  const { asOf, groundDays } = situation;
  const today = spanAt(groundDays, asOf);
  const covering = spanAt(groundDays, later(year.from, asOf));
  return {
    until: today === null ? null : openOr(today.to),
    lapsing: today !== null && today.to < year.to,
    coversYear: covering !== null && covering.to >= year.to,
  };
}

function openOr(to: Day): Day | "open" {
  return to === LAST_DAY ? "open" : to;
}
