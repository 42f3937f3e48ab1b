import { assess } from "@/lib/compliance/assess";
import type { Assessment } from "@/lib/compliance/assessment";
import { type WhatIf, whatIf } from "@/lib/compliance/what-if";
import { checkPlan, type RowProblem } from "./check-plan";
import type { PlanBasis } from "./plan-basis";
import type { PlanRow } from "./plan-row";
import { type RowOutcome, rowOutcome } from "./row-outcome";

/** A plan and all that comes of it. */
export type TriedPlan = {
  /** One a row; null: the row can be, or is switched off. */
  problems: (RowProblem | null)[];
  /** One a row; null: not part of the plan, or told by the numbers alone. */
  outcomes: (RowOutcome | null)[];
  /** As it stands, on asOf. */
  asItStands: Assessment;
  /** null: no row is part of the plan. */
  planned: WhatIf | null;
  /** Neither the log nor the plan has a crossing that was made already: what is counted is counted as of a newcomer. */
  isUnseen: boolean;
};

/** Tries a plan with the engine itself: what each row does and what the whole does. Stores nothing. */
export function tryPlan(rows: readonly PlanRow[], basis: PlanBasis): TriedPlan {
  const { facts, ruleSet, settings, asOf, academicYear } = basis;
  const { problems, plan } = checkPlan(rows, basis);
  const asItStands = assess(facts, ruleSet, settings, asOf, academicYear);
  const isUnseen = asItStands.inside === null && !isMissingOneTried(rows, problems);
  if (plan.crossings.length + plan.grounds.length === 0) {
    return { problems, outcomes: rows.map(() => null), asItStands, planned: null, isUnseen };
  }
  const planned = whatIf(facts, plan, ruleSet, settings, asOf, academicYear);
  const outcomes = rows.map((row, index) =>
    row.isOn && problems[index] === null ? rowOutcome(row, planned, basis) : null,
  );
  return { problems, outcomes, asItStands, planned, isUnseen };
}

/** The plan holds a crossing that was made and is missing in the log. */
function isMissingOneTried(
  rows: readonly PlanRow[],
  problems: readonly (RowProblem | null)[],
): boolean {
  return rows.some(({ kind, isOn }, index) => {
    return kind === "crossing" && isOn && problems[index] === null;
  });
}
