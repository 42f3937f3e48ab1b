import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayText } from "@/components/assessment/day-text";
import type { Day } from "@/lib/civil-date/day";
import type { RowProblem } from "./check-plan";
import type { PlanRow } from "./plan-row";

/** Why a row cannot be, in one sentence, and how to mend it. */
export function ProblemWords({ row, problem }: { row: PlanRow; problem: RowProblem }): ReactNode {
  const t = useTranslations("plan.problems");
  const directions = useTranslations("assessment.directions");
  const on = (day: Day) => () => <DayText day={day} />;
  switch (problem.kind) {
    case "dayMissing":
    case "backwards":
      return t(`${problem.kind}.${row.kind}`);
    case "over":
    case "ahead":
    case "tooFar":
    case "known":
      return t(problem.kind);
    case "yearOver":
      return t.rich("yearOver", { ended: on(problem.ended) });
    case "inside":
      return t.rich("inside", { since: on(problem.since) });
    case "outside":
      if (problem.since === null) return t("neverInside");
      return t.rich(row.kind === "registration" ? "outsideUnregistered" : "outside", {
        since: on(problem.since),
      });
    case "otherMissing":
      return t.rich(`otherMissing.${problem.direction}`, {
        direction: directions(problem.direction),
        on: on(problem.on),
      });
  }
}
