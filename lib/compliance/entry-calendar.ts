import { addDays, type Day } from "@/lib/civil-date/day";
import { later } from "@/lib/civil-date/day-range";
import { defaultAcademicYear } from "./academic-year";
import { isOver } from "./answers/breaches-between";
import { countingReadings } from "./answers/counting-readings";
import { assess } from "./assess";
import type { Assessment, ReadingName, ReadingResult } from "./assessment";
import type { Crossing, Direction, StudentFacts } from "./facts";
import { project } from "./project";
import type { RuleSet } from "./regimes/regime";
import { inForce, limitsAsRead, rulesFor } from "./regimes/rule-in-force";
import type { Settings } from "./settings";

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
    const entered = enteredOn(outside, ruleSet, settings, day);
    if (rule.value.length === 0 && rules.byVisa) return byGrounds(entered);
    return shortest(entered, settings, opens);
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
    const isSame = last?.stay === stay && last.bindsBy === bindsBy && addDays(last.to, 1) === day;
    if (last !== undefined && isSame) last.to = day;
    else runs.push({ from: day, to: day, stay, bindsBy });
  }
  return runs;
}

/** The first day on which a stay of `length` days may begin; null: on none of these. */
export function firstEntryFor(days: readonly EntryDay[], length: number): Day | null {
  const isEnough = (stay: StayLength) =>
    stay === "unlimited" || (typeof stay === "number" && stay >= length);
  return days.find(({ stay }) => isEnough(stay))?.day ?? null;
}

/** The facts of a person who is outside from asOf on. */
function leftBy(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
): StudentFacts {
  const { inside } = assess(facts, ruleSet, settings, asOf, defaultAcademicYear(asOf));
  const past = facts.crossings.filter(({ day }) => day <= asOf);
  return inside === true
    ? { ...facts, crossings: [...past, crossing("exit", asOf)] }
    : { ...facts, crossings: past };
}

function enteredOn(
  outside: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  day: Day,
): Assessment {
  const crossings = [...outside.crossings, crossing("entry", day)];
  return assess({ ...outside, crossings }, ruleSet, settings, day, defaultAcademicYear(day));
}

function crossing(direction: Direction, day: Day): Crossing {
  return { day, minute: null, direction, ref: `calendar:${direction}` };
}

function free(stay: StayLength): Omit<EntryDay, "day"> {
  return { stay, bindsBy: null };
}

/** By visa: as long as the grounds last. */
function byGrounds({ asOf, protectedUntil }: Assessment): Omit<EntryDay, "day"> {
  if (protectedUntil === null) return free("unknown");
  return free(protectedUntil === "open" ? "unlimited" : protectedUntil - asOf + 1);
}

/** The shortest stay that a counting reading leaves to who enters on the day of the assessment. */
function shortest(
  { asOf, readings }: Assessment,
  settings: Settings,
  opens: ReturnType<typeof project>,
): Omit<EntryDay, "day"> {
  let found: Omit<EntryDay, "day"> = free("unlimited");
  for (const name of countingReadings(settings, readings)) {
    const isClosed = (opens[name]?.earliestEntry ?? asOf) > asOf;
    const stay = isClosed ? 0 : daysFrom(asOf, readings[name]);
    if (stay === null) continue;
    if (typeof found.stay !== "number" || stay < found.stay) found = { stay, bindsBy: name };
  }
  return found;
}

/** How many days in a row are lawful from the day of the assessment on; null: nothing ends them. */
function daysFrom(asOf: Day, result: ReadingResult | undefined): number | null {
  if (isOver(result, asOf)) return 0;
  const last = result?.lastLawfulDay ?? null;
  return last === null ? null : last - asOf + 1;
}
