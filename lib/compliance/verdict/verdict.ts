import { addDays, type Day } from "@/lib/civil-date/day";
import { spanAt } from "@/lib/civil-date/day-range";
import type { Verdict } from "../assessment";
import type { StudentFacts } from "../facts";
import type { Reading } from "../readings/reading-result";
import type { Hypothesis, Situation } from "../situation";
import { isBarred, isOverstaying } from "./headline";
import type { Protection } from "./protection";

/** "Within 30 days": the limit is near. */
const LIMIT_NEAR = 30;
/** "Within 14 days": registration is near. */
const REGISTRATION_NEAR = 14;

/** What the verdict is drawn from. */
export type Findings = {
  facts: StudentFacts;
  situation: Situation;
  hypothesis: Hypothesis;
  protection: Protection;
  enabled: readonly Reading[];
  registrationDueOn: Day | null;
};

/** The limit lies ahead within 30 days, and no ground stops the count today. */
export function isLimitNear({ situation, hypothesis }: Findings, reading: Reading): boolean {
  const { reachedOn } = reading;
  return (
    spanAt(hypothesis.stops.days, situation.asOf) === null &&
    reachedOn !== null &&
    reachedOn > situation.asOf &&
    reachedOn <= addDays(situation.asOf, LIMIT_NEAR)
  );
}

/** The last day without registration has passed. */
export function isRegistrationOverdue({ situation, registrationDueOn }: Findings): boolean {
  return registrationDueOn !== null && registrationDueOn < situation.asOf;
}

/** The last day without registration is today or within 14 days. */
export function isRegistrationNear({ situation, registrationDueOn }: Findings): boolean {
  return (
    registrationDueOn !== null &&
    registrationDueOn >= situation.asOf &&
    registrationDueOn <= addDays(situation.asOf, REGISTRATION_NEAR)
  );
}

/** The first verdict that holds, worst first (docs/rules.md, section 7); what nobody can know stands before exempt. */
export function verdictOf(findings: Findings): Verdict {
  return urgent(findings) ?? settled(findings);
}

function urgent(findings: Findings): Verdict | null {
  const { situation, enabled } = findings;
  if (enabled.some((reading) => isOverstaying(situation, reading))) return "overstaying";
  if (enabled.some((reading) => isBarred(situation, reading))) return "barred";
  if (isRegistrationOverdue(findings)) return "registration_overdue";
  if (enabled.some((reading) => isLimitNear(findings, reading))) return "at_risk";
  return isRegistrationNear(findings) ? "registration_due" : null;
}

function settled({ facts, situation, protection }: Findings): Verdict {
  const { limit, log, rules } = situation;
  if (protection.lapsing) return "lapsing";
  if (protection.coversYear) return "covered";
  if (log.inside === null && facts.grounds.length === 0) return "unknown";
  if (limit === null) return "unknown";
  return limit.value.length === 0 && !rules.byVisa ? "exempt" : "unregistered";
}
