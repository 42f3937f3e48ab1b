import { addDays, type Day } from "@/lib/civil-date/day";
import { LAST_DAY } from "@/lib/civil-date/day-range";
import type { Assessment, ReadingName } from "@/lib/compliance/assessment";
import { cliffOf } from "@/lib/compliance/cliff";
import { entryCalendar, firstEntryFor } from "@/lib/compliance/entry-calendar";
import { type Forecast, forecastOf } from "@/lib/compliance/forecast";
import type { StudentFile } from "@/lib/services/students/get-student";
import { countingNames } from "../plan/strictest";

/** Lengths of stay that an entry is looked for, in days. */
const STAYS = [1, 30, 90] as const;
/** Days of entry that are looked at. */
const DAYS_AHEAD = 365;

/** The first day from which so many days in a row are lawful. */
export type FirstEntry = { days: number; day: Day };

/** The first day without a ground: what is used then by the reading that ends a stay first. */
export type CliffAhead = {
  dayAfter: Day;
  count: { reading: ReadingName; used: number; limit: number; isOver: boolean; last: Day | null };
};

/** What lies ahead of a student besides what the verdict says. */
export type Ahead = {
  forecast: Forecast;
  /** null: no ground ends, no days count after it, or the log is empty. */
  cliff: CliffAhead | null;
  /** Would have to leave today first. */
  leaves: boolean;
  /** Those that can be named; empty where no day limit applies, or the log is empty. */
  entries: FirstEntry[];
  duty: { since: Day; lastDay: Day; entryRef: string; citations: readonly string[] } | null;
};

/** What lies ahead on the day of the file. */
export function aheadOf(file: StudentFile): Ahead {
  const { facts, ruleSet, settings, asOf, academicYear, assessment, explanation } = file;
  const basis = [facts, ruleSet, settings, asOf] as const;
  const limited = assessment.inside !== null && Object.keys(assessment.readings).length > 0;
  const days = limited ? entryCalendar(...basis, asOf, addDays(asOf, DAYS_AHEAD - 1)) : [];
  return {
    forecast: forecastOf(...basis, academicYear, settings.holidays, assessment),
    cliff: limited ? cliffAhead(file) : null,
    leaves: assessment.inside === true,
    entries: STAYS.flatMap((length) => {
      const day = firstEntryFor(days, length);
      return day === null ? [] : [{ days: length, day }];
    }),
    duty: explanation.registration,
  };
}

/** The reading that counts and is the first to end a stay after the ground. */
function cliffAhead({
  facts,
  ruleSet,
  settings,
  asOf,
  academicYear,
}: StudentFile): CliffAhead | null {
  const cliff = cliffOf(facts, ruleSet, settings, asOf, academicYear);
  const readings = cliff?.readings ?? {};
  const counts = countingNames(readings, settings).flatMap((reading) => {
    const result = readings[reading];
    if (result === undefined) return [];
    const { used, limit, isOver, lastLawfulDay: last } = result;
    return [{ reading, used, limit, isOver, last }];
  });
  const [first] = counts.sort(
    (a, b) => Number(b.isOver) - Number(a.isOver) || (a.last ?? LAST_DAY) - (b.last ?? LAST_DAY),
  );
  return cliff === null || first === undefined ? null : { dayAfter: cliff.dayAfter, count: first };
}

/** Whether the sentences of the verdict already name the day until which staying is lawful. */
export function isStayTold({ headline, readings }: Assessment): boolean {
  const reading = headline === null ? undefined : readings[headline];
  return reading?.lastLawfulDay != null;
}
