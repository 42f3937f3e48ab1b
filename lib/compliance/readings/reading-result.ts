import { addDays, type Day } from "@/lib/civil-date/day";
import { countDays, spanAt } from "@/lib/civil-date/day-range";
import type { ReadingResult, WindowReading } from "../assessment";
import type { WindowLimit } from "../regimes/regime";
import { countedDays, type LimitRule, type Situation } from "../situation";
import { dayCount } from "./day-count";
import { earliestEntry } from "./earliest-entry";
import { firstOverAfter, type Outlook, outlookOf } from "./outlook";
import { RHYTHM_HORIZON, rhythmAhead } from "./rhythm";
import { overDays, type Tally, tallyOf, usedOn } from "./tally";

/** How far ahead an unbroken stay is followed, in days. */
const STAY_HORIZON = 3660;

/** A reading's result, and whether asOf itself is a counted day over the limit. */
export type Reading = ReadingResult & { name: WindowReading; overToday: boolean };

/** Every reading that the regime knows, or none where no day limit applies on asOf. */
export function readingsOf(situation: Situation): Reading[] {
  const { limit: rule, asOf } = situation;
  if (rule === null || rule.value === null) return [];
  const limit = rule.value;
  const counted = dayCount(countedDays(situation, rule, situation.present, asOf));
  const ways = waysAhead(situation);
  return situation.ruleSet.readings.map(({ name }) => {
    const tally = tallyOf(name, limit, counted, situation.present, situation.clearingAbsence);
    return resultOf(situation, name, tally, leastUsed(situation, rule, limit, name, tally), ways);
  });
}

/** The two ways on from asOf: staying without a break (null: not inside), and the rhythm (null: none). */
export type Ways = { staying: Outlook | null; rhythm: Outlook | null };

/** Both ways on from asOf, as far as they are open to the person. */
export function waysAhead(situation: Situation): Ways {
  const { asOf, present, log } = situation;
  const rhythm = rhythmAhead(present, asOf);
  const tomorrow = addDays(asOf, 1);
  const end = addDays(asOf, STAY_HORIZON);
  return {
    staying: log.inside ? outlookOf(situation, [{ from: tomorrow, to: end }], end) : null,
    rhythm: rhythm.length > 0 ? outlookOf(situation, rhythm, addDays(asOf, RHYTHM_HORIZON)) : null,
  };
}

/** used on asOf by the fewest days that a broken log allows. */
function leastUsed(
  situation: Situation,
  rule: LimitRule,
  limit: WindowLimit,
  name: WindowReading,
  most: Tally,
): number {
  const { asOf, present, presentForSure, clearingAbsence } = situation;
  if (present === presentForSure) return usedOn(most, asOf);
  const counted = dayCount(countedDays(situation, rule, presentForSure, asOf));
  return usedOn(tallyOf(name, limit, counted, presentForSure, clearingAbsence), asOf);
}

function resultOf(
  situation: Situation,
  name: WindowReading,
  tally: Tally,
  usedByFewest: number,
  ways: Ways,
): Reading {
  const { asOf } = situation;
  const usedByMost = usedOn(tally, asOf);
  const used = Math.max(usedByMost, usedByFewest);
  const over = overDays(tally);
  const overToday = spanAt(over, asOf) !== null;
  const firstBreach = over[0]?.from ?? null;
  const ahead = (way: Outlook | null) =>
    way === null || overToday ? null : firstOverAfter(situation, way, name, asOf);
  const stayEnds = ahead(ways.staying);
  const rhythmEnds = ahead(ways.rhythm);
  return {
    name,
    overToday,
    limit: tally.limit.days,
    window: tally.limit.within,
    used,
    usedMin: Math.min(usedByMost, usedByFewest),
    usedMax: used,
    remaining: Math.max(0, tally.limit.days - used),
    firstBreach,
    overstayDays: countDays(over),
    lastLawfulDay: stayEnds === null ? null : addDays(stayEnds, -1),
    earliestEntry: situation.log.inside === false ? earliestEntry(situation, name, 1) : null,
    reachedOn: overToday ? firstBreach : earliest(stayEnds, rhythmEnds),
  };
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
