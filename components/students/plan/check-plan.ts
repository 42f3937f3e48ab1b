import type { Day } from "@/lib/civil-date/day";
import type { Direction } from "@/lib/compliance/facts";
import { staysOf } from "@/lib/compliance/stays";
import type { Plan, PlannedCrossing, PlannedGround } from "@/lib/compliance/what-if";
import { misfit } from "./misfit";
import type { PlanBasis } from "./plan-basis";
import type { PlanRow } from "./plan-row";

/** Why a row cannot be; it is then left out of the plan. */
export type RowProblem =
  /** The day without which the row says nothing. */
  | { kind: "dayMissing" }
  /** It ends before it begins. */
  | { kind: "backwards" }
  /** Planned for a day that is over. */
  | { kind: "over" }
  /** A crossing that is missing in the log cannot lie ahead. */
  | { kind: "ahead" }
  /** Further away than a plan reaches. */
  | { kind: "tooFar" }
  /** The academic year ends before the registration would begin. */
  | { kind: "yearOver"; ended: Day }
  /** To leave or to register one must be inside; `since` null: the log knows no entry. */
  | { kind: "outside"; since: Day | null }
  /** To enter one must be outside. */
  | { kind: "inside"; since: Day }
  /** The next crossing of the log goes the same way: one between them is missing. */
  | { kind: "otherMissing"; direction: Direction; on: Day }
  /** The log holds this crossing. */
  | { kind: "known" };

export type CheckedPlan = {
  /** One a row; null: the row can be, or is switched off. */
  problems: (RowProblem | null)[];
  /** Of the rows that are on and can be. */
  plan: Plan;
};

/** Days ahead that a plan reaches, and days back to which a crossing may be missing. */
const FARTHEST = 3 * 366;

/** What each row of a plan adds, and which rows cannot be, each by what the log and the other rows say. */
export function checkPlan(rows: readonly PlanRow[], basis: PlanBasis): CheckedPlan {
  const problems = rows.map((row) => (row.isOn ? problemOfRow(row, basis) : null));
  const isIn = (index: number) => rows[index]?.isOn === true && problems[index] === null;
  for (;;) {
    const found = misfit(
      rows.map((row, index) => (isIn(index) ? crossingsOf(row) : [])),
      basis.facts,
    );
    if (found === null) break;
    problems[found.row] = found.problem;
  }
  const crossings = rows.flatMap((row, index) => (isIn(index) ? crossingsOf(row) : []));
  for (const [index, row] of rows.entries()) {
    if (isIn(index)) problems[index] = whereRegistered(row, crossings, basis);
  }
  const grounds = rows.flatMap((row, index) => (isIn(index) ? groundsOf(row, basis) : []));
  return { problems, plan: { crossings, grounds, setAside: [] } };
}

/** What is wrong with a row whatever else is planned. */
function problemOfRow(row: PlanRow, basis: PlanBasis): RowProblem | null {
  const { from } = row;
  if (from === null) return { kind: "dayMissing" };
  const to = row.kind === "crossing" ? from : (row.to ?? from);
  const { asOf } = basis;
  if (Math.max(from, to) > asOf + FARTHEST || from < asOf - FARTHEST) return { kind: "tooFar" };
  return to < from ? { kind: "backwards" } : problemOfTime(row, from, basis);
}

/** What is, was, or will be only at its own time. */
function problemOfTime(
  row: PlanRow,
  from: Day,
  { asOf, academicYear }: PlanBasis,
): RowProblem | null {
  switch (row.kind) {
    case "trip":
    case "visit":
      return from < asOf ? { kind: "over" } : null;
    case "crossing":
      return from > asOf ? { kind: "ahead" } : null;
    case "registration":
      return row.to === null && from > academicYear.to
        ? { kind: "yearOver", ended: academicYear.to }
        : null;
  }
}

/** The crossings that a row adds. Its days are taken as they stand. */
export function crossingsOf(row: PlanRow): PlannedCrossing[] {
  const crossing = (direction: Direction, day: Day | null): PlannedCrossing[] =>
    day === null ? [] : [{ day, minute: null, direction }];
  switch (row.kind) {
    case "trip":
      return [...crossing("exit", row.from), ...crossing("entry", row.to)];
    case "visit":
      return [...crossing("entry", row.from), ...crossing("exit", row.to)];
    case "crossing":
      return crossing(row.direction, row.from);
    case "registration":
      return [];
  }
}

function groundsOf(row: PlanRow, { academicYear }: PlanBasis): PlannedGround[] {
  if (row.kind !== "registration" || row.from === null) return [];
  return [{ kind: row.route, from: row.from, to: row.to ?? academicYear.to }];
}

/** A registration is made by who is inside on its first day (KAKTUS); the day of leaving is one inside, until one leaves. */
function whereRegistered(
  row: PlanRow,
  planned: readonly PlannedCrossing[],
  { facts }: PlanBasis,
): RowProblem | null {
  if (row.kind !== "registration" || row.from === null) return null;
  const crossings = planned.map((crossing, index) => ({ ...crossing, ref: `plan:${index + 1}` }));
  const log = staysOf([...facts.crossings, ...crossings], row.from, (exit) => exit);
  const isOutside = log.inside === false && log.lastExit !== row.from;
  return isOutside ? { kind: "outside", since: log.lastExit } : null;
}
