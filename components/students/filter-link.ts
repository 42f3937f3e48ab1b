import { formatDay } from "@/lib/civil-date/day";
import type { StudentFilter } from "@/lib/services/students/student-filter";

/** The properties that the desk counts by; each holds a list of chosen values. */
export const FACET_NAMES = [
  "verdict",
  "registration",
  "inside",
  "citizenship",
  "faculty",
  "housing",
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** The filter as a query string without "?"; what is as usual is left out. */
export function filterQuery(filter: StudentFilter): string {
  const query = new URLSearchParams();
  if (filter.asOf !== undefined) query.set("asOf", formatDay(filter.asOf));
  if (filter.q !== "") query.set("q", filter.q);
  for (const name of FACET_NAMES) {
    for (const value of filter[name]) query.append(name, value);
  }
  if (filter.log !== undefined) query.set("log", filter.log);
  for (const name of ["projectedFrom", "projectedTo"] as const) {
    const day = filter[name];
    if (day !== undefined) query.set(name, formatDay(day));
  }
  if (filter.sort !== "verdict") query.set("sort", filter.sort);
  if (filter.dir !== "asc") query.set("dir", filter.dir);
  if (filter.page !== 1) query.set("page", String(filter.page));
  return query.toString();
}

function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}

/** The desk with a changed filter; it begins again at its first page unless the page is what changes. */
export function deskHref(filter: StudentFilter, change: Partial<StudentFilter> = {}): string {
  return withQuery("/students", filterQuery({ ...filter, page: 1, ...change }));
}

/** The desk with this value chosen if it is not, given up if it is. */
export function toggleHref(filter: StudentFilter, facet: FacetName, value: string): string {
  const chosen: readonly string[] = filter[facet];
  const values = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : [...chosen, value];
  return deskHref(filter, { [facet]: values });
}

/** The pages of a student. All but the first stand under their own name below the student's address. */
export const FILE_PARTS = ["standing", "plan", "account", "record"] as const;
export type FilePart = (typeof FILE_PARTS)[number];

/** A page of a student; it keeps the filter, for the way back and the neighbours. */
export function studentHref(
  studentId: number,
  filter: StudentFilter,
  part: FilePart = "standing",
): string {
  const path = part === "standing" ? `/students/${studentId}` : `/students/${studentId}/${part}`;
  return withQuery(path, filterQuery(filter));
}

/** Where a student's record is split into two people's. */
export function splitHref(studentId: number, filter: StudentFilter): string {
  return withQuery(`/students/${studentId}/split`, filterQuery(filter));
}

/** Where the list of students to register begins: with chosen students, or with all that match. */
export const NEW_REGISTRATION = "/registrations/new";
