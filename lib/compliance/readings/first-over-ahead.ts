import type { Day } from "@/lib/civil-date/day";
import type { ReadingName } from "../assessment";
import type { Limit } from "../regimes/regime";
import {
  addLog,
  countingUnder,
  type Hypothesis,
  type LimitRule,
  type Situation,
} from "../situation";
import { type ReadLimit, readLimit, reckon, reckoningOf } from "./readings";
import { forked, type Reckoning } from "./reckoning";
import { type Counting, FOREVER, NEVER, noRuns, type Runs } from "./runs";
import type { WayAhead } from "./ways-ahead";

/** A reading of the limit in force, reckoned up to asOf under a hypothesis on missing crossings. */
export type Reckoned = { read: ReadLimit; reckoning: Reckoning };

/** The limit of a rule that a reading reads; null: the rule has none of its kind. */
export function limitUnder({ value }: LimitRule, name: ReadingName): Limit | null {
  const kind = name === "per_stay" || name === "calendar_year" ? name : "window";
  return value.find((limit) => limit.kind === kind) ?? null;
}

/** A reading of a limit, as the regime of the situation has it. */
export function readingOf({ ruleSet }: Situation, name: ReadingName, limit: Limit): ReadLimit {
  return readLimit(name, limit, ruleSet.reentryWait?.days ?? null);
}

/**
 * A way ahead from asOf, drawn into the runs of a hypothesis for several readings and taken back at the end.
 * What one reading has drawn, the next finds there.
 */
export type Draft = { way: WayAhead; runs: Runs; size: number; steps: number; until: number };

/** Begins a draft. */
export function draftOf(situation: Situation, { runs }: Hypothesis, way: WayAhead): Draft {
  const lastInForce = situation.limit?.to ?? FOREVER;
  return { way, runs, size: runs.size, steps: 0, until: Math.min(way.horizon, lastInForce) };
}

/** Draws the next piece of the way; whether there was one. */
export function drawOn(draft: Draft, counting: Counting): boolean {
  if (!draft.way.add(draft.runs, counting, draft.steps, draft.until)) return false;
  draft.steps += 1;
  return true;
}

/** Takes a draft back. */
export function takeBack(draft: Draft): void {
  draft.runs.size = draft.size;
}

/** The first counted day after asOf that is over the limit of the reading along the way, or null. */
export function firstOverAhead(
  situation: Situation,
  hypothesis: Hypothesis,
  { read, reckoning }: Reckoned,
  draft: Draft,
): Day | null {
  const { limit, settings } = situation;
  if (limit === null) return null;
  const ahead = forked(reckoning, reckoning.since);
  const counting = countingUnder(limit, hypothesis.stops, settings);
  reckon(read.name, ahead, draft.runs);
  while (ahead.firstOver === NEVER && drawOn(draft, counting)) {
    reckon(read.name, ahead, draft.runs);
  }
  if (ahead.firstOver !== NEVER) return ahead.firstOver as Day;
  return firstOverLater(situation, hypothesis, read.name, draft.way);
}

/** The same under the rules that come into force after asOf, as long as they have such a limit. */
function firstOverLater(
  situation: Situation,
  hypothesis: Hypothesis,
  name: ReadingName,
  way: WayAhead,
): Day | null {
  for (const rule of situation.limits) {
    if (rule.from <= situation.asOf) continue;
    const limit = limitUnder(rule, name);
    if (limit === null || rule.from > way.horizon) return null;
    const over = firstOverUnder(
      situation,
      hypothesis,
      rule,
      readingOf(situation, name, limit),
      way,
    );
    if (over !== null) return over;
  }
  return null;
}

function firstOverUnder(
  situation: Situation,
  hypothesis: Hypothesis,
  rule: LimitRule,
  read: ReadLimit,
  way: WayAhead,
): Day | null {
  const counting = countingUnder(rule, hypothesis.stops, situation.settings);
  const runs = noRuns();
  addLog(runs, counting, situation, hypothesis.which);
  const until = Math.min(way.horizon, rule.to ?? FOREVER);
  for (let step = 0; way.add(runs, counting, step, until); step++);
  const ahead = forked(reckoningOf(read), rule.from);
  reckon(read.name, ahead, runs);
  return ahead.firstOver === NEVER ? null : (ahead.firstOver as Day);
}

/** The hypothesis under a rule that is not yet in force, and a reading reckoned up to asOf under it. */
export function reckonedUnder(
  situation: Situation,
  hypothesis: Hypothesis,
  rule: LimitRule,
  read: ReadLimit,
): Reckoned & { runs: Runs } {
  const runs = noRuns();
  const counting = countingUnder(rule, hypothesis.stops, situation.settings);
  addLog(runs, counting, situation, hypothesis.which);
  const reckoning = reckoningOf(read);
  reckon(read.name, reckoning, runs);
  return { read, reckoning, runs };
}
