import type { Day } from "@/lib/civil-date/day";
import type { Situation } from "../situation";
import { lastDayInside } from "../stays";
import { addDaysInside, addStay } from "./add-days-inside";
import { at, type Counting, NEVER, noRuns, type Runs } from "./runs";

/** How far ahead an unbroken stay is followed, in days. */
const STAY_HORIZON = 3660;
/** How far ahead a rhythm is followed, in days. */
const RHYTHM_HORIZON = 731;
/** Days that make a rhythm. */
const PERIOD = 28;

/** Presence assumed after asOf, made as it is asked for: `step` 0, 1, 2 … add later and later days. */
export type WayAhead = {
  /** The last day that the way is followed to. */
  horizon: number;
  /** Adds the days of a step up to and with `until`; false: there are none at or before `until`. */
  add(runs: Runs, counting: Counting, step: number, until: number): boolean;
};

/** Stays as they are planned: sorted, each after the one before. `openSince`: the entry of a stay that the first goes on with. */
export function planned(
  stays: readonly { from: number; to: number }[],
  horizon: number,
  openSince: number | null = null,
): WayAhead {
  return {
    horizon,
    add(runs, counting, step, until) {
      const stay = stays[step];
      if (stay === undefined || stay.from > until) return false;
      const entry = step === 0 ? (openSince ?? stay.from) : stay.from;
      addStay(runs, counting, stay.from, Math.min(stay.to, until), entry, NEVER);
      return true;
    },
  };
}

/** Staying without a break from asOf on; null: not inside. */
export function stayingOn({ asOf, log }: Situation): WayAhead | null {
  const entry = log.insideSince;
  if (entry === null) return null;
  return {
    horizon: asOf + STAY_HORIZON,
    add(runs, counting, step, until) {
      if (step > 0) return false;
      addStay(runs, counting, asOf + 1, until, entry, NEVER);
      return true;
    },
  };
}

/**
 * The presence of the last 28 days repeated day by day from tomorrow on, stay by stay: a day ahead has an entry
 * where the day that it repeats had one. null: nobody was inside.
 */
export function rhythmOn(situation: Situation, which: "most" | "fewest"): WayAhead | null {
  const pattern = patternOf(situation, which);
  if (pattern.size === 0) return null;
  const { asOf, log } = situation;
  const first = asOf + 1 - PERIOD;
  return {
    horizon: asOf + RHYTHM_HORIZON,
    add(runs, counting, step, until) {
      const shift = PERIOD * (step + 1);
      if (first + shift > until) return false;
      for (let index = 0; index < pattern.size; index++) {
        const from = Math.max(at(pattern.from, index) + shift, counting.from);
        const to = Math.min(at(pattern.to, index) + shift, until);
        const began = at(pattern.entry, index);
        const entry =
          began >= first
            ? began + shift
            : goingOnSince(log.insideSince, first, step, Math.max(first + shift, counting.from));
        if (from <= to) {
          addDaysInside(runs, counting, from, to, at(pattern.weight, index), entry, NEVER);
        }
      }
      return true;
    },
  };
}

/** When a stay began that was under way at the pattern's first day: with an open stay it goes on, else it begins. */
function goingOnSince(openSince: Day | null, first: number, step: number, from: number): number {
  if (openSince === null) return from;
  return openSince < first ? openSince : openSince + PERIOD * step;
}

/** The days inside of the last 28, each weighing as many stays as hold it (A7). */
function patternOf({ asOf, log, settings }: Situation, which: "most" | "fewest"): Runs {
  const pattern = noRuns();
  const counting: Counting = {
    from: asOf + 1 - PERIOD,
    stopped: [],
    resets: [],
    twice: settings.sameDayCounts === "twice",
  };
  for (const stay of log.stays) {
    const last = lastDayInside(stay, which, settings.exitDayCounts);
    if (last >= counting.from) {
      addStay(pattern, counting, stay[which].from, last, stay[which].from, NEVER);
    }
  }
  return pattern;
}
