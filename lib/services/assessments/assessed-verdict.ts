import "server-only";
import { assess } from "@/lib/compliance/assess";
import type { Assessment, Verdict } from "@/lib/compliance/assessment";
import type { StudentFacts } from "@/lib/compliance/facts";
import type { Basis } from "./basis";

/** The verdict of facts that are or might be, by what all assessments of the day are made with. */
export function assessedVerdict(facts: StudentFacts, basis: Basis): Verdict {
  return assessed(facts, basis).verdict;
}

/** The assessment of facts that are or might be. */
export function assessed(
  facts: StudentFacts,
  { ruleSet, settings, asOf, academicYear }: Basis,
): Assessment {
  return assess(facts, ruleSet, settings, asOf, academicYear);
}
