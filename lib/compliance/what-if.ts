import type { Day } from "@/lib/civil-date/day";
import { earlier, later } from "@/lib/civil-date/day-range";
import { breachesBetween } from "./answers/breaches-between";
import { countingReadings } from "./answers/counting-readings";
import { assess } from "./assess";
import { type Assessment, READINGS, type ReadingName } from "./assessment";
import type { AcademicYear, Direction, GroundKind, StudentFacts } from "./facts";
import { dayLedger, type LedgerDay } from "./ledger";
import type { RuleSet } from "./regimes/regime";
import type { Settings } from "./settings";

/** A crossing that is planned, or that was made and is missing in the log. */
export type PlannedCrossing = { day: Day; minute: number | null; direction: Direction };

/** A ground as if granted; both days belong to it, `to` null: no end. */
export type PlannedGround = { kind: GroundKind; from: Day; to: Day | null };

/** What is laid over the facts; `setAside` are refs of crossings and grounds taken out of them. */
export type Plan = {
  crossings: readonly PlannedCrossing[];
  grounds: readonly PlannedGround[];
  setAside: readonly string[];
};

/** What goes wrong on the way from asOf to the day of the assessment. */
export type PlanBreach = {
  /** The first day over the limit of the reading, or a planned entry while the border is closed by it. */
  kind: "over_limit" | "entry_closed";
  day: Day;
  reading: ReadingName;
};

export type WhatIf = {
  /** The facts with the plan: its crossings, then its grounds, have the refs "plan:1", "plan:2" … */
  facts: StudentFacts;
  /** The day of the assessment: the plan's last crossing, where that is after the day asked for. */
  asOf: Day;
  assessment: Assessment;
  /** The days of the academic year, and from the first planned to the last, as dayLedger tells them. */
  ledger: LedgerDay[];
  /** In time order; only what comes after the day asked for. */
  breaches: PlanBreach[];
};

/**
 * The plan laid over the facts and assessed: on `asOf`, or on the plan's last crossing if that is later.
 * Nothing is stored, and no fact is changed; a plan without content gives the assessment of the facts.
 */
export function whatIf(
  facts: StudentFacts,
  plan: Plan,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  academicYear: AcademicYear,
): WhatIf {
  const planned = withPlan(facts, plan);
  const days = plan.crossings.map(({ day }) => day);
  const on = days.reduce<Day>(later, asOf);
  const from = days.reduce<Day>(earlier, academicYear.from);
  return {
    facts: planned,
    asOf: on,
    assessment: assess(planned, ruleSet, settings, on, academicYear),
    ledger: dayLedger(planned, ruleSet, settings, from, later(academicYear.to, on), on),
    breaches: [
      ...closedEntries(planned, plan, ruleSet, settings, asOf, academicYear),
      ...daysOver(planned, ruleSet, settings, asOf, on),
    ].sort((a, b) => a.day - b.day),
  };
}

/** The facts as they would be; planned crossings and grounds have the refs "plan:1" and on. */
export function withPlan(facts: StudentFacts, plan: Plan): StudentFacts {
  const isKept = ({ ref }: { ref: string }) => !plan.setAside.includes(ref);
  const crossings = plan.crossings.map((crossing, index) => ({
    ...crossing,
    ref: `plan:${index + 1}`,
  }));
  const grounds = plan.grounds.map((ground, index) => ({
    ...ground,
    status: "granted" as const,
    ref: `plan:${crossings.length + index + 1}`,
  }));
  return {
    ...facts,
    crossings: [...facts.crossings.filter(isKept), ...crossings],
    grounds: [...facts.grounds.filter(isKept), ...grounds],
  };
}

function daysOver(
  planned: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  on: Day,
): PlanBreach[] {
  const days = breachesBetween(planned, ruleSet, settings, asOf, on);
  return READINGS.flatMap((reading) => {
    const day = days[reading];
    return day === undefined ? [] : [{ kind: "over_limit" as const, day, reading }];
  });
}

/** Planned entries, not before asOf, on days on which the log before them leaves the border closed. */
function closedEntries(
  planned: StudentFacts,
  plan: Plan,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  academicYear: AcademicYear,
): PlanBreach[] {
  const entries = plan.crossings.filter(
    ({ direction, day }) => direction === "entry" && day >= asOf,
  );
  return entries.flatMap(({ day }) => {
    const crossings = planned.crossings.filter((crossing) => crossing.day < day);
    const before = assess({ ...planned, crossings }, ruleSet, settings, day, academicYear);
    return countingReadings(settings, before.readings).flatMap((reading) => {
      const opens = before.readings[reading]?.earliestEntry ?? day;
      return opens > day ? [{ kind: "entry_closed" as const, day, reading }] : [];
    });
  });
}
