import { addDays, type Day } from "@/lib/civil-date/day";
import { type DaySpan, joinSorted } from "@/lib/civil-date/day-range";
import type { DataProblem } from "./assessment";
import type { Crossing } from "./facts";
import { compareRefs, orderCrossings } from "./log/crossing-order";

/**
 * A time inside the country. Where the log lacks one end, the days are a range from the fewest to the
 * most possible; otherwise both are the same. An open stay lasts to the day that the log was asked for.
 */
export type Stay = {
  most: DaySpan;
  fewest: DaySpan;
  /** The crossing that began it; null: not in the log. */
  entry: Crossing | null;
  /** The crossing that ended it; null: not in the log, or open. */
  exit: Crossing | null;
  open: boolean;
};

/** What a log of crossings says up to a day. */
export type StayLog = {
  stays: Stay[];
  problems: DataProblem[];
  /** null: the log is empty. */
  inside: boolean | null;
  insideSince: Day | null;
  lastExit: Day | null;
};

/**
 * Stays of a log up to and with `asOf`; later crossings are ignored. `since` answers from which day a
 * person may have been inside whose log begins with an exit on the given day.
 */
export function staysOf(
  crossings: readonly Crossing[],
  asOf: Day,
  since: (exit: Day) => Day,
): StayLog {
  const { ordered, duplicates } = orderCrossings(crossings.filter(({ day }) => day <= asOf));
  const log: StayLog = {
    stays: [],
    problems: duplicates.map(({ day, ref }) => ({ code: "duplicate_crossing", at: day, ref })),
    inside: null,
    insideSince: null,
    lastExit: null,
  };
  let previous: Crossing | null = null;
  for (const crossing of ordered) {
    if (crossing.direction === "entry") addUnfinished(log, previous, crossing);
    else addFinished(log, previous, crossing, since);
    previous = crossing;
  }
  addOpen(log, previous, asOf);
  log.problems.sort((a, b) => a.at - b.at || compareRefs(a.ref, b.ref));
  return log;
}

/** An entry after an entry: the exit between is missing. */
function addUnfinished(log: StayLog, previous: Crossing | null, next: Crossing): void {
  if (previous?.direction !== "entry") return;
  log.problems.push({ code: "entry_without_exit", at: previous.day, ref: previous.ref });
  log.stays.push({
    most: { from: previous.day, to: next.day },
    fewest: { from: previous.day, to: previous.day },
    entry: previous,
    exit: null,
    open: false,
  });
}

/** An exit: of the stay before it, or, after an exit or at the start of the log, of one that is not recorded. */
function addFinished(
  log: StayLog,
  previous: Crossing | null,
  exit: Crossing,
  since: (exit: Day) => Day,
): void {
  log.lastExit = exit.day;
  const to = exit.day;
  if (previous?.direction === "entry") {
    const span = { from: previous.day, to };
    log.stays.push({ most: span, fewest: span, entry: previous, exit, open: false });
    return;
  }
  log.problems.push({ code: "exit_without_entry", at: to, ref: exit.ref });
  const from = previous === null ? since(to) : previous.day;
  const fewest = { from: to, to };
  log.stays.push({ most: { from, to }, fewest, entry: null, exit, open: false });
}

function addOpen(log: StayLog, last: Crossing | null, asOf: Day): void {
  if (last === null) return;
  log.inside = last.direction === "entry";
  if (!log.inside) return;
  log.insideSince = last.day;
  const span = { from: last.day, to: asOf };
  log.stays.push({ most: span, fewest: span, entry: last, exit: null, open: true });
}

/** The days of presence, most or fewest possible: sorted, disjoint, not adjacent. */
export function presenceOf(stays: readonly Stay[], which: "most" | "fewest"): DaySpan[] {
  return joinSorted(stays.map((stay) => stay[which]));
}

/** From which day a log that begins with an exit may hold days: the rule's start, or a window before the exit. */
export function unseenSince(countsFrom: Day | null, window: number | null): (exit: Day) => Day {
  return (exit) => {
    if (countsFrom !== null) return countsFrom < exit ? countsFrom : exit;
    return window === null ? exit : addDays(exit, 1 - window);
  };
}
