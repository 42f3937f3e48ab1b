import { addDays, type Day } from "@/lib/civil-date/day";
import { earlier, LAST_DAY } from "@/lib/civil-date/day-range";
import { countingUnder, type Hypothesis, type LimitRule, type Situation } from "../situation";
import {
  draftOf,
  drawOn,
  firstOverAhead,
  limitUnder,
  type Reckoned,
  readingOf,
  reckonedUnder,
  takeBack,
} from "./first-over-ahead";
import { lawfulFrom, reckoningOf } from "./readings";
import { forked } from "./reckoning";
import { copyOf, lastDayOf, NEVER } from "./runs";
import { planned } from "./ways-ahead";

/** How far ahead an entry is looked for, in days. */
const ENTRY_HORIZON = 3660;

/**
 * For a person outside from asOf on: the first day, not before asOf, from which `days` consecutive days inside
 * are lawful in the reading. null: none in sight, or the law of that day is not known. On the day of the last
 * exit the answer is that day only if the next would be lawful as well.
 */
export function earliestEntry(
  situation: Situation,
  hypothesis: Hypothesis,
  reckoned: Reckoned,
  days: number,
): Day | null {
  const { asOf, log } = situation;
  const open = reentryOpens(situation, reckoned);
  if (open > asOf) return entryFrom(situation, hypothesis, reckoned, open, days);
  if (log.lastExit !== asOf) return entryFrom(situation, hypothesis, reckoned, asOf, days);
  const isLawful = (from: Day, length: number) =>
    staysLawful(situation, hypothesis, reckoned, from, length);
  const tomorrow = addDays(asOf, 1);
  return isLawful(asOf, days) && isLawful(tomorrow, 1)
    ? asOf
    : entryFrom(situation, hypothesis, reckoned, tomorrow, days);
}

/** The same from a day on that no day inside lies on or after. */
function entryFrom(
  situation: Situation,
  hypothesis: Hypothesis,
  reckoned: Reckoned,
  from: Day,
  days: number,
): Day | null {
  const horizon = addDays(situation.asOf, ENTRY_HORIZON);
  for (let day = from; ; day = addDays(day, 1)) {
    day = firstLawfulDay(situation, hypothesis, reckoned, day);
    if (day > horizon) return null;
    if (days === 1 || staysLawful(situation, hypothesis, reckoned, day, days)) return day;
  }
}

/** The first safe day of entry after the last exit over the limit and unprotected; before every day where there is none. */
export function reentryOpens({ ruleSet, settings }: Situation, { reckoning }: Reckoned): Day {
  if (ruleSet.reentryWait === null) return NEVER as Day;
  // Some days after NEVER is still before every day.
  return (reckoning.overExit + settings.reentryAfterDays) as Day;
}

/** The first day from `day` on, all days inside lying before it, that is lawful by itself; LAST_DAY: none is known. */
function firstLawfulDay(
  situation: Situation,
  hypothesis: Hypothesis,
  reckoned: Reckoned,
  day: Day,
): Day {
  const ground = hypothesis.stops.days.find(({ to }) => to >= day)?.from ?? LAST_DAY;
  if (ground <= day) return day;
  let from = day;
  // Rules follow each other without a gap, and one is in force on asOf.
  for (const rule of situation.limits) {
    if (rule.to !== null && rule.to < day) continue;
    const lawful = lawfulUnder(situation, hypothesis, rule, reckoned, from);
    const first = earlier(ground, lawful);
    if (rule.to === null || first <= rule.to) return first;
    from = addDays(rule.to, 1);
  }
  return LAST_DAY;
}

function lawfulUnder(
  situation: Situation,
  hypothesis: Hypothesis,
  rule: LimitRule,
  reckoned: Reckoned,
  day: Day,
): Day {
  const { name } = reckoned.read;
  const { resets } = hypothesis.stops;
  // Stryker disable next-line ConditionalExpression,BlockStatement: a shortcut, the rule in force is reckoned already
  if (rule === situation.limit) {
    return lawfulFrom(name, reckoned.reckoning, hypothesis.runs, resets, day) as Day;
  }
  const limit = limitUnder(rule, name);
  if (limit === null) return day;
  const read = readingOf(situation, name, limit);
  const { reckoning, runs } = reckonedUnder(situation, hypothesis, rule, read);
  return lawfulFrom(name, reckoning, runs, resets, day) as Day;
}

/** Whether all of `days` consecutive days inside from a day on are lawful. */
function staysLawful(
  situation: Situation,
  hypothesis: Hypothesis,
  reckoned: Reckoned,
  from: Day,
  days: number,
): boolean {
  return (
    firstOverIfEntering(situation, hypothesis, reckoned, from, addDays(from, days - 1)) === null
  );
}

/** The first day over the limit of a stay from `from` (asOf or later) to `to`, or null; the re-entry wait aside. */
export function firstOverIfEntering(
  situation: Situation,
  hypothesis: Hypothesis,
  reckoned: Reckoned,
  from: Day,
  to: Day,
): Day | null {
  const way = planned([{ from, to }], to);
  if (from <= lastDayOf(hypothesis.runs)) {
    // The day is inside already, and may count once more (A7): its run is no longer as it was reckoned.
    const again = { ...hypothesis, runs: copyOf(hypothesis.runs) };
    const anew = { read: reckoned.read, reckoning: forked(reckoningOf(reckoned.read), from) };
    const draft = draftOf(situation, again, way);
    // Drawn before anything is reckoned: a run that was reckoned whole cannot be parted.
    if (situation.limit !== null) {
      drawOn(draft, countingUnder(situation.limit, again.stops, situation.settings));
    }
    return firstOverAhead(situation, again, anew, draft);
  }
  const draft = draftOf(situation, hypothesis, way);
  const over = firstOverAhead(situation, hypothesis, reckoned, draft);
  takeBack(draft);
  return over;
}
