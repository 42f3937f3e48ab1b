import { civilDate, type Day, dayOf } from "@/lib/civil-date/day";
import type { ReadingName } from "../assessment";
import { REGISTRATION_KINDS, stopsOf } from "../grounds/stopped-days";
import type { Settings } from "../settings";
import { countingUnder, type LimitRule, type Situation } from "../situation";
import type { Stay } from "../stays";
import { type RangeScene, type State, spend } from "./range-state";
import type { ReadLimit } from "./readings";
import { NEVER } from "./runs";

/** The fewest and the most days that a reading may have used. */
export type UsedRange = { min: number; max: number };

/**
 * Whether the longest and the shortest stays give the most and the fewest used days. More days may start an
 * anchored period earlier and so leave fewer in the running one; and where the day of exit does not count, or a
 * registration covers its stay from the entry on, a longer stay need not hold every day of a shorter one.
 */
export function isBoundedByExtremes(name: ReadingName, settings: Settings): boolean {
  const { exitDayCounts, registrationCovers } = settings;
  return name !== "anchored" && exitDayCounts && registrationCovers === "ownStart";
}

type Way = { from: number; to: number };

/**
 * The least and the greatest that a reading can have used on asOf, over every day on which the missing crossings
 * may lie: exact. What follows a stay depends on little of what went before, so the extremes for each such state
 * are carried from stay to stay instead of every combination.
 */
export function usedRange(situation: Situation, rule: LimitRule, read: ReadLimit): UsedRange {
  const { log, asOf, granted } = situation;
  const settings = { ...situation.settings, registrationCovers: "ownStart" as const };
  // Stryker disable next-line ArrayDeclaration,StringLiteral: a registration that covers from its own start asks for no stay
  const stops = stopsOf(granted, [], "most", settings);
  const scene: RangeScene = {
    read,
    counting: countingUnder(rule, stops, settings),
    exitDayCounts: settings.exitDayCounts,
    covering: coveringOf(situation),
    countedSince: countedSince(read, stops.resets, asOf),
    asOf,
  };
  const states = statesAfter(log.stays, scene).map((state) => usedIn(state, scene));
  return {
    min: Math.min(...states.map(({ min }) => min)),
    max: Math.max(...states.map(({ max }) => max)),
  };
}

/** First days of registrations that cover a stay from its entry on (A10). */
function coveringOf({ granted, settings }: Situation): Day[] {
  if (settings.registrationCovers !== "entry" || settings.registrationEffect === "nothing") {
    return [];
  }
  return granted.filter(({ kind }) => REGISTRATION_KINDS.includes(kind)).map(({ from }) => from);
}

/** Days before it add nothing on asOf, whatever the log. */
function countedSince({ name, span }: ReadLimit, resets: readonly Day[], asOf: Day): number {
  const reset = resets.findLast((day) => day <= asOf) ?? NEVER;
  if (name === "rolling") return Math.max(reset, asOf - span + 1);
  if (name !== "calendar_year") return reset;
  return Math.max(reset, dayOf({ year: civilDate(asOf).year, month: 1, dayOfMonth: 1 }));
}

function statesAfter(stays: readonly Stay[], scene: RangeScene): State[] {
  let states: State[] = [{ border: NEVER, held: 0, mark: NEVER, min: 0, max: 0 }];
  for (const stay of stays) {
    const after = new Map<number, State>();
    for (const way of waysOf(stay)) {
      for (const state of states) keep(after, afterStay(state, stay, way, scene));
    }
    states = [...after.values()];
  }
  return states;
}

/** From entry to exit in every way that the log allows. */
function waysOf({ most, fewest, exit }: Stay): Way[] {
  if (most === fewest) return [most];
  return Array.from({ length: most.to - most.from + 1 }, (_, days) =>
    exit === null
      ? { from: most.from, to: most.from + days }
      : { from: most.from + days, to: most.to },
  );
}

function keep(states: Map<number, State>, state: State): void {
  const key = state.mark * 64 + state.held;
  const known = states.get(key);
  if (known === undefined) {
    states.set(key, state);
  } else {
    known.min = Math.min(known.min, state.min);
    known.max = Math.max(known.max, state.max);
  }
}

function afterStay(before: State, stay: Stay, { from, to }: Way, scene: RangeScene): State {
  const last = scene.exitDayCounts || stay.open ? to : Math.max(from, to - 1);
  const first = coveredUpTo(scene, from, to);
  if (scene.read.name === "per_stay") return afterOwnStay(before, first, last, scene);
  const shares = before.border === from;
  const state = shares ? { ...before } : withBorder(before, scene);
  if (scene.read.name === "cumulative") stayOn(state, from, last, scene.read.span);
  const border = stay.most.to;
  const held = shares ? before.held + 1 : 1;
  if (from === border) return { ...state, border, held };
  if (first === from) spend(state, from, from, scene.counting.twice ? held : 1, scene);
  // The last crossing's day waits: the next stay may hold it too, and decide whether and how it counts.
  const waits = last === border;
  spend(state, Math.max(from + 1, first), waits ? last - 1 : last, 1, scene);
  return { ...state, border, held: Number(waits) };
}

/** A stay after a long absence begins a cumulative count anew. */
function stayOn(state: State, from: number, last: number, absence: number): void {
  if (from - state.mark - 1 >= absence) {
    state.min = 0;
    state.max = 0;
  }
  state.mark = last;
}

function withBorder(before: State, scene: RangeScene): State {
  const state = { ...before };
  if (before.held > 0) {
    const weight = scene.counting.twice ? before.held : 1;
    spend(state, before.border, before.border, weight, scene);
  }
  return state;
}

/** A count per stay is that of the longest stay that holds asOf. */
function afterOwnStay(before: State, first: number, last: number, scene: RangeScene): State {
  if (last < scene.asOf) return before;
  const own: State = { ...before, min: 0, max: 0 };
  spend(own, first, last, 1, scene);
  return { ...before, min: Math.max(before.min, own.min), max: Math.max(before.max, own.max) };
}

/** The first day of a stay that no registration covers from the entry on. */
function coveredUpTo({ covering }: RangeScene, from: number, to: number): number {
  return covering.reduce<number>((first, day) => (day > first && day <= to ? day : first), from);
}

function usedIn(last: State, scene: RangeScene): UsedRange {
  const { read, asOf } = scene;
  const state = withBorder(last, scene);
  const isOver =
    (read.name === "anchored" && asOf > state.mark) ||
    (read.name === "cumulative" && asOf - state.mark >= read.span);
  return isOver ? { min: 0, max: 0 } : state;
}
