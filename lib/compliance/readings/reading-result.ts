import { addDays, type Day } from "@/lib/civil-date/day";
import type { ReadingName, ReadingResult } from "../assessment";
import type { Hypothesis, Situation } from "../situation";
import { earliestEntry } from "./earliest-entry";
import { draftOf, firstOverAhead, type Reckoned, takeBack } from "./first-over-ahead";
import { reckon, reckoningOf, usedOn } from "./readings";
import { NEVER } from "./runs";
import { rhythmOn, stayingOn, type WayAhead } from "./ways-ahead";

/** What a reading says under one hypothesis, and whether asOf itself is a counted day over the limit. */
export type Reading = Omit<ReadingResult, "usedMin" | "usedMax"> & {
  name: ReadingName;
  overToday: boolean;
};

/** Every reading that the regime has of the limits in force on asOf, reckoned up to then. */
export function reckonedOf(situation: Situation, { runs }: Hypothesis): Reckoned[] {
  return situation.readings.map((read) => {
    const reckoning = reckoningOf(read);
    reckon(read.name, reckoning, runs);
    return { read, reckoning };
  });
}

/** Every reading reckoned up to asOf, and the first breach of each (null: none) if the person stays on, and by the rhythm. */
export type Outlook = {
  reckoned: readonly Reckoned[];
  stayEnds: readonly (Day | null)[];
  rhythmEnds: readonly (Day | null)[];
};

/** What was looked at last: the forecast of a student follows the assessment, and asks the same. */
let last: { of: Hypothesis; outlook: Outlook } | null = null;

/** How the readings stand on asOf under a hypothesis of the situation, and what lies ahead. Nobody changes what it returns. */
export function outlookOf(situation: Situation, hypothesis: Hypothesis): Outlook {
  if (last?.of === hypothesis) return last.outlook;
  const reckoned = reckonedOf(situation, hypothesis);
  const isLimited = reckoned.length > 0;
  const stays = isLimited ? stayingOn(situation) : null;
  const rhythm = isLimited ? rhythmOn(situation, hypothesis.which) : null;
  const outlook = {
    reckoned,
    stayEnds: breachesAhead(situation, hypothesis, reckoned, stays),
    rhythmEnds: breachesAhead(situation, hypothesis, reckoned, rhythm),
  };
  last = { of: hypothesis, outlook };
  return outlook;
}

/** Every reading with all its answers, or none where no day limit applies on asOf. */
export function readingsOf(situation: Situation, hypothesis: Hypothesis): Reading[] {
  const { reckoned, stayEnds, rhythmEnds } = outlookOf(situation, hypothesis);
  return reckoned.map((one, index) =>
    resultOf(situation, hypothesis, one, stayEnds[index] ?? null, rhythmEnds[index] ?? null),
  );
}

/** The first breach of each reading along a way ahead; null: none, or no such way. */
export function breachesAhead(
  situation: Situation,
  hypothesis: Hypothesis,
  reckoned: readonly Reckoned[],
  way: WayAhead | null,
): (Day | null)[] {
  if (way === null) return [];
  const draft = draftOf(situation, hypothesis, way);
  const breaches = reckoned.map((one) => firstOverAhead(situation, hypothesis, one, draft));
  takeBack(draft);
  return breaches;
}

function resultOf(
  situation: Situation,
  hypothesis: Hypothesis,
  reckoned: Reckoned,
  stayEnds: Day | null,
  rhythmEnds: Day | null,
): Reading {
  const { asOf, log } = situation;
  const { read, reckoning } = reckoned;
  const used = usedOn(read.name, reckoning, hypothesis.runs, hypothesis.stops.resets, asOf);
  const overToday = reckoning.lastOver === asOf;
  const firstBreach = reckoning.firstOver === NEVER ? null : (reckoning.firstOver as Day);
  return {
    name: read.name,
    overToday,
    limit: read.days,
    window: read.window,
    used,
    remaining: Math.max(0, read.days - used),
    firstBreach,
    overstayDays: reckoning.overDays,
    lastLawfulDay: overToday || stayEnds === null ? null : addDays(stayEnds, -1),
    earliestEntry: log.inside === false ? earliestEntry(situation, hypothesis, reckoned, 1) : null,
    reachedOn: overToday ? firstBreach : earliest(stayEnds, rhythmEnds),
  };
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
