import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { defaultAcademicYear } from "@/lib/compliance/academic-year";
import type { AcademicYear } from "@/lib/compliance/facts";

/**
 * The academic year that counts on a day: the office's own that holds the day, else its own that
 * overlaps the usual one (1 September to 30 June, from July on the coming one), else the usual one.
 */
export function academicYearOn(asOf: Day, entered: readonly AcademicYear[]): AcademicYear {
  const usual = defaultAcademicYear(asOf);
  return (
    entered.find((year) => year.from <= asOf && asOf <= year.to) ??
    entered.find((year) => year.from <= usual.to && usual.from <= year.to) ??
    usual
  );
}
