import type { Day } from "@/lib/civil-date/day";
import { assess } from "@/lib/compliance/assess";
import type { Assessment, ReadingName } from "@/lib/compliance/assessment";
import type { StudentFacts } from "@/lib/compliance/facts";
import type { WhatIf } from "@/lib/compliance/what-if";
import type { PlanBasis } from "./plan-basis";
import type { PlanRow } from "./plan-row";
import { opensOn, staysUntil } from "./strictest";

/** How many days a reading has counted on a day, of how many. */
export type Count = { reading: ReadingName; used: number; limit: number };

/** What comes of one row, with the others as they are planned. */
export type RowOutcome =
  /** `refused`: would not be let in. */
  | {
      kind: "enters";
      /** The day of leaving, where the row has it. */
      left: Day | null;
      on: Day;
      count: Count | null;
      refused: boolean;
      /** A ground holds on the day of entry: it is not counted. */
      covered: boolean;
      /** The first day from which entry is free; null: none in sight. */
      opens: Day | null;
      /** By staying from then on; null: none ends it. */
      staysUntil: Day | null;
    }
  /** Does not come back in the plan; `over`: leaves over the limit. */
  | { kind: "leaves"; on: Day; count: Count | null; over: boolean; opens: Day | null }
  /** Days do not count, both ends included. */
  | { kind: "registered"; from: Day; to: Day; count: Count | null };

/** What comes of a row that is part of the plan; null where the numbers alone tell it. */
export function rowOutcome(row: PlanRow, planned: WhatIf, basis: PlanBasis): RowOutcome | null {
  if (row.from === null) return null;
  switch (row.kind) {
    case "trip":
      return row.to === null
        ? leaving(row.from, planned, basis)
        : entering(row.to, row.from, planned, basis);
    case "visit":
      return entering(row.from, null, planned, basis);
    case "registration": {
      const to = row.to ?? basis.academicYear.to;
      const count = countOf(assessedOn(planned.facts, row.from, basis));
      return { kind: "registered", from: row.from, to, count };
    }
    case "crossing":
      return null;
  }
}

function entering(
  on: Day,
  left: Day | null,
  { facts, breaches }: WhatIf,
  basis: PlanBasis,
): RowOutcome {
  const closed = breaches.find(({ kind, day }) => kind === "entry_closed" && day === on);
  const entered = assessedOn(facts, on, basis);
  const count = countOf(entered, closed?.reading);
  const before = { ...facts, crossings: facts.crossings.filter(({ day }) => day < on) };
  return {
    kind: "enters",
    left,
    on,
    count,
    refused: closed !== undefined || isOver(count),
    covered: entered.protectedUntil !== null,
    opens: opensOn(assessedOn(before, on, basis), basis.settings),
    staysUntil: staysUntil(entered, basis.settings),
  };
}

function leaving(on: Day, { facts }: WhatIf, basis: PlanBasis): RowOutcome {
  const left = assessedOn(facts, on, basis);
  const count = countOf(left);
  return {
    kind: "leaves",
    on,
    count,
    over: isOver(count),
    opens: opensOn(left, basis.settings),
  };
}

/** By the reading on which the verdict of that day rests, or by the one that is asked for. */
function countOf({ readings, headline }: Assessment, asked?: ReadingName): Count | null {
  const reading = asked ?? headline;
  const result = reading === null ? undefined : readings[reading];
  if (reading === null || result === undefined) return null;
  return { reading, used: result.used, limit: result.limit };
}

function isOver(count: Count | null): boolean {
  return count !== null && count.used > count.limit;
}

function assessedOn(facts: StudentFacts, on: Day, basis: PlanBasis): Assessment {
  return assess(facts, basis.ruleSet, basis.settings, on, basis.academicYear);
}
