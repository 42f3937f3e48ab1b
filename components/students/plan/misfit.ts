import { addDays, type Day } from "@/lib/civil-date/day";
import type { Crossing, Direction, StudentFacts } from "@/lib/compliance/facts";
import { type Stay, type StayLog, staysOf } from "@/lib/compliance/stays";
import type { PlannedCrossing } from "@/lib/compliance/what-if";
import type { RowProblem } from "./check-plan";

export type Misfit = { row: number; problem: RowProblem };

/** A planned crossing, and the row that it is of. */
type Owned = Crossing & { row: number };

/**
 * The first row whose crossings do not fit among those of the log and of the other rows; null: all fit.
 * `planned`: the crossings of each row. What the log itself lacks is held against no row.
 */
export function misfit(
  planned: readonly (readonly PlannedCrossing[])[],
  facts: StudentFacts,
): Misfit | null {
  const owned: Owned[] = planned.flatMap((crossings, row) =>
    crossings.map((crossing, index) => ({ ...crossing, row, ref: `plan:${row}:${index}` })),
  );
  const all = [...facts.crossings, ...owned];
  const last = all.reduce((day, crossing) => Math.max(day, crossing.day), 0) as Day;
  // A log that begins with an exit: its stay then begins after its end, by which it is known.
  const log = staysOf(all, last, (exit) => addDays(exit, 1));
  const found = log.stays.map((stay) => unended(stay, owned) ?? unbegun(stay, owned));
  return twice(log, all, owned) ?? found.find((one) => one !== null) ?? null;
}

function ofRef(owned: readonly Owned[], crossing: Crossing): Owned | undefined {
  return owned.find(({ ref }) => ref === crossing.ref);
}

function onDay(owned: readonly Owned[], day: Day, direction: Direction): Owned | undefined {
  return owned.find((one) => one.day === day && one.direction === direction);
}

/** Two records of one crossing: the planned one is too many. */
function twice(
  { problems }: StayLog,
  all: readonly Crossing[],
  owned: readonly Owned[],
): Misfit | null {
  for (const { code, ref } of problems) {
    const dropped = all.find((crossing) => crossing.ref === ref);
    if (code !== "duplicate_crossing" || dropped === undefined) continue;
    const mine = ofRef(owned, dropped) ?? onDay(owned, dropped.day, dropped.direction);
    if (mine !== undefined) return { row: mine.row, problem: { kind: "known" } };
  }
  return null;
}

/** An entry after an entry: the later one is at fault if it is planned, else the earlier one lacks its exit. */
function unended({ entry, exit, open, most }: Stay, owned: readonly Owned[]): Misfit | null {
  if (entry === null || exit !== null || open) return null;
  const mine = ofRef(owned, entry);
  const others = owned.filter((one) => one !== mine);
  const next = onDay(others, most.to, "entry");
  if (next !== undefined) return { row: next.row, problem: { kind: "inside", since: entry.day } };
  const problem = { kind: "otherMissing", direction: "entry", on: most.to } as const;
  return mine === undefined ? null : { row: mine.row, problem };
}

/** An exit after an exit, in the same way. */
function unbegun({ entry, exit, most }: Stay, owned: readonly Owned[]): Misfit | null {
  if (entry !== null || exit === null) return null;
  const before = most.from > most.to ? null : most.from;
  const mine = ofRef(owned, exit);
  if (mine !== undefined) return { row: mine.row, problem: { kind: "outside", since: before } };
  const previous = before === null ? undefined : onDay(owned, before, "exit");
  const problem = { kind: "otherMissing", direction: "exit", on: exit.day } as const;
  return previous === undefined ? null : { row: previous.row, problem };
}
