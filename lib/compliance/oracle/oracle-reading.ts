import type { ReadingName } from "../assessment";
import { eachDay } from "./calendar";
import type { OracleLimit, OracleRule } from "./limits-by-citizenship";
import type { Stay } from "./log";
import { isCounted, usedDays } from "./used-days";
import { type HeldDays, heldDays, type World, worldOf } from "./world";

/** One person on one day, under one hypothesis on the missing crossings, as the readings need them. */
export type Scene = {
  asOf: number;
  inside: boolean | null;
  lastExit: number | null;
  stays: readonly Stay[];
  exitDayCounts: boolean;
  rest: Pick<World, "stopped" | "restarts" | "weighs">;
  ruleOn: (day: number) => OracleRule | null;
  /** First lawful day of re-entry, in days after an exit over the limit; null: the regime knows no wait. */
  reentryAfter: number | null;
  /** How many days ahead are looked at, where they are fewer than usual. */
  horizon?: number;
};

export type OracleReading = {
  limit: number;
  window: number | null;
  used: number;
  firstBreach: number | null;
  overstayDays: number;
  lastLawfulDay: number | null;
  earliestEntry: number | null;
  reachedOn: number | null;
  overToday: boolean;
};

export const STAY_HORIZON = 3660;
const RHYTHM_HORIZON = 731;
const RHYTHM = 28;

/** The limit that a reading reads, under a rule. */
export function limitRead(rule: OracleRule | null, reading: ReadingName): OracleLimit | null {
  const kind = reading === "per_stay" || reading === "calendar_year" ? reading : "window";
  return rule?.limits.find((limit) => limit.kind === kind) ?? null;
}

function held(scene: Scene, openUntil = scene.asOf): HeldDays[] {
  return scene.stays.map((stay) => heldDays(stay, openUntil, scene.exitDayCounts));
}

/** The days up to asOf and nothing after them. */
export function worldToday(scene: Scene): World {
  return worldOf(held(scene), scene.asOf, scene.rest);
}

function worldAhead(scene: Scene, ahead: readonly HeldDays[], end: number, openUntil = scene.asOf) {
  return worldOf([...held(scene, openUntil), ...ahead], end, scene.rest);
}

/** used(d), and whether d is a counted day over the limit; each day under the rule of `ruleOn`. */
function standings(world: World, reading: ReadingName, ruleOn: Scene["ruleOn"]) {
  const known = new Map<OracleRule, (day: number) => number>();
  return (day: number) => {
    const rule = ruleOn(day);
    const limit = limitRead(rule, reading);
    if (rule === null || limit === null) return { used: 0, over: false };
    const window = limit.kind === "window" ? limit.within : 0;
    const usedOn = known.get(rule) ?? usedDays(reading, world, { ...rule, window });
    known.set(rule, usedOn);
    const used = usedOn(day);
    return { used, over: used > limit.days && isCounted(world, rule.countsFrom, day) };
  };
}

/** The same, every day under the rule that is in force on asOf. */
export function standingsToday(scene: Scene, world: World, reading: ReadingName) {
  const rule = scene.ruleOn(scene.asOf);
  return standings(world, reading, () => rule);
}

function firstOver(scene: Scene, reading: ReadingName, world: World): number | null {
  const on = standings(world, reading, scene.ruleOn);
  for (let d = scene.asOf + 1; d <= world.end; d += 1) if (on(d).over) return d;
  return null;
}

/** Inside: the first day over the limit of a stay that goes on without a break, or null. */
function endOfStay(scene: Scene, reading: ReadingName): number | null {
  const end = scene.asOf + STAY_HORIZON;
  const { horizon: farthest = STAY_HORIZON } = scene;
  // Most stays end soon: a short look first, for speed alone.
  for (const horizon of [Math.min(200, farthest), farthest]) {
    const over = firstOver(scene, reading, worldAhead(scene, [], scene.asOf + horizon, end));
    if (over !== null) return over;
  }
  return null;
}

/** A stay as the last 28 days show it; `begunBefore`: without its entry. */
type Seen = HeldDays & { begunBefore: boolean; open: boolean };

function seenIn(scene: Scene, first: number): Seen[] {
  return scene.stays
    .map((stay) => ({
      ...heldDays(stay, scene.asOf, scene.exitDayCounts),
      open: stay.exit === null,
    }))
    .filter(({ last }) => last >= first)
    .map((one) => ({ ...one, begunBefore: one.first < first, first: Math.max(one.first, first) }));
}

/** The pattern once more, `shift` days later; `open` is the stay that is open on the day before, and after, if any. */
function onceMore(pattern: readonly Seen[], shift: number, open: HeldDays | null) {
  const begun: HeldDays[] = [];
  let openAfter: HeldDays | null = null;
  for (const seen of pattern) {
    const again = seen.begunBefore && open !== null ? open : { first: seen.first + shift, last: 0 };
    again.last = seen.last + shift;
    if (again !== open) begun.push(again);
    if (seen.open) openAfter = again;
  }
  return { begun, openAfter };
}

/**
 * The stays of the last 28 days again and again from tomorrow on, entries and all; `openUntil`: how long the stay goes
 * on that is open on asOf.
 */
function repeated(scene: Scene): { ahead: HeldDays[]; openUntil: number } {
  const pattern = seenIn(scene, scene.asOf - RHYTHM + 1);
  const now = { first: scene.asOf, last: scene.asOf };
  const ahead: HeldDays[] = [];
  let open: HeldDays | null = scene.inside === true ? now : null;
  for (let shift = RHYTHM; shift < RHYTHM_HORIZON + RHYTHM; shift += RHYTHM) {
    const { begun, openAfter } = onceMore(pattern, shift, open);
    ahead.push(...begun);
    open = openAfter;
  }
  return { ahead, openUntil: now.last };
}

/** The first day over the limit if the presence of the last 28 days repeats, or null. */
export function rhythmBreach(scene: Scene, reading: ReadingName): number | null {
  const { ahead, openUntil } = repeated(scene);
  const end = scene.asOf + Math.min(RHYTHM_HORIZON, scene.horizon ?? RHYTHM_HORIZON);
  return firstOver(scene, reading, worldAhead(scene, ahead, end, openUntil));
}

function reentryFrom(scene: Scene, reading: ReadingName): number | null {
  if (scene.reentryAfter === null) return null;
  const on = standingsToday(scene, worldToday(scene), reading);
  let wait: number | null = null;
  for (const stay of scene.stays) {
    if (!stay.recordedExit || stay.exit === null) continue;
    const { last } = heldDays(stay, scene.asOf, scene.exitDayCounts);
    if (on(last).over) wait = Math.max(wait ?? 0, stay.exit + scene.reentryAfter);
  }
  return wait;
}

/** Whether `days` consecutive days inside from a day on are lawful, the wait after a breach aside. */
function isLawful(scene: Scene, reading: ReadingName, first: number, days: number): boolean {
  const last = first + days - 1;
  const on = standings(worldAhead(scene, [{ first, last }], last), reading, scene.ruleOn);
  return eachDay(first, last).every((d) => !on(d).over);
}

/** First day from which `days` consecutive days inside are lawful, with the wait after a breach (docs/rules.md, section 5). */
export function earliestEntry(scene: Scene, reading: ReadingName, days: number): number | null {
  if (scene.inside !== false) return null;
  const wait = reentryFrom(scene, reading);
  const open = (first: number, length = days) =>
    (wait === null || first >= wait) && isLawful(scene, reading, first, length);
  const exitsToday = scene.lastExit === scene.asOf;
  if (open(scene.asOf) && (!exitsToday || open(scene.asOf + 1, 1))) return scene.asOf;
  const end = scene.asOf + (scene.horizon ?? STAY_HORIZON);
  for (let d = scene.asOf + 1; d <= end; d += 1) if (open(d)) return d;
  return null;
}

/** For how many days from `first` on a person may stay; `horizon`: as many as it can tell. */
export function longestStay(
  scene: Scene,
  reading: ReadingName,
  first: number,
  horizon: number,
): number {
  const wait = reentryFrom(scene, reading);
  if (wait !== null && first < wait) return 0;
  const last = first + horizon - 1;
  const on = standings(worldAhead(scene, [{ first, last }], last), reading, scene.ruleOn);
  const over = eachDay(first, last).findIndex((d) => on(d).over);
  return over === -1 ? horizon : over;
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** Everything that one reading says on asOf. */
export function readOne(scene: Scene, reading: ReadingName, limit: OracleLimit): OracleReading {
  const { asOf } = scene;
  const world = worldToday(scene);
  const on = standingsToday(scene, world, reading);
  const today = on(asOf);
  const breaches = eachDay(world.start, asOf).filter((d) => on(d).over);
  const firstBreach = breaches[0] ?? null;
  const stayEnds = scene.inside === true && !today.over ? endOfStay(scene, reading) : null;
  return {
    limit: limit.days,
    window: limit.kind === "window" ? limit.within : null,
    used: today.used,
    firstBreach,
    overstayDays: breaches.length,
    lastLawfulDay: stayEnds === null ? null : stayEnds - 1,
    earliestEntry: earliestEntry(scene, reading, 1),
    reachedOn: today.over ? firstBreach : earlier(rhythmBreach(scene, reading), stayEnds),
    overToday: today.over,
  };
}
