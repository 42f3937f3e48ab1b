import type { ReadingName, Verdict, WindowReading } from "../assessment";
import type { AcademicYear, StudentFacts } from "../facts";
import { isWeekend } from "./calendar";
import {
  type OpenQuestions,
  type OracleRegime,
  type OracleRule,
  pauses,
  ruleOn,
  rulesFor,
} from "./limits-by-citizenship";
import { type OracleLog, readLog } from "./log";
import { type OracleReading, readOne, type Scene } from "./oracle-reading";

export type OracleQuestion = {
  facts: StudentFacts;
  regime: OracleRegime;
  asOf: number;
  academicYear: AcademicYear;
  /** The readings that the office lets speak for the verdict. */
  enabled: readonly WindowReading[];
  /** 91 or 90. */
  reentryAfter: number;
  /** Not working days, besides weekends. */
  holidays: readonly number[];
  questions: OpenQuestions;
};

export type OracleAnswer = {
  inside: boolean | null;
  insideSince: number | null;
  lastExit: number | null;
  protectedUntil: number | "open" | null;
  registrationDueOn: number | null;
  readings: Partial<Record<ReadingName, OracleReading>>;
  verdict: Verdict;
  dataProblems: { code: string; at: number }[];
};

const FAR = 6000;
const AT_RISK_WITHIN = 30;
const DUE_WITHIN = 14;

function protection({ facts, regime }: OracleQuestion): (day: number) => boolean {
  const granted = facts.grounds.filter(
    (ground) => ground.status === "granted" && pauses(regime, ground.kind),
  );
  const known = new Map<number, boolean>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const now = granted.some((one) => one.from <= day && (one.to === null || day <= one.to));
    known.set(day, now);
    return now;
  };
}

function protectedUntil(
  protectedOn: (day: number) => boolean,
  asOf: number,
): number | "open" | null {
  if (!protectedOn(asOf)) return null;
  let day = asOf;
  while (protectedOn(day + 1)) {
    day += 1;
    if (day > asOf + FAR) return "open";
  }
  return day;
}

function registrationDueOn(
  rule: OracleRule | null,
  log: OracleLog,
  isProtected: boolean,
  holidays: readonly number[],
): number | null {
  if (log.insideSince === null || isProtected || !rule?.free) return null;
  let day = log.insideSince - 1;
  for (let left = rule.free.days; left > 0; ) {
    day += 1;
    const working = !isWeekend(day) && !holidays.includes(day);
    if (rule.free.unit === "calendar" || working) left -= 1;
  }
  return day;
}

type Findings = {
  question: OracleQuestion;
  log: OracleLog;
  rule: OracleRule | null;
  until: number | "open" | null;
  due: number | null;
  coversYear: boolean;
  readings: OracleReading[];
};

/** The verdicts of the contract, worst first, each as a question of its own. */
const TESTS: [Verdict, (f: Findings) => boolean][] = [
  ["overstaying", (f) => f.log.inside === true && f.readings.some((one) => one.overToday)],
  [
    "barred",
    (f) => f.readings.some((one) => (one.earliestEntry ?? f.question.asOf) > f.question.asOf),
  ],
  ["registration_overdue", (f) => f.due !== null && f.due < f.question.asOf],
  [
    "at_risk",
    (f) =>
      f.until === null &&
      f.readings.some((one) => {
        const ahead = one.reachedOn === null ? 0 : one.reachedOn - f.question.asOf;
        return ahead > 0 && ahead <= AT_RISK_WITHIN;
      }),
  ],
  ["registration_due", (f) => f.due !== null && f.due <= f.question.asOf + DUE_WITHIN],
  [
    "lapsing",
    (f) => f.until !== null && f.until !== "open" && f.until < f.question.academicYear.to,
  ],
  ["covered", (f) => f.coversYear],
  ["unknown", (f) => f.log.inside === null && f.question.facts.grounds.length === 0],
  ["exempt", (f) => f.rule?.limit === null && !f.rule.byVisa],
  ["unregistered", () => true],
];

function coversYear(question: OracleQuestion, protectedOn: (day: number) => boolean): boolean {
  const { asOf, academicYear } = question;
  if (asOf > academicYear.to) return protectedOn(asOf);
  for (let d = Math.max(asOf, academicYear.from); d <= academicYear.to; d += 1) {
    if (!protectedOn(d)) return false;
  }
  return true;
}

function isAtHome({ regime, facts }: OracleQuestion): boolean {
  return regime === "kg" && facts.citizenship === "KG";
}

function sceneOf(question: OracleQuestion, log: OracleLog, rules: OracleRule[]): Scene {
  return {
    asOf: question.asOf,
    inside: log.inside,
    lastExit: log.lastExit,
    exits: log.exits,
    most: log.most,
    fewest: log.fewest,
    protectedOn: protection(question),
    ruleOn: (day) => ruleOn(rules, day),
    reentryAfter: question.regime === "kg" ? question.reentryAfter : null,
  };
}

function readingsOf(
  question: OracleQuestion,
  scene: Scene,
  rule: OracleRule | null,
): OracleAnswer["readings"] {
  const known: ReadingName[] =
    question.regime === "kg" ? ["rolling", "anchored", "cumulative"] : ["rolling"];
  const readings: OracleAnswer["readings"] = {};
  for (const name of rule?.limit ? known : []) {
    if (rule?.limit) readings[name] = readOne(scene, name, rule.limit);
  }
  return readings;
}

/** The person as the readings need them: the log read, the grounds and the rules at hand. */
export function sceneFor(question: OracleQuestion): { scene: Scene; log: OracleLog } {
  const { facts, regime, asOf } = question;
  const rules = isAtHome(question) ? [] : rulesFor(regime, facts.citizenship, question.questions);
  const rule = ruleOn(rules, asOf);
  const window = rule?.limit?.window ?? 1;
  const log = readLog(facts.crossings, asOf, (x) => Math.min(x, rule?.from ?? x - window + 1));
  return { scene: sceneOf(question, log, rules), log };
}

/**
 * The engine's answers, found by counting days one by one. Slow on purpose: it exists to disagree with the engine.
 * Throws UnclearDay where the texts do not decide.
 */
export function consult(question: OracleQuestion): OracleAnswer {
  const { asOf } = question;
  const { scene, log } = sceneFor(question);
  const rule = scene.ruleOn(asOf);
  const readings = readingsOf(question, scene, rule);
  const findings: Findings = {
    question,
    log,
    rule,
    until: protectedUntil(scene.protectedOn, asOf),
    due: registrationDueOn(rule, log, scene.protectedOn(asOf), question.holidays),
    coversYear: coversYear(question, scene.protectedOn),
    readings: Object.entries(readings).flatMap(([name, one]) =>
      question.enabled.some((enabled) => enabled === name) ? [one] : [],
    ),
  };
  const verdict = TESTS.find(([, holds]) => holds(findings))?.[0] ?? "unregistered";
  return {
    inside: log.inside,
    insideSince: log.insideSince,
    lastExit: log.lastExit,
    protectedUntil: findings.until,
    registrationDueOn: findings.due,
    readings,
    verdict: isAtHome(question) ? "exempt" : verdict,
    dataProblems: log.problems,
  };
}
