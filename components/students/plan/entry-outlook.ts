import { addDays, type Day } from "@/lib/civil-date/day";
import { READINGS, type ReadingName } from "@/lib/compliance/assessment";
import { type EntryDay, entryCalendar, firstEntryFor } from "@/lib/compliance/entry-calendar";
import type { StudentFacts } from "@/lib/compliance/facts";
import { project } from "@/lib/compliance/project";
import { staysOf } from "@/lib/compliance/stays";
import type { PlanBasis } from "./plan-basis";

/** Days of entry that are looked at: a year. */
const DAYS_AHEAD = 365;

/** From when a person who is outside may enter, and for how long. */
export type EntryOutlook = {
  /** The day from which the person is outside, or on which the calendar begins. */
  from: Day;
  /** Is inside on that day: taken to leave on it. */
  leaves: boolean;
  days: EntryDay[];
};

/** The calendar of a year from `from`, by the facts up to it. */
export function entryOutlook(facts: StudentFacts, from: Day, basis: PlanBasis): EntryOutlook {
  const { ruleSet, settings } = basis;
  const to = addDays(from, DAYS_AHEAD - 1);
  return {
    from,
    leaves: isInside(facts, from),
    days: entryCalendar(facts, ruleSet, settings, from, from, to),
  };
}

/** The first days from which a stay of `days` days is lawful: under all that counts, and in each reading. */
export type FirstEntries = {
  /** "unknown": on no day that the calendar knows, and it does not know all. */
  all: Day | "unknown" | null;
  readings: { reading: ReadingName; entry: Day | null }[];
};

/** For a stay of `days` consecutive days; null: on no day of the calendar, or of what can be foreseen. */
export function firstEntries(
  facts: StudentFacts,
  outlook: EntryOutlook,
  days: number,
  { ruleSet, settings }: PlanBasis,
): FirstEntries {
  const { from, leaves } = outlook;
  const exit = { day: from, minute: null, direction: "exit" as const, ref: "leaves" };
  const outside = leaves ? { ...facts, crossings: [...facts.crossings, exit] } : facts;
  // Without any crossing no reading is told whether the person is outside, and so names no day.
  const ahead = facts.crossings.length === 0 ? {} : project(outside, ruleSet, settings, from, days);
  return {
    all: firstEntryFor(outlook.days, days) ?? (isUnsure(outlook) ? "unknown" : null),
    readings: READINGS.flatMap((reading) => {
      const projection = ahead[reading];
      return projection === undefined ? [] : [{ reading, entry: projection.earliestEntry }];
    }),
  };
}

function isUnsure({ days }: EntryOutlook): boolean {
  return days.some(({ stay }) => stay === "unknown");
}

function isInside(facts: StudentFacts, on: Day): boolean {
  return staysOf(facts.crossings, on, (exit) => exit).inside === true;
}
