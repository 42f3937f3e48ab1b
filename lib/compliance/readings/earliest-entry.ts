import { addDays, type Day } from "@/lib/civil-date/day";
import { type DaySpan, later, spanAt } from "@/lib/civil-date/day-range";
import type { WindowReading } from "../assessment";
import { inForce } from "../regimes/rule-in-force";
import { countedDays, type Situation } from "../situation";
import { dayCount } from "./day-count";
import { firstOverAfter, outlookOf } from "./outlook";
import { overDays, type Tally, tallyOf, usedWith } from "./tally";

/** How far ahead an entry is looked for, in days. */
const ENTRY_HORIZON = 3660;

/**
 * For a person outside: the first day, not before asOf, from which `days` consecutive days inside are
 * lawful in the reading. null: none in sight, or the law of that day is not known. On the day of the
 * last exit the answer is that day only if the next would be lawful as well.
 */
export function earliestEntry(
  situation: Situation,
  reading: WindowReading,
  days: number,
): Day | null {
  const { asOf, log } = situation;
  const open = later(asOf, reentryOpens(situation, reading) ?? asOf);
  const test = days === 1 ? oneDayTest(situation, reading) : stretchTest(situation, reading, days);
  const end = asOf + ENTRY_HORIZON;
  for (let day = open; day <= end; day = addDays(day, 1)) {
    const answer = test(day);
    if (answer === "unknown") return null;
    const leftToday = day === asOf && log.lastExit === asOf;
    if (answer === "lawful" && !(leftToday && test(addDays(day, 1)) !== "lawful")) return day;
  }
  return null;
}

/** The first safe day of entry after the last exit over the limit and unprotected; null: no such exit. */
function reentryOpens(situation: Situation, reading: WindowReading): Day | null {
  if (situation.ruleSet.reentryWait === null) return null;
  const tally = tallyToday(situation, reading);
  if (tally === null) return null;
  const over: readonly DaySpan[] = overDays(tally);
  if (over.length === 0) return null;
  const exit = situation.log.stays.findLast(
    (stay) => stay.exit !== null && spanAt(over, stay.exit.day) !== null,
  )?.exit;
  return exit ? addDays(exit.day, situation.settings.reentryAfterDays) : null;
}

type Test = (day: Day) => "lawful" | "over" | "unknown";

/** Whether being inside on a single day would be lawful; nothing is added to the days already spent. */
function oneDayTest(situation: Situation, reading: WindowReading): Test {
  const tallies = new Map<Day, Tally>();
  return (day) => {
    if (spanAt(situation.protectedDays, day) !== null) return "lawful";
    const rule = inForce(situation.limits, day);
    if (rule === null) return "unknown";
    if (rule.value === null) return "lawful";
    const tally = tallies.get(rule.from) ?? tallyUnder(situation, reading, rule.from);
    if (tally === null) return "unknown";
    tallies.set(rule.from, tally);
    return usedWith(tally, day) <= rule.value.days ? "lawful" : "over";
  };
}

/** Whether all of `days` consecutive days inside would be lawful. */
function stretchTest(situation: Situation, reading: WindowReading, days: number): Test {
  return (from) => {
    const to = addDays(from, days - 1);
    if (inForce(situation.limits, to) === null) return "unknown";
    const outlook = outlookOf(situation, [{ from, to }], to);
    return firstOverAfter(situation, outlook, reading, addDays(from, -1)) === null
      ? "lawful"
      : "over";
  };
}

function tallyToday(situation: Situation, reading: WindowReading): Tally | null {
  return situation.limit === null ? null : tallyUnder(situation, reading, situation.limit.from);
}

/** The days already spent, as they count under the rule that starts on a day. */
function tallyUnder(situation: Situation, reading: WindowReading, ruleFrom: Day): Tally | null {
  const rule = situation.limits.find((limit) => limit.from === ruleFrom);
  if (rule === undefined || rule.value === null) return null;
  const counted = dayCount(countedDays(situation, rule, situation.present, situation.asOf));
  return tallyOf(reading, rule.value, counted, situation.present, situation.clearingAbsence);
}
