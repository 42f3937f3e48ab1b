import { civilDate, type Day, dayOf } from "@/lib/civil-date/day";
import { isDone, noteExit, noteOver, type Reckoning } from "./reckoning";
import { at, NEVER, type Runs } from "./runs";

/** The last day of a period that begins on a counted day. */
type EndOf = (day: number, span: number) => number;

/** W days from the first counted day on; the next period starts on the first counted day after (GPS-2025-12, KG-855). */
const windowEnd: EndOf = (day, span) => day + span - 1;
/** 31 December. */
const yearEnd: EndOf = (day) =>
  dayOf({ year: civilDate(day as Day).year, month: 12, dayOfMonth: 31 });

/** Counted days since the period's first day; a reset ends a period. */
export function reckonAnchored(reckoning: Reckoning, runs: Runs): void {
  reckonPeriods(reckoning, runs, windowEnd);
}

/** Counted days since 1 January. */
export function reckonCalendarYear(reckoning: Reckoning, runs: Runs): void {
  reckonPeriods(reckoning, runs, yearEnd);
}

function reckonPeriods(reckoning: Reckoning, runs: Runs, endOf: EndOf): void {
  let index = reckoning.next;
  for (; index < runs.size && !isDone(reckoning); index++) {
    if (at(runs.forgotten, index) !== reckoning.forgotten) {
      reckoning.forgotten = at(runs.forgotten, index);
      reckoning.until = NEVER;
    }
    if (at(runs.weight, index) > 0) reckonRun(reckoning, runs, index, endOf);
  }
  reckoning.next = index;
}

/** Cuts a run of counted days where a period ends. */
function reckonRun(reckoning: Reckoning, runs: Runs, index: number, endOf: EndOf): void {
  const last = at(runs.to, index);
  const adds = at(runs.weight, index);
  const sofar = at(runs.before, index) - adds * (at(runs.from, index) - 1);
  let day = at(runs.from, index);
  while (day <= last && !isDone(reckoning)) {
    if (day > reckoning.until) {
      reckoning.base = sofar + adds * (day - 1);
      reckoning.until = endOf(day, reckoning.span);
    }
    const end = Math.min(last, reckoning.until);
    const used = sofar + adds * end - reckoning.base;
    // Stryker disable next-line EqualityOperator: a shortcut, what is not over the limit is not noted either
    if (used > reckoning.limit) noteOver(reckoning, day, end, used - adds * (end - day), adds);
    day = end + 1;
  }
  noteExit(reckoning, runs, index);
}

/**
 * Days add up until an absence of a number of whole days is complete; then the count is 0 (GPS-2026-01). A day
 * under a ground is not counted but is presence: it interrupts an absence.
 */
export function reckonCumulative(reckoning: Reckoning, runs: Runs): void {
  const { size, from, to, weight, before, forgotten } = runs;
  let index = reckoning.next;
  for (; index < size && !isDone(reckoning); index++) {
    const first = at(from, index);
    const isCleared = index > 0 && first - at(to, index - 1) - 1 >= reckoning.span;
    if (isCleared) reckoning.base = at(before, index);
    reckoning.base = Math.max(reckoning.base, at(forgotten, index));
    const adds = at(weight, index);
    const used = at(before, index) + adds - reckoning.base;
    const days = at(to, index) - first;
    if (adds > 0 && used + adds * days > reckoning.limit) {
      noteOver(reckoning, first, at(to, index), used, adds);
      noteExit(reckoning, runs, index);
    }
  }
  reckoning.next = index;
}

/** Counted days since the entry of the stay; a day that two stays hold belongs to the earlier one, and is day 1 of the later. */
export function reckonPerStay(reckoning: Reckoning, runs: Runs): void {
  let index = reckoning.next;
  for (; index < runs.size && !isDone(reckoning); index++) {
    const entry = at(runs.entry, index);
    if (entry !== reckoning.entry) {
      reckoning.entry = entry;
      reckoning.used = isSharedEntry(runs, index) ? 1 : 0;
    }
    if (at(runs.forgotten, index) !== reckoning.forgotten) {
      reckoning.forgotten = at(runs.forgotten, index);
      reckoning.used = 0;
    }
    if (at(runs.weight, index) === 0) continue;
    const first = at(runs.from, index);
    noteOver(reckoning, first, at(runs.to, index), reckoning.used + 1, 1);
    reckoning.used += at(runs.to, index) - first + 1;
    noteExit(reckoning, runs, index);
  }
  reckoning.next = index;
}

/** Whether the stay that begins with a run was entered on the last counted day of the stay before. */
function isSharedEntry({ to, entry, weight }: Runs, index: number): boolean {
  return index > 0 && at(to, index - 1) === at(entry, index) && at(weight, index - 1) > 0;
}
