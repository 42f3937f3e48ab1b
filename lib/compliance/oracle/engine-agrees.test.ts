import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VERDICTS } from "../assessment";
import type { OracleRegime } from "./limits-by-citizenship";
import { questionsFor } from "./nasty-students";
import type { OracleQuestion } from "./oracle";
import { askEngine, askOracle, differences, holdsFor } from "./property";
import { readable } from "./readable";

const RUNS = {
  numRuns: Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1000),
  seed: process.env["SANAK_PROPERTY_SEED"],
};

function expectAgreement(question: OracleQuestion): void {
  const expected = askOracle(question);
  if (expected === null) return;
  const differing = differences(readable(askEngine(question)), readable(expected));
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
    holdsFor(regime, RUNS, expectAgreement);
  });

  it("names a headline for which its verdict holds", { timeout: 600_000 }, () => {
    holdsFor(regime, RUNS, expectHonestHeadline);
  });

  it("is asked about every verdict and every problem of a log", { timeout: 600_000 }, () => {
    const seen = new Set<string>();
    for (const question of fc.sample(questionsFor(regime), { seed: 20250901, numRuns: 400 })) {
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
