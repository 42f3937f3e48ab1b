import { addDays, type Day, day, weekday } from "@/lib/civil-date/day";
import type { Chance } from "./chance";

/** The log is an extract of the border service's records from this day to that, both included. */
export const LOG_START = day("2025-06-01");
export const LOG_END = day("2025-11-15");
/** Lives are followed on to this day: what comes after the log shows what its readers could have foreseen. */
export const LATER_END = day("2026-01-15");

/** Days of crossings in turn: entry, exit, entry, … in their order. One day may stand in it twice. */
export type Rhythm = (chance: Chance) => Day[];

const AUTUMN = day("2025-09-01");
const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

/** A day drawn from `from` to `to`, both included. */
function between(chance: Chance, from: string, to: string): Day {
  const first = day(from);
  return addDays(first, chance.int(0, day(to) - first));
}

/** All days from `from` to the last one that lives are followed to, if they meet the condition. */
function daysFrom(from: Day, meets: (d: Day) => boolean): Day[] {
  return Array.from({ length: LATER_END - from + 1 }, (_, place) => addDays(from, place)).filter(
    meets,
  );
}

/** Some were here in June until the examinations were over. */
function withJune(chance: Chance, share: number, days: Day[]): Day[] {
  if (!chance.happens(share)) return days;
  return [
    between(chance, "2025-06-01", "2025-06-09"),
    between(chance, "2025-06-18", "2025-06-30"),
    ...days,
  ];
}

/** Comes before the lectures begin and stays; some go home for a weekend or to Almaty for a day. */
export const resident: Rhythm = (chance) => {
  const arrival = between(chance, "2025-08-24", "2025-09-06");
  const weekends = daysFrom(addDays(arrival, 20), (d) => weekday(d) === SATURDAY);
  const away = weekends
    .filter(() => chance.happens(0.18))
    .flatMap((saturday) => {
      const dayTrip = chance.happens(0.4);
      return dayTrip ? [saturday, saturday] : [addDays(saturday, -1), addDays(saturday, 1)];
    });
  return withJune(chance, 0.5, [arrival, ...away]);
};

/** Comes and does not cross again. */
export const settled: Rhythm = (chance) => [between(chance, "2025-09-01", "2025-09-08")];

/** Did not go home for the summer: no crossing since the examinations of June. */
export const stayedForSummer: Rhythm = (chance) => [between(chance, "2025-06-03", "2025-06-28")];

/** Comes from afar by air, between the end of August and the middle of October. */
export const byAir: Rhythm = (chance) => [between(chance, "2025-08-25", "2025-10-12")];

/** Home every second weekend: out on Friday, back on Sunday. */
export const fortnightly: Rhythm = (chance) => {
  // Most are in Kyrgyzstan on the last weekend of the log, and can be registered; the others are at home.
  const first = chance.happens(0.65) ? day("2025-09-12") : day("2025-09-19");
  return withJune(chance, 0.5, fortnightsFrom(between(chance, "2025-09-01", "2025-09-04"), first));
};

/** In on `arrival`; out on the Friday `first` and every second one after it, back on the Sundays. */
export function fortnightsFrom(arrival: Day, first: Day): Day[] {
  const fridays = daysFrom(first, (d) => (d - first) % 14 === 0);
  return [arrival, ...fridays.flatMap((friday) => [friday, addDays(friday, 2)])];
}

/** Home every weekend, out on Saturday and back on Sunday: no day of the week without Kyrgyzstan. */
export const weekly: Rhythm = (chance) => {
  const arrival = between(chance, "2025-09-07", "2025-09-11");
  const saturdays = daysFrom(arrival, (d) => weekday(d) === SATURDAY);
  return [arrival, ...saturdays.flatMap((saturday) => [saturday, addDays(saturday, 1)])];
};

/** In and out on the same day, on these days of the week (1 = Monday), but for a share of days missed. */
function commuting(weekdays: readonly number[], missed: number): Rhythm {
  return (chance) => {
    const from = addDays(AUTUMN, chance.int(0, 4));
    const days = daysFrom(from, (d) => weekdays.includes(weekday(d)) && !chance.happens(missed));
    return days.flatMap((d) => [d, d]);
  };
}

export const commuterMonToFri = commuting([1, 2, 3, 4, FRIDAY], 0.08);
export const commuterThreeDays = commuting([1, 3, FRIDAY], 0.06);

/** Every day but Sunday from 1 September, never missed. */
export const commuterMonToSat: Rhythm = () =>
  daysFrom(AUTUMN, (d) => weekday(d) !== SUNDAY).flatMap((d) => [d, d]);

/** Studies by correspondence: here only for the autumn session. */
export const session: Rhythm = (chance) => {
  const arrival = between(chance, "2025-10-06", "2025-10-13");
  return [arrival, addDays(arrival, chance.int(12, 19))];
};

/** Came in September, left and is not back. */
export const leftAgain: Rhythm = (chance) => [
  between(chance, "2025-09-01", "2025-09-07"),
  between(chance, "2025-09-26", "2025-10-10"),
];

/** A few days at the start of the year, then again since late October. */
export const cameLate: Rhythm = (chance) => [
  between(chance, "2025-09-01", "2025-09-04"),
  between(chance, "2025-09-09", "2025-09-14"),
  between(chance, "2025-10-17", "2025-10-31"),
];

/** Arrived in the week of the demonstration. */
export const justArrived: Rhythm = (chance) => [between(chance, "2025-11-11", "2025-11-14")];

/** Here through the summer and gone before the limit was noticed. */
export const summerGuest: Rhythm = (chance) => [
  between(chance, "2025-06-02", "2025-06-06"),
  between(chance, "2025-09-16", "2025-09-24"),
];

/** Here since the middle of the summer without a break. */
export const sinceJuly: Rhythm = (chance) => [between(chance, "2025-07-10", "2025-07-25")];

export const neverCrossed: Rhythm = () => [];
