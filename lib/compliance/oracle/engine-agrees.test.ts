import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATA_PROBLEM_CODES, VERDICTS } from "../assessment";
import type { OracleRegime } from "./limits-by-citizenship";
import { anyOffice, offices, questionsFor } from "./nasty-students";
import { isEnabled, type OracleQuestion } from "./oracle";
import { askEngine, askOracle, differences, holdsFor } from "./property";
import { readable, withoutRanges } from "./readable";

const RUNS = Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1000);
const SEED = process.env["SANAK_PROPERTY_SEED"];
const PATIENCE = 600_000;

/** How many students each regime is asked about, with SANAK_PROPERTY_RUNS at 1000. */
const SHARE: [OracleRegime, number][] = [
  ["kg", 3],
  ["schengen", 0.6],
  ["kz", 0.6],
  ["ru", 0.4],
  ["tr", 0.2],
  ["ge", 0.2],
];
const REGIMES = SHARE.map(([regime]) => regime);
const runs = (share: number) => ({ numRuns: Math.ceil(RUNS * share), seed: SEED });

function expectAgreement(question: OracleQuestion): void {
  const expected = askOracle(question);
  if (expected === null) return;
  const both = [readable(askEngine(question)), readable(expected)] as const;
  const broken = expected.dataProblems.some(({ code }) => code.includes("without"));
  const [engine, oracle] = both.map((one) => (broken ? withoutRanges(one, question) : one));
  const differing = differences(engine, oracle);
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
  expect(headline !== null && isEnabled(question, headline)).toBe(true);
  if (verdict === "overstaying") expect(one?.remaining).toBe(0);
  if (verdict === "overstaying") expect(one?.overstayDays).toBeGreaterThan(0);
  if (verdict === "barred") expect(one?.earliestEntry).toBeGreaterThan(asOf);
  if (verdict === "at_risk") expect(one?.reachedOn).toBeLessThanOrEqual(asOf + 30);
}

describe.each(SHARE)("the engine under the regime %s", (regime, share) => {
  it("answers every field as counting day by day does", { timeout: PATIENCE }, () => {
    holdsFor(questionsFor(regime), runs(share), expectAgreement);
  });

  it("and so for every answer to the open questions", { timeout: PATIENCE }, () => {
    holdsFor(questionsFor(regime, anyOffice), runs(share), expectAgreement);
  });

  it("names a headline for which its verdict holds", { timeout: PATIENCE }, () => {
    const office = fc.oneof(offices, anyOffice);
    holdsFor(questionsFor(regime, office), runs(share), expectHonestHeadline);
  });
});

/** Every verdict and every problem of a log that some students have, by the oracle. */
function wordsOf(regime: OracleRegime): Set<string> {
  const seen = new Set<string>();
  for (const question of fc.sample(questionsFor(regime), { seed: 20250901, numRuns: 400 })) {
    const answer = askOracle(question);
    if (answer === null) continue;
    for (const { code } of answer.dataProblems) seen.add(code);
    seen.add(answer.verdict);
  }
  return seen;
}

/** No duty to register but in Kyrgyzstan; Schengen has no citizens of its own; in Georgia a new stay
 * is a new count. */
const NEVER: Partial<Record<OracleRegime, string[]>> = {
  kg: [],
  schengen: ["exempt"],
  ge: ["barred"],
};

describe.each(REGIMES)("the students of the regime %s", (regime) => {
  it("are of every verdict, and their logs of every problem", { timeout: PATIENCE }, () => {
    const never = NEVER[regime] ?? [];
    if (regime !== "kg") never.push("registration_overdue", "registration_due");
    const verdicts = VERDICTS.filter((one) => !never.includes(one));
    expect([...wordsOf(regime)].sort()).toEqual([...verdicts, ...DATA_PROBLEM_CODES].sort());
  });
});
