import type { ReadingName } from "../assessment";

/** A world of days: where the person is or will be, and which of those days a ground covers. */
export type World = {
  present: (day: number) => boolean;
  protectedOn: (day: number) => boolean;
  /** No presence before it. */
  firstPresence: number;
};

/** Whole days of absence that end a cumulative count. */
const ENDING_ABSENCE = 90;

/** LAW section 4: present, not protected, not before the rule. */
export function isCounted(world: World, from: number | null, day: number): boolean {
  return world.present(day) && !world.protectedOn(day) && (from === null || day >= from);
}

type Reckoning = { world: World; from: number | null; window: number; day: number };

function rolling({ world, from, window, day }: Reckoning): number {
  let used = 0;
  for (let d = day - window + 1; d <= day; d += 1) if (isCounted(world, from, d)) used += 1;
  return used;
}

function anchored({ world, from, window, day }: Reckoning): number {
  let periodStart: number | null = null;
  let used = 0;
  for (let d = Math.max(world.firstPresence, from ?? 0); d <= day; d += 1) {
    if (periodStart !== null && d > periodStart + window - 1) {
      periodStart = null;
      used = 0;
    }
    if (!isCounted(world, from, d)) continue;
    if (periodStart === null) periodStart = d;
    used += 1;
  }
  return used;
}

function cumulative({ world, from, day }: Reckoning): number {
  let used = 0;
  let absence = 0;
  for (let d = Math.max(world.firstPresence, from ?? 0); d <= day; d += 1) {
    absence = world.present(d) ? 0 : absence + 1;
    if (absence >= ENDING_ABSENCE) used = 0;
    if (isCounted(world, from, d)) used += 1;
  }
  return used;
}

/** used(d) of LAW section 4, from nothing, for one day. */
export function usedOn(reading: ReadingName, reckoning: Reckoning): number {
  if (reading === "rolling") return rolling(reckoning);
  return reading === "anchored" ? anchored(reckoning) : cumulative(reckoning);
}
