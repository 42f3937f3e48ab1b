import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../assess";
import { type Assessment, VERDICTS } from "../assessment";
import { ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";
import { dayText } from "./calendar";
import { UnclearDay } from "./day-order";
import type { OracleRegime } from "./limits-by-citizenship";
import { questionsFor } from "./nasty-students";
import { consult, type OracleAnswer, type OracleQuestion } from "./oracle";
import { asDay } from "./typed-days";

const RUNS = Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1500);
const SEED = process.env["SANAK_PROPERTY_SEED"];

function settingsOf(question: OracleQuestion): Settings {
  return {
    ...defaultSettings,
    readings: question.enabled,
    kzCountingStart: asDay(question.questions.kzCountingStart),
    reentryAfterDays: question.reentryAfter === 90 ? 90 : 91,
    unconfirmedLimit: question.questions.unconfirmedLimit,
    holidays: question.holidays.map(asDay),
  };
}

function askEngine(question: OracleQuestion): Assessment {
  const ruleSet = ruleSetFor(question.regime);
  const asOf = asDay(question.asOf);
  return assess(question.facts, ruleSet, settingsOf(question), asOf, question.academicYear);
}

const DAY_KEYS = /day|entry|breach|since|exit|until|dueOn|reachedOn|^at$/i;

/** Days as dates, so that a difference can be read; the refs of problems are the engine's own. */
function readable(answer: OracleAnswer | Assessment) {
  const text = (key: string, value: unknown) =>
    typeof value === "number" && DAY_KEYS.test(key) && key !== "overstayDays"
      ? dayText(value)
      : value;
  const readings = Object.fromEntries(
    Object.entries(answer.readings).map(([name, one]) => [
      name,
      Object.fromEntries(
        Object.entries(one)
          .filter(([key]) => key !== "overToday")
          .map(([key, value]) => [key, text(key, value)]),
      ),
    ]),
  );
  return {
    inside: answer.inside,
    insideSince: text("since", answer.insideSince),
    lastExit: text("exit", answer.lastExit),
    protectedUntil: text("until", answer.protectedUntil),
    registrationDueOn: text("dueOn", answer.registrationDueOn),
    readings,
    verdict: answer.verdict,
    dataProblems: answer.dataProblems.map(({ code, at }) => `${dayText(at)} ${code}`).sort(),
  };
}

function described({ facts, regime, asOf, academicYear, ...office }: OracleQuestion): string {
  const lines = [
    `${regime}, ${facts.citizenship}, as of ${dayText(asOf)}`,
    `academic year ${dayText(academicYear.from)}..${dayText(academicYear.to)}`,
    `office ${JSON.stringify({ ...office, kz: dayText(office.questions.kzCountingStart) })}`,
    ...facts.crossings.map(
      (one) => `${dayText(one.day)} ${one.minute ?? "--"} ${one.direction} (${one.ref})`,
    ),
    ...facts.grounds.map(
      (one) =>
        `${one.kind} ${one.status} ${dayText(one.from)}..${one.to === null ? "" : dayText(one.to)}`,
    ),
  ];
  return lines.join("\n");
}

/** The oracle's answer; null where the texts do not say how to read the log. */
function askOracle(question: OracleQuestion): OracleAnswer | null {
  try {
    return consult(question);
  } catch (error) {
    if (error instanceof UnclearDay) return null;
    throw error;
  }
}

function holdsFor(regime: OracleRegime, check: (question: OracleQuestion) => void): void {
  const property = fc.property(questionsFor(regime), (question) => {
    try {
      check(question);
    } catch (error) {
      throw new Error(`${described(question)}\n${String(error)}`);
    }
  });
  fc.assert(property, { numRuns: RUNS, ...(SEED ? { seed: Number(SEED) } : {}) });
}

/** "rolling.used: engine 3, oracle 4", one for each leaf that differs. */
function differences(engine: unknown, oracle: unknown, path: string): string[] {
  if (typeof engine !== "object" || typeof oracle !== "object" || !engine || !oracle) {
    return engine === oracle ? [] : [`${path}: engine ${engine}, oracle ${oracle}`];
  }
  const [left, right] = [new Map(Object.entries(engine)), new Map(Object.entries(oracle))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    differences(left.get(key), right.get(key), `${path}.${key}`),
  );
}

function expectAgreement(question: OracleQuestion): void {
  const expected = askOracle(question);
  if (expected === null) return;
  const differing = differences(readable(askEngine(question)), readable(expected), "assessment");
  if (differing.length > 0) throw new Error(differing.join("\n"));
}

/** The headline is a reading for which the verdict holds. */
function expectHonestHeadline(question: OracleQuestion): void {
  const { headline, readings, verdict, asOf } = askEngine(question);
  if (Object.keys(readings).length === 0) {
    expect(headline).toBeNull();
    return;
  }
  const one = headline === null ? undefined : readings[headline];
  expect(question.regime === "schengen" || question.enabled.some((name) => name === headline)).toBe(
    true,
  );
  if (verdict === "overstaying") expect(one?.remaining).toBe(0);
  if (verdict === "overstaying") expect(one?.overstayDays).toBeGreaterThan(0);
  if (verdict === "barred") expect(one?.earliestEntry).toBeGreaterThan(asOf);
  if (verdict === "at_risk") expect(one?.reachedOn).toBeLessThanOrEqual(asOf + 30);
}

describe.each<OracleRegime>(["kg", "schengen"])("the engine under the regime %s", (regime) => {
  it("answers every field as counting day by day does", { timeout: 600_000 }, () => {
    holdsFor(regime, expectAgreement);
  });

  it("names a headline for which its verdict holds", { timeout: 600_000 }, () => {
    holdsFor(regime, expectHonestHeadline);
  });

  it("is asked about every verdict and every problem of a log", () => {
    const seen = new Set<string>();
    for (const question of fc.sample(questionsFor(regime), { seed: 20250901, numRuns: 500 })) {
      const answer = askOracle(question);
      for (const word of answer?.dataProblems ?? []) seen.add(word.code);
      if (answer) seen.add(answer.verdict);
    }
    const neverInSchengen = ["registration_overdue", "registration_due", "exempt"];
    const verdicts = VERDICTS.filter((one) => regime === "kg" || !neverInSchengen.includes(one));
    const problems = ["entry_without_exit", "exit_without_entry", "duplicate_crossing"];
    expect([...seen].sort()).toEqual([...verdicts, ...problems].sort());
  });
});
