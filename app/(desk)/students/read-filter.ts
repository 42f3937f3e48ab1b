import { parseDay } from "@/lib/civil-date/day";
import { type StudentFilter, studentFilter } from "@/lib/services/students/student-filter";

type Parameters = Record<string, string | string[] | undefined>;

/**
 * The filter that the address names, or null where it cannot be read. A day that is none means today:
 * the frame of the desk says so.
 */
export function readFilter({ asOf, ...rest }: Parameters): StudentFilter | null {
  const text = typeof asOf === "string" ? asOf : asOf?.[0];
  const day = text === undefined ? null : parseDay(text);
  const parsed = studentFilter.safeParse(day === null ? rest : { ...rest, asOf: day });
  return parsed.success ? parsed.data : null;
}
