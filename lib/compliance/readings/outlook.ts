import { addDays, type Day } from "@/lib/civil-date/day";
import { type DaySpan, joinSorted } from "@/lib/civil-date/day-range";
import type { WindowReading } from "../assessment";
import type { WindowLimit } from "../regimes/regime";
import { countedDays, type LimitRule, type Situation } from "../situation";
import { type DayCount, dayCount } from "./day-count";
import { firstOverSince, type Tally, tallyOf } from "./tally";

/** Presence up to asOf and assumed beyond, counted under each rule that comes into force on the way. */
export type Outlook = {
  present: readonly DaySpan[];
  spells: readonly { limit: WindowLimit; counted: DayCount }[];
};

/**
 * The outlook where a person is also present on the days `ahead` (sorted, after asOf), up to `horizon`.
 * It ends early where no limit follows or the law is not known.
 */
export function outlookOf(situation: Situation, ahead: readonly DaySpan[], horizon: Day): Outlook {
  const present = joinSorted([...situation.present, ...ahead]);
  const spells = rulesAhead(situation, horizon).map(({ rule, limit }) => ({
    limit,
    counted: dayCount(countedDays(situation, rule, present, horizon)),
  }));
  return { present, spells };
}

function rulesAhead(situation: Situation, horizon: Day): { rule: LimitRule; limit: WindowLimit }[] {
  const ahead: { rule: LimitRule; limit: WindowLimit }[] = [];
  for (const rule of situation.limits) {
    if (rule.to !== null && rule.to < situation.asOf) continue;
    if (rule.from > horizon || rule.value === null) break;
    ahead.push({ rule, limit: rule.value });
  }
  return ahead;
}

/** The tally of a reading for each rule of the outlook. */
function talliesOf(situation: Situation, outlook: Outlook, reading: WindowReading): Tally[] {
  return outlook.spells.map(({ limit, counted }) =>
    tallyOf(reading, limit, counted, outlook.present, situation.clearingAbsence),
  );
}

/** The first counted day after `after` that is over the limit, or null. */
export function firstOverAfter(
  situation: Situation,
  outlook: Outlook,
  reading: WindowReading,
  after: Day,
): Day | null {
  for (const tally of talliesOf(situation, outlook, reading)) {
    const over = firstOverSince(tally, addDays(after, 1));
    if (over !== null) return over;
  }
  return null;
}
