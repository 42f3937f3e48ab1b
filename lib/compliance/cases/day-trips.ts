import { addDays, type Day, formatDay, weekday } from "@/lib/civil-date/day";

/** Same-day trips as text (see crossings): from `from` to `to`, on the weekdays given (1 = Monday). */
export function dayTrips(from: Day, to: Day, weekdays: readonly number[]): string {
  const trips: string[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if (!weekdays.includes(weekday(on))) continue;
    trips.push(`+${formatDay(on)}T08:00 -${formatDay(on)}T18:00`);
  }
  return trips.join(" ");
}
