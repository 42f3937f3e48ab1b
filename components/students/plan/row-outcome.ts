import type { Day } from "@/lib/civil-date/day";
import { later } from "@/lib/civil-date/day-range";
import { assess } from "@/lib/compliance/assess";
import {
  type Assessment,
  READINGS,
  type ReadingName,
  type ReadingResult,
  WINDOW_READINGS,
} from "@/lib/compliance/assessment";
import type { StudentFacts } from "@/lib/compliance/facts";
import type { WhatIf } from "@/lib/compliance/what-if";
import type { PlanBasis } from "./plan-basis";
import type { PlanRow } from "./plan-row";

/** How many days a reading has counted on a day, of how many. */
export type Count = { reading: ReadingName; used: number; limit: number };

/** What comes of one row, with the others as they are planned. */
export type RowOutcome =
  /** Enters on a day; `refused`: would not be let in; `opens`: the first day from which entry is free, null: none in sight. */
  | {
      kind: "enters";
      on: Day;
      left: Day | null;
      count: Count | null;
      refused: boolean;
      opens: Day | null;
      /** By staying from then on. */
      lastLawfulDay: Day | null;
    }
  /** Leaves and does not come back in the plan; `opens` as above. */
  | { kind: "leaves"; on: Day; count: Count | null; over: boolean; opens: Day | null }
  /** Days do not count from a day to a day. */
  | { kind: "registered"; from: Day; to: Day; count: Count | null };

/** What comes of a row that is part of the plan; null where that is told by the numbers alone. */
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
      const { count } = countOn(planned.facts, row.from, basis);
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
  const { count, result } = countOn(facts, on, basis, closed?.reading);
  const isOver = count !== null && count.used > count.limit;
  const before = { ...facts, crossings: facts.crossings.filter(({ day }) => day < on) };
  return {
    kind: "enters",
    on,
    left,
    count,
    refused: closed !== undefined || isOver,
    opens: opensOn(before, on, basis),
    lastLawfulDay: result?.lastLawfulDay ?? null,
  };
}

function leaving(on: Day, { facts }: WhatIf, basis: PlanBasis): RowOutcome {
  const { count } = countOn(facts, on, basis);
  const over = count !== null && count.used > count.limit;
  return { kind: "leaves", on, count, over, opens: opensOn(facts, on, basis) };
}

/** The count on a day by the reading on which the verdict of that day rests, or by the one that is asked for. */
function countOn(
  facts: StudentFacts,
  on: Day,
  { ruleSet, settings, academicYear }: PlanBasis,
  asked?: ReadingName,
): { count: Count | null; result: ReadingResult | null } {
  const { readings, headline } = assess(facts, ruleSet, settings, on, academicYear);
  const reading = asked ?? headline;
  const result = reading === null ? undefined : readings[reading];
  if (reading === null || result === undefined) return { count: null, result: null };
  return { count: { reading, used: result.used, limit: result.limit }, result };
}

/** The first day, not before `on`, from which every reading that counts lets the person in; null: none in sight. */
function opensOn(
  facts: StudentFacts,
  on: Day,
  { ruleSet, settings, academicYear }: PlanBasis,
): Day | null {
  const assessment = assess(facts, ruleSet, settings, on, academicYear);
  if (assessment.inside !== false || assessment.headline === null) return null;
  return countingOf(assessment, settings).reduce<Day | null>((last, { earliestEntry }) => {
    return last === null || earliestEntry === null ? null : later(last, earliestEntry);
  }, on);
}

/** The readings on which a verdict may rest: those that the office has chosen (A1), and every other limit. */
function countingOf({ readings }: Assessment, settings: PlanBasis["settings"]): ReadingResult[] {
  const left = WINDOW_READINGS.filter((name) => !settings.readings.includes(name));
  const isLeft = (name: ReadingName) => left.some((one) => one === name);
  return READINGS.flatMap((name) => {
    const result = readings[name];
    return result === undefined || isLeft(name) ? [] : [result];
  });
}
