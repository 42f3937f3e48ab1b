import type { Day } from "@/lib/civil-date/day";
import type { Assessment, ReadingName, ReadingResult, Verdict, WindowReading } from "./assessment";
import type { AcademicYear, StudentFacts } from "./facts";
import { limitUnder, readingOf } from "./readings/first-over-ahead";
import { type Reading, readingsOf } from "./readings/reading-result";
import { isBoundedByExtremes, type UsedRange, usedRange } from "./readings/used-range";
import type { RuleSet } from "./regimes/regime";
import { inForce } from "./regimes/rule-in-force";
import type { Settings } from "./settings";
import { type Hypothesis, type Situation, situationOf } from "./situation";
import { alertsOf } from "./verdict/alerts";
import { enabledReadings, headlineOf } from "./verdict/headline";
import { type Protection, protectionOf } from "./verdict/protection";
import { registrationDueOn } from "./verdict/registration-duty";
import { type Findings, verdictOf } from "./verdict/verdict";

/**
 * The one door of the engine: what a rule set says of a student on a day (docs/rules.md).
 * Crossings after `asOf` are ignored; granted grounds are used whole, their future part for what lies
 * ahead. Nothing is thrown: what cannot be known is null or `unknown`. Of a broken log everything but
 * `usedMin` and `verdictAtLeast` rests on the most days that it allows.
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
  if (ruleSet.home.includes(facts.citizenship)) return { ...common, ...exempt };
  const { most, fewest } = situation;
  const atMost = judge(facts, situation, most, protection);
  // Stryker disable next-line ConditionalExpression: a shortcut, the same judgement a second time
  const atLeast = fewest === most ? atMost : judge(facts, situation, fewest, protection);
  return {
    ...common,
    registrationDueOn: atMost.findings.registrationDueOn,
    readings: withRanges(situation, atMost.readings, atLeast.readings),
    headline: atMost.headline?.name ?? null,
    verdict: atMost.verdict,
    verdictAtLeast: atLeast.verdict,
    alerts: alertsOf(atMost.findings, atMost.headline),
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

type Judgement = {
  readings: Reading[];
  findings: Findings;
  headline: Reading | null;
  verdict: Verdict;
};

/** What holds under one hypothesis on the missing crossings. */
function judge(
  facts: StudentFacts,
  situation: Situation,
  hypothesis: Hypothesis,
  protection: Protection,
): Judgement {
  const readings = readingsOf(situation, hypothesis);
  const findings: Findings = {
    facts,
    situation,
    hypothesis,
    protection,
    enabled: enabledReadings(situation, readings),
    registrationDueOn: registrationDueOn(situation, hypothesis),
  };
  const headline = headlineOf(situation, findings.enabled);
  return { readings, findings, headline, verdict: verdictOf(findings) };
}

/** The readings by name, with the fewest and the most days that the log allows. */
function withRanges(
  situation: Situation,
  most: readonly Reading[],
  fewest: readonly Reading[],
): Partial<Record<ReadingName, ReadingResult>> {
  const named: Partial<Record<ReadingName, ReadingResult>> = {};
  most.forEach(({ name, overToday: _, ...result }, index) => {
    const { min, max } = rangeOf(situation, name, result.used, fewest[index]?.used ?? result.used);
    const remaining = Math.max(0, result.limit - max);
    named[name] = { ...result, used: max, usedMin: min, usedMax: max, remaining };
  });
  return named;
}

function rangeOf(
  situation: Situation,
  name: ReadingName,
  usedByMost: number,
  usedByFewest: number,
): UsedRange {
  const { limit: rule, most, fewest, settings } = situation;
  const limit = rule === null ? null : limitUnder(rule, name);
  // Stryker disable next-line ConditionalExpression: a shortcut, where no crossing is missing or no rule in force both ways lead to the same
  return rule === null || limit === null || most === fewest || isBoundedByExtremes(name, settings)
    ? { min: usedByFewest, max: usedByMost }
    : usedRange(situation, rule, readingOf(situation, name, limit));
}

/** The sources of the limits in force, of the readings of a window limit, and of the duty to register. */
function citationsOf({ limit, rules, readings, ruleSet, asOf }: Situation): string[] {
  const isRead = (one: WindowReading) => readings.some(({ name }) => name === one);
  const reading = ruleSet.readings.filter(({ name }) => isRead(name));
  const registration = inForce(rules.registration, asOf);
  return [
    ...new Set([
      ...(limit?.citations ?? []),
      ...reading.flatMap(({ citations }) => citations),
      ...(registration?.value ? registration.citations : []),
    ]),
  ];
}
