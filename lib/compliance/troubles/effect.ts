import type { Day } from "@/lib/civil-date/day";
import { assess } from "../assess";
import { VERDICTS, type Verdict } from "../assessment";
import type { AcademicYear, StudentFacts } from "../facts";
import type { RuleSet } from "../regimes/regime";
import type { Settings } from "../settings";
import type { Effect } from "../trouble";

/** Answers what would hold for other facts of the same person, in the headline reading of these. */
export function effectReader(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  academicYear: AcademicYear,
): (variant: StudentFacts) => Effect {
  const { headline: reading } = assess(facts, ruleSet, settings, asOf, academicYear);
  return (variant) => {
    const assessment = assess(variant, ruleSet, settings, asOf, academicYear);
    const { verdict, verdictAtLeast } = assessment;
    const used = reading === null ? undefined : assessment.readings[reading];
    const [usedMin, usedMax] = [used?.usedMin ?? null, used?.usedMax ?? null];
    return { reading, usedMin, usedMax, verdict, verdictAtLeast };
  };
}

/** What holds where either of two effects may come about. */
export function eitherEffect(a: Effect, b: Effect): Effect {
  const [mildest, mild] = [a.verdictAtLeast, b.verdictAtLeast];
  return {
    reading: a.reading,
    usedMin: pick(Math.min, a.usedMin, b.usedMin),
    usedMax: pick(Math.max, a.usedMax, b.usedMax),
    verdict: worse(a.verdict, b.verdict),
    verdictAtLeast: worse(mildest, mild) === mildest ? mild : mildest,
  };
}

/** Days between the fewest and the most that an effect leaves open. */
export function daysOpen({ usedMin, usedMax }: Effect): number {
  return (usedMax ?? 0) - (usedMin ?? 0);
}

function pick(of: (a: number, b: number) => number, a: number | null, b: number | null) {
  return a === null || b === null ? (a ?? b) : of(a, b);
}

function worse(a: Verdict, b: Verdict): Verdict {
  return VERDICTS.indexOf(a) <= VERDICTS.indexOf(b) ? a : b;
}
