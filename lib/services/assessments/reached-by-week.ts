import "server-only";
import { addDays, type Day, weekday } from "@/lib/civil-date/day";
import type { Tx } from "@/lib/db/in-institution";
import { countByProjected, type ProjectedCount } from "@/lib/db/projected-counts";

/** When the students of an office reach the limit if all go on as before. Every student is in one of these numbers. */
export type ReachedByWeek = {
  /** Over the limit already, or closed out by it. */
  passed: number;
  /**
   * The weeks from that of asOf to that of the academic year's last day, each by its Monday. `count`: whose day
   * falls in it, after asOf; `cumulated`: in it or in an earlier one.
   */
  weeks: { monday: Day; count: number; cumulated: number }[];
  /** Nobody's day is in sight for these, protected by a ground today or not. */
  protectedToday: number;
  none: number;
};

/** Reads it from the stored assessments of the day. The forecast never looks beyond the academic year's end. */
export async function readReachedByWeek(tx: Tx, asOf: Day, until: Day): Promise<ReachedByWeek> {
  return byWeek(await countByProjected(tx, asOf), asOf, until);
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

function byWeek(counts: readonly ProjectedCount[], asOf: Day, until: Day): ReachedByWeek {
  const sumOf = (which: (count: ProjectedCount) => boolean) =>
    counts.filter(which).reduce((sum, { count }) => sum + count, 0);
  const isPassed = ({ on, isOver }: ProjectedCount) => isOver || (on !== null && on <= asOf);
  const isFree = (count: ProjectedCount) => !isPassed(count) && count.on === null;
  const weeks: ReachedByWeek["weeks"] = [];
  let cumulated = 0;
  for (let monday = mondayOf(asOf); monday <= until; monday = addDays(monday, 7)) {
    const next = addDays(monday, 7);
    const isInWeek = ({ on }: ProjectedCount) => on !== null && on >= monday && on < next;
    const count = sumOf((student) => !isPassed(student) && isInWeek(student));
    cumulated += count;
    weeks.push({ monday, count, cumulated });
  }
  return {
    passed: sumOf(isPassed),
    weeks,
    protectedToday: sumOf((student) => isFree(student) && student.isProtected),
    none: sumOf((student) => isFree(student) && !student.isProtected),
  };
}
