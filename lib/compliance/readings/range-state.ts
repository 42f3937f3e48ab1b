import type { Day } from "@/lib/civil-date/day";
import type { ReadLimit } from "./readings";
import type { Counting } from "./runs";

/** What the rest of a log needs to know of the stays so far. */
export type State = {
  /** The last crossing's day, and how many stays hold it without being counted yet. */
  border: number;
  held: number;
  /** anchored: the running period's last day; cumulative: the last day inside. */
  mark: number;
  /** The fewest and the most that may have been used. */
  min: number;
  max: number;
};

/** What a range is drawn from. */
export type RangeScene = {
  read: ReadLimit;
  counting: Counting;
  exitDayCounts: boolean;
  /** First days of registrations that cover a stay from its entry on (A10). */
  covering: readonly Day[];
  /** Days before it add nothing on asOf. */
  countedSince: number;
  asOf: Day;
};

/** Adds days inside to a state, each weighing `weight` where it counts. */
export function spend(
  state: State,
  first: number,
  last: number,
  weight: number,
  { read, counting, countedSince }: RangeScene,
): void {
  let day = Math.max(first, counting.from, countedSince);
  while (day <= last) {
    const from = day;
    const stop = counting.stopped.find(({ to }) => to >= from);
    if (stop !== undefined && stop.from <= day) {
      day = stop.to + 1;
      continue;
    }
    let end = Math.min(last, (stop?.from ?? last + 1) - 1);
    if (read.name === "anchored") {
      // Of a reset nothing needs to be asked: no day before the last one is spent.
      if (day > state.mark) startPeriod(state, day, read.span);
      end = Math.min(end, state.mark);
    }
    state.min += weight * (end - day + 1);
    state.max += weight * (end - day + 1);
    day = end + 1;
  }
}

function startPeriod(state: State, day: number, span: number): void {
  state.mark = day + span - 1;
  state.min = 0;
  state.max = 0;
}
