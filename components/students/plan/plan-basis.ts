import type { Day } from "@/lib/civil-date/day";
import type { AcademicYear, StudentFacts } from "@/lib/compliance/facts";
import type { RuleSet } from "@/lib/compliance/rule-set";
import type { Settings } from "@/lib/compliance/settings";

/** All that the engine needs to try out a plan in the browser. */
export type PlanBasis = {
  facts: StudentFacts;
  ruleSet: RuleSet;
  settings: Settings;
  asOf: Day;
  academicYear: AcademicYear;
};

/**
 * What goes to the browser of a student's facts and of a rule set: the crossings up to `asOf`, without what they
 * were made with, and of the rules those of the student's citizenship.
 */
export function planBasis({ facts, ruleSet, settings, asOf, academicYear }: PlanBasis): PlanBasis {
  const { citizenship } = facts;
  return {
    facts: {
      citizenship,
      birth: facts.birth ?? null,
      crossings: facts.crossings
        .filter(({ day }) => day <= asOf)
        .map(({ day, minute, direction, ref }) => ({ day, minute, direction, ref })),
      grounds: facts.grounds,
    },
    ruleSet: {
      ...ruleSet,
      rules: ruleSet.rules.filter(({ citizenships }) => citizenships.includes(citizenship)),
      notes: [],
      questions: [],
      holidays: [],
      sources: [],
    },
    settings,
    asOf,
    academicYear,
  };
}
