import type { ReadingName, Verdict, WindowReading } from "../assessment";
import type { AcademicYear, StudentFacts } from "../facts";
import { isNewYear } from "./calendar";
import {
  isHome,
  type OpenQuestions,
  type OracleRegime,
  type OracleRule,
  ruleOn,
  rulesFor,
} from "./limits-by-citizenship";
import { entryOf, extremes, type OracleLog, readLog, type Stay } from "./log";
import { limitRead, type OracleReading, readOne, type Scene } from "./oracle-reading";
import { type DutyRules, lastDayFree } from "./registration";
import { type CountingRules, groundHolds, stopsOf } from "./world";

export type OracleQuestion = {
  facts: StudentFacts;
  regime: OracleRegime;
  asOf: number;
  academicYear: AcademicYear;
  /** The readings of a window limit that the office lets speak for the verdict. */
  enabled: readonly WindowReading[];
  /** 91 or 90. */
  reentryAfter: number;
  counting: CountingRules;
  duty: DutyRules;
  questions: OpenQuestions;
};

/** How many days of the log are sure, and how many possible. */
type Range = { usedMin: number; usedMax: number; remaining: number };

export type OracleAnswer = {
  inside: boolean | null;
  insideSince: number | null;
  lastExit: number | null;
  protectedUntil: number | "open" | null;
  registrationDueOn: number | null;
  readings: Partial<Record<ReadingName, OracleReading & Range>>;
  verdict: Verdict;
  verdictAtLeast: Verdict;
  dataProblems: { code: string; at: number }[];
};

const FAR = 6000;
const AT_RISK_WITHIN = 30;
const DUE_WITHIN = 14;

function protectedUntil(holds: (day: number) => boolean, asOf: number): number | "open" | null {
  if (!holds(asOf)) return null;
  let day = asOf;
  while (holds(day + 1)) {
    day += 1;
    if (day > asOf + FAR) return "open";
  }
  return day;
}

type Findings = {
  question: OracleQuestion;
  log: OracleLog;
  rule: OracleRule | null;
  until: number | "open" | null;
  countStopped: boolean;
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
      !f.countStopped &&
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
  ["exempt", (f) => f.rule?.limits.length === 0 && !f.rule.byVisa],
  ["unregistered", () => true],
];

function coversYear(question: OracleQuestion, holds: (day: number) => boolean): boolean {
  const { asOf, academicYear } = question;
  if (asOf > academicYear.to) return holds(asOf);
  for (let d = Math.max(asOf, academicYear.from); d <= academicYear.to; d += 1) {
    if (!holds(d)) return false;
  }
  return true;
}

/** The readings that a regime has of the limits of a rule. */
export function readingsUnder(regime: OracleRegime, rule: OracleRule | null): ReadingName[] {
  const ofWindow: ReadingName[] =
    regime === "kg" ? ["rolling", "anchored", "cumulative"] : ["rolling"];
  const all: ReadingName[] = [...ofWindow, "per_stay", "calendar_year"];
  return all.filter((name) => limitRead(rule, name) !== null);
}

/** A1 chooses among the readings of one limit, where there are several; other limits always count. */
export function isEnabled({ regime, enabled }: OracleQuestion, name: ReadingName): boolean {
  return regime !== "kg" || enabled.some((one) => one === name);
}

/**
 * Where the most days begin before a first exit: with the rule; under one that looks back for ever, where its limits no
 * longer see them, or where a stay alone is too long.
 */
export function mostSince(rule: OracleRule | null, exit: number, exitDayCounts: boolean): number {
  const since = (rule?.limits ?? []).map((limit) => {
    if (rule?.countsFrom) return rule.countsFrom;
    if (limit.kind === "window") return exit - limit.within + 1;
    if (limit.kind === "per_stay") return exit - limit.days - (exitDayCounts ? 0 : 1);
    let newYear = exit;
    while (!isNewYear(newYear)) newYear -= 1;
    return newYear;
  });
  return Math.min(exit, ...since);
}

/** The person as the log and the office's readings show them, for any hypothesis on missing crossings. */
export function readScenes(question: OracleQuestion) {
  const { facts, regime, asOf, counting } = question;
  const rules = isHome(regime, facts.citizenship)
    ? []
    : rulesFor(regime, facts.citizenship, question.questions);
  const rule = ruleOn(rules, asOf);
  const birth = facts.birth ?? null;
  const log = readLog(facts.crossings, birth, asOf, (exit) =>
    Math.min(exit, Math.max(birth ?? 0, mostSince(rule, exit, counting.exitDayCounts))),
  );
  const sceneOf = (stays: readonly Stay[]): Scene => ({
    asOf,
    inside: log.inside,
    lastExit: log.lastExit,
    stays,
    exitDayCounts: counting.exitDayCounts,
    rest: { ...stopsOf(facts, regime, stays, asOf, counting), weighs: counting.sameDayCounts },
    ruleOn: (day) => ruleOn(rules, day),
    reentryAfter: regime === "kg" ? question.reentryAfter : null,
  });
  return { log, rule, sceneOf };
}

/** The readings and the verdict under one hypothesis. */
function judge(question: OracleQuestion, log: OracleLog, scene: Scene, which: "most" | "fewest") {
  const { asOf, regime, facts } = question;
  const rule = scene.ruleOn(asOf);
  const readings = new Map<ReadingName, OracleReading>();
  for (const name of readingsUnder(regime, rule)) {
    const limit = limitRead(rule, name);
    if (limit) readings.set(name, readOne(scene, name, limit));
  }
  const holds = groundHolds(facts, regime);
  const needsNone = log.insideSince === null || holds(asOf);
  const findings: Findings = {
    question,
    log,
    rule,
    until: protectedUntil(holds, asOf),
    countStopped: scene.rest.stopped(asOf),
    due: needsNone ? null : lastDayFree(scene, entryOf(log, which) ?? asOf, question.duty),
    coversYear: coversYear(question, holds),
    readings: [...readings].flatMap(([name, one]) => (isEnabled(question, name) ? [one] : [])),
  };
  const verdict = TESTS.find(([, holdsNow]) => holdsNow(findings))?.[0] ?? "unregistered";
  const atHome = isHome(regime, facts.citizenship);
  return { readings, findings, verdict: atHome ? ("exempt" as const) : verdict };
}

/**
 * The engine's answers, found by counting days one by one. Slow on purpose: it exists to disagree with the engine.
 * Throws UnclearDay where the texts do not decide.
 */
export function consult(question: OracleQuestion): OracleAnswer {
  const { log, sceneOf } = readScenes(question);
  const { fewest, most } = extremes(log.pieces);
  const atMost = judge(question, log, sceneOf(most), "most");
  const broken = log.pieces.some(({ kind }) => kind === "noEntry" || kind === "noExit");
  const atLeast = broken ? judge(question, log, sceneOf(fewest), "fewest") : atMost;
  const readings: OracleAnswer["readings"] = {};
  for (const [name, one] of atMost.readings) {
    const other = atLeast.readings.get(name)?.used ?? one.used;
    const usedMax = Math.max(one.used, other);
    const remaining = Math.max(0, one.limit - usedMax);
    readings[name] = {
      ...one,
      used: usedMax,
      usedMin: Math.min(one.used, other),
      usedMax,
      remaining,
    };
  }
  return {
    inside: log.inside,
    insideSince: log.insideSince,
    lastExit: log.lastExit,
    protectedUntil: atMost.findings.until,
    registrationDueOn: atMost.findings.due,
    readings,
    verdict: atMost.verdict,
    verdictAtLeast: atLeast.verdict,
    dataProblems: log.problems,
  };
}
