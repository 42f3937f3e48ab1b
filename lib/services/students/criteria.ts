import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import type { StudentCriteria } from "@/lib/db/student-criteria";
import { searchWords } from "@/lib/person-name/search-key";
import type { StudentFilter } from "./student-filter";

/** The day that a filter speaks of: its own, else today in Bishkek. */
export function dayOfFilter({ asOf }: Pick<StudentFilter, "asOf">): Day {
  return asOf ?? today();
}

/** The filter as the database understands it. */
export function criteriaOf(filter: StudentFilter): StudentCriteria {
  const { verdict, faculty, citizenship, housing, inside, registration, log } = filter;
  const { projectedFrom, projectedTo } = filter;
  return {
    asOf: dayOfFilter(filter),
    words: searchWords(filter.q),
    verdict,
    faculty,
    citizenship,
    housing,
    inside,
    registration,
    log,
    projectedFrom,
    projectedTo,
  };
}
