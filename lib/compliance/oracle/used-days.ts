import type { ReadingName } from "../assessment";
import { isNewYear } from "./calendar";
import { staysOn, type World } from "./world";

/** Whole days of absence that end a cumulative count. */
const ENDING_ABSENCE = 90;

/**
 * The first day that counts under a rule, and the window of the window readings; `absence`: whole days that end a
 * cumulative count, where they are others than those of Kyrgyzstan.
 */
export type Counting = { countsFrom: number | null; window: number; absence?: number };

/** docs/rules.md, section 2: present, not protected, not before the rule. */
export function isCounted(world: World, countsFrom: number | null, day: number): boolean {
  const afterStart = countsFrom === null || day >= countsFrom;
  return afterStart && staysOn(world, day) > 0 && !world.stopped(day);
}

/** What a day adds to a count: nothing, one, or (A7) one for each stay that holds it. */
function weights(world: World, countsFrom: number | null): Uint8Array {
  const weight = new Uint8Array(world.end - world.start + 1);
  for (let i = 0; i < weight.length; i += 1) {
    if (!isCounted(world, countsFrom, world.start + i)) continue;
    weight[i] = world.weighs === "twice" ? (world.stays[i] ?? 0) : 1;
  }
  return weight;
}

/** used of the day `world.start + i`. */
type Count = (
  world: World,
  weight: Uint8Array,
  window: number,
  absence: number,
) => (i: number) => number;
/** One day after another. */
type Sweep = (world: World, weight: Uint8Array, window: number, absence: number) => Uint16Array;

function swept(sweep: Sweep): Count {
  return (world, weight, window, absence) => {
    const used = sweep(world, weight, window, absence);
    return (i) => used[i] ?? 0;
  };
}

/** Every day of the window that ends on the day, from the last restart on. */
const rolling: Count = (world, weight, window) => (i) => {
  let used = 0;
  for (let j = i; j >= Math.max(0, i - window + 1); j -= 1) {
    used += weight[j] ?? 0;
    if (world.restarts.has(world.start + j)) break;
  }
  return used;
};

const anchored: Sweep = (world, weight, window) => {
  let periodStart: number | null = null;
  let used = 0;
  return Uint16Array.from(weight, (adds, i) => {
    const over = periodStart !== null && i > periodStart + window - 1;
    if (over || world.restarts.has(world.start + i)) {
      periodStart = null;
      used = 0;
    }
    if (adds > 0 && periodStart === null) periodStart = i;
    used += adds;
    return used;
  });
};

const cumulative: Sweep = (world, weight, _, ending) => {
  let used = 0;
  let absence = 0;
  return Uint16Array.from(weight, (adds, i) => {
    absence = staysOn(world, world.start + i) > 0 ? 0 : absence + 1;
    if (absence >= ending || world.restarts.has(world.start + i)) used = 0;
    used += adds;
    return used;
  });
};

const calendarYear: Sweep = (world, weight) => {
  let used = 0;
  return Uint16Array.from(weight, (adds, i) => {
    const day = world.start + i;
    if (isNewYear(day) || world.restarts.has(day)) used = 0;
    used += adds;
    return used;
  });
};

/** Of each stay its counted days so far; a day that several stays hold has the most of theirs, and is one day of each. */
const perStay: Sweep = (world, weight) => {
  const used = new Uint16Array(weight.length);
  for (const { first, last } of world.held) {
    let sum = 0;
    for (let day = first; day <= Math.min(last, world.end); day += 1) {
      const i = day - world.start;
      if (world.restarts.has(day)) sum = 0;
      if ((weight[i] ?? 0) > 0) sum += 1;
      used[i] = Math.max(used[i] ?? 0, sum);
    }
  }
  return used;
};

const COUNTS: Record<ReadingName, Count> = {
  rolling,
  anchored: swept(anchored),
  cumulative: swept(cumulative),
  per_stay: swept(perStay),
  calendar_year: swept(calendarYear),
};

/** used(d) of docs/rules.md, section 3, for every day d of a world, counted one by one. */
export function usedDays(
  reading: ReadingName,
  world: World,
  { countsFrom, window, absence = ENDING_ABSENCE }: Counting,
): (day: number) => number {
  const used = COUNTS[reading](world, weights(world, countsFrom), window, absence);
  return (day) => used(day - world.start);
}
