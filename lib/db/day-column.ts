import "server-only";
import type { Day } from "@/lib/civil-date/day";

const DAY_MS = 86_400_000;

/** A `date` column as Prisma gives it (midnight UTC) → Day. */
export function dayFromColumn(date: Date): Day {
  return Math.floor(date.getTime() / DAY_MS) as Day;
}

/** Day → a value for a `date` column, as Prisma takes it. */
export function columnFromDay(day: Day): Date {
  return new Date(day * DAY_MS);
}
