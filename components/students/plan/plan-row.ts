import type { Day } from "@/lib/civil-date/day";
import type { Direction } from "@/lib/compliance/facts";

/** The registrations that a plan may hold: those that an office can file. */
export const PLAN_ROUTES = ["dormitory", "address", "employment"] as const;
export type PlanRoute = (typeof PLAN_ROUTES)[number];

/** A row of a plan as it was entered; a day that is not entered yet is null. */
export type PlanRow = { isOn: boolean } & (
  | {
      /** Leaves on `from`, is back on `to`; null: is not coming back. */
      kind: "trip";
      from: Day | null;
      to: Day | null;
    }
  | {
      /** Enters on `from`, leaves on `to`; null: stays. */
      kind: "visit";
      from: Day | null;
      to: Day | null;
    }
  | {
      /** Both days belong to it; `to` null: the end of the academic year. */
      kind: "registration";
      route: PlanRoute;
      from: Day | null;
      to: Day | null;
    }
  | {
      /** Made already, and missing in the log. */
      kind: "crossing";
      direction: Direction;
      from: Day | null;
    }
);
export type PlanRowKind = PlanRow["kind"];

/** More rows are no plan any more. */
export const MOST_ROWS = 20;

/** A row of this kind with nothing entered. */
export function emptyRow(kind: PlanRowKind): PlanRow {
  const blank = { isOn: true, from: null, to: null };
  switch (kind) {
    case "trip":
    case "visit":
      return { ...blank, kind };
    case "registration":
      return { ...blank, kind, route: "dormitory" };
    case "crossing":
      return { isOn: true, kind, direction: "exit", from: null };
  }
}
