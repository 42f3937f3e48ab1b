import { addDays, type Day, formatDay } from "@/lib/civil-date/day";
import { LAST_DAY } from "@/lib/civil-date/day-range";
import type { Assessment } from "@/lib/compliance/assessment";
import { type Cliff, cliffOf } from "@/lib/compliance/cliff";
import { summaryOf } from "@/lib/compliance/day-account";
import { entryCalendar, entryRuns, firstEntryFor } from "@/lib/compliance/entry-calendar";
import type { AcademicYear, StudentFacts } from "@/lib/compliance/facts";
import { forecastOf } from "@/lib/compliance/forecast";
import { troublesOf } from "@/lib/compliance/log-troubles";
import type { RuleSet } from "@/lib/compliance/rule-set";
import type { Settings } from "@/lib/compliance/settings";
import type { Repair, Trouble } from "@/lib/compliance/trouble";

/** The lengths of stay that an entry is looked for, in days. */
const STAYS = [1, 30, 90];
/** The coming year, from asOf on. */
const CALENDAR_DAYS = 365;

/** What --answers adds to a student: days as text, everything else as the engine answers it. */
export function answersJson(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  year: AcademicYear,
  assessment: Assessment,
) {
  const { asOf, headline } = assessment;
  const cliff = cliffOf(facts, ruleSet, settings, asOf, year);
  const { holidays } = settings;
  const forecast = forecastOf(facts, ruleSet, settings, asOf, year, holidays, assessment);
  const to = addDays(asOf, CALENDAR_DAYS - 1);
  const calendar = entryCalendar(facts, ruleSet, settings, asOf, asOf, to);
  // The command has no clock, and passes over crossings after asOf: none is in the future.
  const troubles = troublesOf(facts, ruleSet, settings, asOf, year, LAST_DAY);
  const summary = headline && summaryOf(facts, ruleSet, settings, asOf, headline);
  return {
    verdictAtLeast: assessment.verdictAtLeast,
    cliff: cliff && cliffJson(cliff),
    forecast: {
      ...forecast,
      reachedOn: text(forecast.reachedOn),
      projectedOn: text(forecast.projectedOn),
      ifStaying: text(forecast.ifStaying),
    },
    entryCalendar: entryRuns(calendar).map((run) => ({ ...run, ...spanJson(run) })),
    earliestEntryFor: Object.fromEntries(
      STAYS.map((days) => [days, text(firstEntryFor(calendar, days))]),
    ),
    troubles: troubles.map(troubleJson),
    account: summary && {
      reading: headline,
      ...summary,
      from: text(summary.from),
      to: text(summary.to),
      asOf: formatDay(summary.asOf),
      runs: summary.runs.map((run) => ({ ...run, ...spanJson(run) })),
    },
  };
}

function cliffJson({ protectedUntil, dayAfter, readings }: Cliff) {
  return {
    protectedUntil: formatDay(protectedUntil),
    dayAfter: formatDay(dayAfter),
    readings: Object.fromEntries(
      Object.entries(readings).map(([name, reading]) => [
        name,
        { ...reading, lastLawfulDay: text(reading.lastLawfulDay) },
      ]),
    ),
  };
}

function troubleJson({ kind, at, refs, repairs }: Trouble) {
  return { kind, at: formatDay(at), refs, repairs: repairs.map(repairJson) };
}

function repairJson(repair: Repair) {
  if (repair.kind === "set_aside") return repair;
  return { ...repair, between: spanJson(repair.between), likely: text(repair.likely) };
}

function spanJson({ from, to }: { from: Day; to: Day }) {
  return { from: formatDay(from), to: formatDay(to) };
}

function text(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
