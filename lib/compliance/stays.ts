import { addDays, civilDate, type Day, dayOf } from "@/lib/civil-date/day";
import { type DaySpan, earlier, FIRST_DAY, joinSorted, later } from "@/lib/civil-date/day-range";
import type { DataProblem } from "./assessment";
import type { Crossing } from "./facts";
import { compareRefs, orderCrossings } from "./log/crossing-order";
import type { Limit } from "./regimes/regime";

/**
 * A time inside the country, from the day of entry to the day of exit. Where the log lacks one end, the days
 * are a range from the fewest to the most possible; otherwise both are the same. An open stay lasts to the day
 * that the log was asked for.
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
  /**
   * The entry that the open stay began with, by the most and the fewest days: where entries follow one another the
   * first or the last of them, since the later ones may be no crossings at all. null: outside.
   */
  began: { most: Crossing; fewest: Crossing } | null;
  lastExit: Day | null;
};

/**
 * Stays of a log up to and with `asOf`; later crossings are ignored, those before `birth` (null: not known)
 * named and left out. `since` answers from which day a person may have been inside whose log begins with an
 * exit on the given day; where that matters to nobody, from that day itself.
 */
export function staysOf(
  crossings: readonly Crossing[],
  asOf: Day,
  since: (exit: Day) => Day = (exit) => exit,
  birth: Day | null = null,
): StayLog {
  const born = birth ?? FIRST_DAY;
  const { ordered, duplicates } = orderCrossings(
    crossings.filter(({ day }) => day <= asOf && day >= born),
  );
  const log: StayLog = {
    stays: [],
    problems: duplicates.map(({ day, ref }) => ({ code: "duplicate_crossing", at: day, ref })),
    inside: null,
    insideSince: null,
    began: null,
    lastExit: null,
  };
  log.problems.push(...beforeBirth(crossings, asOf, born));
  let previous: Crossing | null = null;
  for (const crossing of ordered) {
    if (crossing.direction === "entry") addUnfinished(log, previous, crossing);
    else addFinished(log, previous, crossing, since);
    previous = crossing;
  }
  addOpen(log, ordered, asOf);
  log.problems.sort(byDayAndRef);
  return log;
}

function byDayAndRef(a: DataProblem, b: DataProblem): number {
  return a.at - b.at || compareRefs(a.ref, b.ref);
}

function beforeBirth(crossings: readonly Crossing[], asOf: Day, birth: Day): DataProblem[] {
  return crossings
    .filter(({ day }) => day <= asOf && day < birth)
    .map(({ day, ref }) => ({ code: "before_birth", at: day, ref }));
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

function addOpen(log: StayLog, ordered: readonly Crossing[], asOf: Day): void {
  const last = ordered.at(-1);
  if (last === undefined) return;
  log.inside = last.direction === "entry";
  if (!log.inside) return;
  log.insideSince = last.day;
  const lastExit = ordered.findLastIndex(({ direction }) => direction === "exit");
  log.began = { most: ordered[lastExit + 1] ?? last, fewest: last };
  const span = { from: last.day, to: asOf };
  log.stays.push({ most: span, fewest: span, entry: last, exit: null, open: true });
}

/** The last day inside of a stay: the day of exit, or where that does not count (A5) the day before it, but never before the entry. */
export function lastDayInside(stay: Stay, which: "most" | "fewest", exitDayCounts: boolean): Day {
  const { from, to } = stay[which];
  return exitDayCounts || stay.open || to === from ? to : addDays(to, -1);
}

/** The days of presence, most or fewest possible: sorted, disjoint, not adjacent. */
export function presenceOf(
  stays: readonly Stay[],
  which: "most" | "fewest",
  exitDayCounts: boolean,
): DaySpan[] {
  return joinSorted(
    stays.map((stay) => ({
      from: stay[which].from,
      to: lastDayInside(stay, which, exitDayCounts),
    })),
  );
}

/**
 * From which day on a log that begins with an exit may hold days that matter: the rule's first day; where a
 * rule looks back without end, as far as its limits reach from the day of exit (one day too many in a stay). Nobody is inside before birth.
 */
export function unseenSince(
  countsFrom: Day | null,
  limits: readonly Limit[],
  exitDayCounts: boolean,
  birth: Day | null,
): (exit: Day) => Day {
  return (exit) => {
    const last = exitDayCounts ? exit : addDays(exit, -1);
    const reach = limits.map((limit) => countsFrom ?? reachFrom(exit, last, limit));
    return earlier(exit, later(reach.reduce(earlier, exit), birth ?? FIRST_DAY));
  };
}

function reachFrom(exit: Day, last: Day, limit: Limit): Day {
  switch (limit.kind) {
    case "window":
      return addDays(exit, 1 - limit.within);
    case "per_stay":
      return addDays(last, -limit.days);
    case "calendar_year":
      return dayOf({ year: civilDate(exit).year, month: 1, dayOfMonth: 1 });
  }
}
