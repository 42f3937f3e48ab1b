import { readAsOf } from "@/lib/civil-date/as-of";
import type { Day } from "@/lib/civil-date/day";
import { type StudentFilter, studentFilter } from "@/lib/services/students/student-filter";

type Parameters = Record<string, string | string[] | undefined>;

/**
 * The filter that the address names, or null where it cannot be read. A day that is none, or too far from `today`,
 * means today: the frame of the desk says so.
 */
export function readFilter({ asOf: asked, ...rest }: Parameters, today: Day): StudentFilter | null {
  const { asOf, refused } = readAsOf(asked, today);
  const isAsked = refused === null && asked !== undefined && asked !== "";
  const parsed = studentFilter.safeParse(isAsked ? { ...rest, asOf } : rest);
  return parsed.success ? parsed.data : null;
}
