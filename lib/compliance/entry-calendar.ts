import { addDays, type Day } from "@/lib/civil-date/day";
import { later } from "@/lib/civil-date/day-range";
import { defaultAcademicYear } from "./academic-year";
import { isOver } from "./answers/breaches-between";
import { withLastOnDay } from "./answers/last-on-day";
import { assess } from "./assess";
import { countingReadings, READINGS, type ReadingName } from "./assessment";
import type { StudentFacts } from "./facts";
import { project } from "./project";
import { type Reading, readingsOf } from "./readings/reading-result";
import type { RuleSet } from "./regimes/regime";
import { inForce, limitsAsRead, rulesFor } from "./regimes/rule-in-force";
import type { Settings } from "./settings";
import { type Situation, situationOf } from "./situation";
import { protectionOf } from "./verdict/protection";

/** How long a stay may last: days in a row, the day of entry among them; 0: entry is closed or already too much. */
export type StayLength = number | "unlimited" | "unknown";

/** What entering on a day allows. */
export type EntryDay = {
  day: Day;
  stay: StayLength;
  /** The reading that ends the stay, or closes the entry, first; null: none does. */
  bindsBy: ReadingName | null;
};

/** Neighbouring days that allow the same; both days belong to it. */
export type EntryRun = { from: Day; to: Day; stay: StayLength; bindsBy: ReadingName | null };

/**
 * For each day from `from` (not before asOf) to `to`: how many days in a row a person may be inside who is
 * outside until then (leaving on asOf, where inside) and enters on that day, under every reading that
 * counts and every limit, with the grounds already granted. "unlimited": nothing ends the stay, and citizens at home.
 * A citizen who stays by visa, where no day limit applies, may stay while grounds hold, and without one it is "unknown",
 * as on days whose law is not known. On the day of the last exit, as for the earliest entry, entering is
 * closed unless the next day is lawful as well.
 */
export function entryCalendar(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  from: Day,
  to: Day,
): EntryDay[] {
  const outside = leftBy(facts, ruleSet, settings, asOf);
  const rules = rulesFor(ruleSet, facts.citizenship);
  const limits = limitsAsRead(rules, settings);
  const opens = project(outside, ruleSet, settings, asOf, 1);
  const allows = (day: Day): Omit<EntryDay, "day"> => {
    if (ruleSet.home.includes(facts.citizenship)) return free("unlimited");
    const rule = inForce(limits, day);
    if (rule === null) return free("unknown");
    const crossings = withLastOnDay(outside, day, ["entry"]);
    const entered = (on: Day) => situationOf({ ...outside, crossings }, ruleSet, settings, on);
    if (rule.value.length > 0) return shortest(entered(day), settings, opens, day);
    if (rules.byVisa) return byGrounds(entered(day));
    const next = limits.slice(limits.indexOf(rule) + 1).find(({ value }) => value.length > 0);
    return next ? shortest(entered(next.from), settings, {}, day) : free("unlimited");
  };
  const days: EntryDay[] = [];
  for (let day = later(from, asOf); day <= to; day = addDays(day, 1)) {
    days.push({ day, ...allows(day) });
  }
  return days;
}

/** Equal neighbours joined, for display. */
export function entryRuns(days: readonly EntryDay[]): EntryRun[] {
  const runs: EntryRun[] = [];
  for (const { day, stay, bindsBy } of days) {
    const last = runs.at(-1);
    const isNext = last !== undefined && addDays(last.to, 1) === day;
    if (isNext && last.stay === stay && last.bindsBy === bindsBy) last.to = day;
    else runs.push({ from: day, to: day, stay, bindsBy });
  }
  return runs;
}

/** The first day on which a stay of `length` days may begin; null: on none of these. */
export function firstEntryFor(days: readonly EntryDay[], length: number): Day | null {
  return days.find(({ stay }) => lengthOf(stay) >= length)?.day ?? null;
}

/** How many days the stay lasts for certain. */
function lengthOf(stay: StayLength): number {
  if (typeof stay === "number") return stay;
  return stay === "unlimited" ? Number.POSITIVE_INFINITY : 0;
}

/** The facts of a person who is outside from asOf on. */
function leftBy(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
): StudentFacts {
  const { inside } = assess(facts, ruleSet, settings, asOf, defaultAcademicYear(asOf));
  const crossings = withLastOnDay(facts, asOf, inside === true ? ["exit"] : []);
  return { ...facts, crossings };
}

function free(stay: StayLength): Omit<EntryDay, "day"> {
  return { stay, bindsBy: null };
}

/** By visa: as long as the grounds last. */
function byGrounds(entered: Situation): Omit<EntryDay, "day"> {
  const { until } = protectionOf(entered, defaultAcademicYear(entered.asOf));
  if (until === null) return free("unknown");
  return free(until === "open" ? "unlimited" : until - entered.asOf + 1);
}

/**
 * The shortest stay that a counting reading leaves to who enters on `day`: as things stand on that day, or, where
 * no limit applies yet, on the day on which one begins to. The most days that the log allows count.
 */
function shortest(
  entered: Situation,
  settings: Settings,
  opens: ReturnType<typeof project>,
  day: Day,
): Omit<EntryDay, "day"> {
  const known = new Map(readingsOf(entered, entered.most).map((one) => [one.name, one]));
  const names = READINGS.filter((name) => known.has(name));
  let found: Omit<EntryDay, "day"> = free("unlimited");
  for (const name of countingReadings(settings.readings, names)) {
    const reading = known.get(name);
    if (reading === undefined) continue;
    const isClosed = (opens[name]?.earliestEntry ?? day) > day;
    const last = isClosed ? addDays(day, -1) : lastLawfulDay(entered.asOf, reading);
    if (last === null) continue;
    const stay = last - day + 1;
    if (typeof found.stay !== "number" || stay < found.stay) found = { stay, bindsBy: name };
  }
  return found;
}

/** The last day in a row that is lawful, the day before where the day of the assessment is not; null: nothing ends them. */
function lastLawfulDay(asOf: Day, reading: Reading): Day | null {
  return isOver(reading, asOf) ? addDays(asOf, -1) : reading.lastLawfulDay;
}
