import { addDays, type Day } from "@/lib/civil-date/day";
import { clipSpans, type DaySpan, earlier, joinSorted, LAST_DAY } from "@/lib/civil-date/day-range";
import { breachesBetween, isOver } from "./answers/breaches-between";
import { countingReadings } from "./answers/counting-readings";
import { knownCrossings } from "./answers/known-crossings";
import { withLastOnDay } from "./answers/last-on-day";
import { assess } from "./assess";
import type { Assessment, ReadingName } from "./assessment";
import type { AcademicYear, Crossing, Direction, StudentFacts } from "./facts";
import { RHYTHM_DAYS, type Rhythm, rhythmIn } from "./presence-rhythm";
import { outlookOf } from "./readings/reading-result";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";
import { type Situation, situationOf } from "./situation";
import { lastDayInside, presenceOf, staysOf } from "./stays";

/** When the limit is reached if a person goes on as before. */
export type Forecast = {
  rhythm: Rhythm;
  /** The day on which the verdict rests (docs/rules.md, section 5): by the rhythm or by staying, whichever is earlier; null: not in sight. */
  reachedOn: Day | null;
  /**
   * The first day over the limit by the rhythm, without the holidays, up to the academic year's end; null: none.
   * Who goes by no rhythm of leaving (neither commuter nor going home) is taken to stay, if that is earlier.
   */
  projectedOn: Day | null;
  /** Inside: the first day over the limit for who stays without a break from today on, whatever the year; null: none, not inside, or over already. */
  ifStaying: Day | null;
  /** Why `projectedOn` is null although the rhythm would reach the limit: only after the academic year. */
  after: "academic_year" | null;
};

/**
 * The forecast of a student on `asOf`, over all readings that count. The rhythm is that of the rules: the last 28 days
 * repeated. It knows two things more: a commuter does not travel on `holidays`, and after
 * `academicYear.to` nothing repeats. Who is over the limit on asOf, or closed out by it, has reached it:
 * `projectedOn` is then the first breach. `assessment`, where the caller has it: that of the same facts and day.
 */
export function forecastOf(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  academicYear: AcademicYear,
  holidays: readonly Day[],
  assessment: Assessment = assess(facts, ruleSet, settings, asOf, academicYear),
): Forecast {
  const situation = situationOf(facts, ruleSet, settings, asOf);
  const rhythm = rhythmIn(situation.log, asOf);
  const { headline, readings, verdict } = assessment;
  const reading = headline === null ? undefined : readings[headline];
  const reachedOn = reading?.reachedOn ?? null;
  if (verdict === "barred" || isOver(reading, asOf)) {
    const projectedOn = reading?.firstBreach ?? null;
    return { rhythm, reachedOn, projectedOn, ifStaying: null, after: null };
  }
  const counting = countingReadings(settings, readings);
  const { ifStaying, byRhythm } = firstOf(situation, counting);
  const known = { rhythm, reachedOn, ifStaying };
  const comesAndGoes = rhythm.kind === "commuter" || rhythm.kind === "goes_home";
  const breach = comesAndGoes ? byRhythm : earliestOf([byRhythm, ifStaying]);
  // Stryker disable next-line all: a shortcut, days on which nobody would travel change nothing
  const travels = holidays.filter((day) => day > asOf && day <= academicYear.to);
  const projectedOn =
    rhythm.kind === "commuter" && travels.length > 0 && !countsDaysTwice(situation)
      ? commuterBreach(facts, ruleSet, settings, asOf, academicYear.to, travels)
      : within(breach, academicYear);
  const isAfter = projectedOn === null && breach !== null;
  return { ...known, projectedOn, after: isAfter ? "academic_year" : null };
}

/**
 * Whether a day counts for two stays (A7). The way with holidays would count it once when it repeats, and name a day too
 * late; the rhythm without them reaches the limit no later.
 */
function countsDaysTwice({ log: { stays }, settings }: Situation): boolean {
  const { sameDayCounts, exitDayCounts } = settings;
  if (sameDayCounts === "once") return false;
  return stays.some((stay, index) => {
    const next = stays[index + 1];
    return next !== undefined && lastDayInside(stay, "most", exitDayCounts) >= next.most.from;
  });
}

/** The first breach of the readings that count, for who stays without a break and by the rhythm. */
function firstOf(
  situation: Situation,
  counting: readonly ReadingName[],
): { ifStaying: Day | null; byRhythm: Day | null } {
  const { reckoned, stayEnds, rhythmEnds } = outlookOf(situation, situation.most);
  const counts = reckoned.map(({ read }) => counting.includes(read.name));
  return {
    ifStaying: earliestOf(stayEnds.filter((_, index) => counts[index])),
    byRhythm: earliestOf(rhythmEnds.filter((_, index) => counts[index])),
  };
}

function within(day: Day | null, { to }: AcademicYear): Day | null {
  return (day ?? LAST_DAY) <= to ? day : null;
}

function earliestOf(days: readonly (Day | null)[]): Day | null {
  const first = days.map((day) => day ?? LAST_DAY).reduce(earlier, LAST_DAY);
  return first === LAST_DAY ? null : first;
}

/** The first day over the limit where the last 28 days repeat up to `until`, but for the holidays. */
function commuterBreach(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  until: Day,
  holidays: readonly Day[],
): Day | null {
  const log = staysOf(knownCrossings(facts), asOf);
  const pattern = clipSpans(
    presenceOf(log.stays, "most", settings.exitDayCounts),
    addDays(asOf, 1 - RHYTHM_DAYS),
    asOf,
  );
  const ahead = repeated(pattern, asOf, until, new Set(holidays));
  const staysOn = log.inside === true && ahead[0]?.from === addDays(asOf, 1);
  const leaves = log.inside === true && !staysOn;
  const crossings = [
    ...withLastOnDay(facts, asOf, leaves ? ["exit"] : []),
    ...crossingsOf(ahead, staysOn, settings),
  ];
  const breaches = breachesBetween({ ...facts, crossings }, ruleSet, settings, asOf, until);
  return earliestOf(Object.values(breaches));
}

/** The pattern's days again and again from tomorrow on, without the holidays: sorted, disjoint, not adjacent. */
function repeated(
  pattern: readonly DaySpan[],
  asOf: Day,
  until: Day,
  holidays: ReadonlySet<Day>,
): DaySpan[] {
  const ahead = Array.from({ length: until - asOf }, (_, index) => {
    const day = addDays(asOf, index + 1);
    return { day, model: asOf - RHYTHM_DAYS + 1 + (index % RHYTHM_DAYS) };
  });
  const inside = ahead.filter(
    ({ day, model }) =>
      !holidays.has(day) && pattern.some(({ from, to }) => from <= model && model <= to),
  );
  return joinSorted(inside.map(({ day }) => ({ from: day, to: day })));
}

/** The crossings that make days of presence; `staysOn`: the first of them goes on from the log. */
function crossingsOf(
  spans: readonly DaySpan[],
  staysOn: boolean,
  { exitDayCounts }: Settings,
): Crossing[] {
  const crossing = (direction: Direction, day: Day): Crossing => {
    return { day, minute: null, direction, ref: "rhythm" };
  };
  const exitOf = ({ to }: DaySpan) => (exitDayCounts ? to : addDays(to, 1));
  return spans.flatMap((span, index) => [
    ...(staysOn && index === 0 ? [] : [crossing("entry", span.from)]),
    crossing("exit", exitOf(span)),
  ]);
}
