import type { ReadingName } from "../assessment";
import { eachDay } from "./calendar";
import type { OracleRule } from "./limits-by-citizenship";
import { isCounted, usedOn, type World } from "./used-days";

/** One person on one day, as the readings need them. */
export type Scene = {
  asOf: number;
  inside: boolean | null;
  lastExit: number | null;
  exits: readonly number[];
  most: ReadonlySet<number>;
  fewest: ReadonlySet<number>;
  protectedOn: (day: number) => boolean;
  ruleOn: (day: number) => OracleRule | null;
  /** First lawful day of re-entry, in days after an exit over the limit; null: the regime knows no wait. */
  reentryAfter: number | null;
};

export type OracleReading = {
  limit: number;
  window: number;
  used: number;
  usedMin: number;
  usedMax: number;
  remaining: number;
  firstBreach: number | null;
  overstayDays: number;
  lastLawfulDay: number | null;
  earliestEntry: number | null;
  reachedOn: number | null;
  overToday: boolean;
};

const STAY_HORIZON = 3660;
const RHYTHM_HORIZON = 731;
const RHYTHM = 28;

function worldOf(
  scene: Scene,
  days: ReadonlySet<number>,
  future: (day: number) => boolean = () => false,
): World {
  return {
    present: (day) => (day <= scene.asOf && days.has(day)) || future(day),
    protectedOn: scene.protectedOn,
    firstPresence: Math.min(scene.asOf, ...days),
  };
}

/** Used days on a day and whether it is a counted day over the limit, under the rule of `ruleDay`. */
function standing(scene: Scene, reading: ReadingName, world: World, day: number, ruleDay = day) {
  const rule = scene.ruleOn(ruleDay);
  if (!rule?.limit) return { used: 0, over: false };
  const used = usedOn(reading, { world, from: rule.from, window: rule.limit.window, day });
  return { used, over: isCounted(world, rule.from, day) && used > rule.limit.days };
}

function firstOver(
  scene: Scene,
  reading: ReadingName,
  world: World,
  horizon: number,
): number | null {
  for (const d of eachDay(scene.asOf + 1, scene.asOf + horizon)) {
    if (world.present(d) && !world.protectedOn(d) && standing(scene, reading, world, d).over) {
      return d;
    }
  }
  return null;
}

function lastLawfulDay(scene: Scene, reading: ReadingName, overToday: boolean): number | null {
  if (scene.inside !== true || overToday) return null;
  const staying = worldOf(scene, scene.most, (day) => day > scene.asOf);
  const breach = firstOver(scene, reading, staying, STAY_HORIZON);
  return breach === null ? null : breach - 1;
}

/** Day asOf + k is as the day whole 28-day steps earlier, one of the last 28 days, was. */
export function rhythmBreach(scene: Scene, reading: ReadingName): number | null {
  const repeated = (day: number) => {
    let model = day;
    while (model > scene.asOf) model -= RHYTHM;
    return day > scene.asOf && scene.most.has(model);
  };
  return firstOver(scene, reading, worldOf(scene, scene.most, repeated), RHYTHM_HORIZON);
}

function reentryFrom(scene: Scene, reading: ReadingName): number | null {
  if (scene.reentryAfter === null) return null;
  const world = worldOf(scene, scene.most);
  let wait: number | null = null;
  for (const exit of scene.exits) {
    if (standing(scene, reading, world, exit, scene.asOf).over) wait = exit + scene.reentryAfter;
  }
  return wait;
}

/** First day from which `days` consecutive days inside are lawful, with the wait after a breach (LAW section 4). */
export function earliestEntry(scene: Scene, reading: ReadingName, days: number): number | null {
  if (scene.inside !== false) return null;
  const wait = reentryFrom(scene, reading);
  const open = (first: number) => {
    if (wait !== null && first < wait) return false;
    const last = first + days - 1;
    const entering = worldOf(scene, scene.most, (d) => first <= d && d <= last);
    return eachDay(first, last).every((d) => !standing(scene, reading, entering, d).over);
  };
  const exitsToday = scene.lastExit === scene.asOf;
  if (open(scene.asOf) && (!exitsToday || open(scene.asOf + 1))) return scene.asOf;
  for (const d of eachDay(scene.asOf + 1, scene.asOf + STAY_HORIZON)) if (open(d)) return d;
  return null;
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** Everything that one reading says on asOf. */
export function readOne(
  scene: Scene,
  reading: ReadingName,
  limit: { days: number; window: number },
): OracleReading {
  const { asOf } = scene;
  const most = worldOf(scene, scene.most);
  const ofMost = standing(scene, reading, most, asOf);
  const ofFewest = standing(scene, reading, worldOf(scene, scene.fewest), asOf);
  const breaches = eachDay(most.firstPresence, asOf).filter(
    (d) => most.present(d) && standing(scene, reading, most, d, asOf).over,
  );
  const usedMax = Math.max(ofMost.used, ofFewest.used);
  const firstBreach = breaches[0] ?? null;
  const lastLawful = lastLawfulDay(scene, reading, ofMost.over);
  const byStaying = lastLawful === null ? null : lastLawful + 1;
  return {
    limit: limit.days,
    window: limit.window,
    used: usedMax,
    usedMin: Math.min(ofMost.used, ofFewest.used),
    usedMax,
    remaining: Math.max(0, limit.days - usedMax),
    firstBreach,
    overstayDays: breaches.length,
    lastLawfulDay: lastLawful,
    earliestEntry: earliestEntry(scene, reading, 1),
    reachedOn: ofMost.over ? firstBreach : earlier(rhythmBreach(scene, reading), byStaying),
    overToday: ofMost.over,
  };
}
