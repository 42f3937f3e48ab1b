import type { Day } from "@/lib/civil-date/day";
import type { Assessment, ReadingName, ReadingResult } from "./assessment";
import type { AcademicYear, StudentFacts } from "./facts";
import { type Reading, readingsOf } from "./readings/reading-result";
import type { RuleSet } from "./regimes/regime";
import { inForce } from "./regimes/rule-in-force";
import type { Settings } from "./settings";
import { type Situation, situationOf } from "./situation";
import { alertsOf } from "./verdict/alerts";
import { enabledReadings, headlineOf } from "./verdict/headline";
import { protectionOf } from "./verdict/protection";
import { registrationDueOn } from "./verdict/registration-duty";
import { type Findings, verdictOf } from "./verdict/verdict";

/**
 * The one door of the engine: what a rule set says of a student on a day (CONTRACT.md, LAW.md 4 and 5).
 * Crossings after `asOf` are ignored; granted grounds are used whole, their future part for what lies
 * ahead. Nothing is thrown: what cannot be known is null or `unknown`.
 */
export function assess(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  academicYear: AcademicYear,
): Assessment {
  const situation = situationOf(facts, ruleSet, settings, asOf);
  const protection = protectionOf(situation, academicYear);
  const atHome = ruleSet.home.includes(facts.citizenship);
  const common = {
    asOf,
    regime: ruleSet.id,
    regimeVersion: ruleSet.version,
    citizenship: facts.citizenship,
    inside: situation.log.inside,
    insideSince: situation.log.insideSince,
    lastExit: situation.log.lastExit,
    protectedUntil: protection.until,
    dataProblems: situation.log.problems,
  };
  if (atHome) return { ...common, ...exempt };
  const readings = readingsOf(situation);
  const findings: Findings = {
    facts,
    situation,
    protection,
    enabled: enabledReadings(situation, readings),
    registrationDueOn: registrationDueOn(situation),
  };
  const headline = headlineOf(situation, findings.enabled);
  return {
    ...common,
    registrationDueOn: findings.registrationDueOn,
    readings: byName(readings),
    headline: headline?.name ?? null,
    verdict: verdictOf(findings),
    verdictAtLeast: verdictOf(findings),
    alerts: alertsOf(findings, headline),
    citations: citationsOf(situation),
  };
}

const exempt = {
  registrationDueOn: null,
  readings: {},
  headline: null,
  verdict: "exempt",
  verdictAtLeast: "exempt",
  alerts: [],
  citations: [],
} satisfies Partial<Assessment>;

function byName(readings: readonly Reading[]): Partial<Record<ReadingName, ReadingResult>> {
  const named: Partial<Record<ReadingName, ReadingResult>> = {};
  for (const { name, overToday: _, ...result } of readings) named[name] = result;
  return named;
}

/** The sources of the limit in force, of the readings where one applies, and of the duty to register. */
function citationsOf({ limit, rules, ruleSet, asOf }: Situation): string[] {
  const readings = limit?.value ? ruleSet.readings : [];
  const registration = inForce(rules.registration, asOf);
  return [
    ...new Set([
      ...(limit?.citations ?? []),
      ...readings.flatMap(({ citations }) => citations),
      ...(registration?.value ? registration.citations : []),
    ]),
  ];
}
