import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day } from "@/lib/civil-date/day";
import { REGIME_IDS, ruleSetFor } from "../rule-set";
import { defaultSettings, KZ_COUNTING_STARTS } from "../settings";
import { problemsOf } from "./check-regime";
import { kg } from "./kg";
import type { DatedLimits, Limit, RuleSet } from "./regime";
import { limitsAsRead } from "./rule-in-force";

const LIMIT: readonly Limit[] = [{ kind: "window", days: 90, within: 180 }];

function dated(from: string, to: string | null, citation = "KG-541"): DatedLimits {
  return {
    from: day(from),
    to: to === null ? null : day(to),
    value: LIMIT,
    citations: citation === "" ? [] : [citation],
    grade: "B",
  };
}

function withLimits(...limits: DatedLimits[]): RuleSet {
  const rules = {
    citizenships: ["XA"],
    byVisa: false,
    limits,
    registration: [{ ...dated("2023-10-21", null), value: null }],
  };
  return { ...kg, rules: [rules] };
}

describe("a regime's data", () => {
  it.each(REGIME_IDS)("of %s is sound", (id) => {
    expect(problemsOf(ruleSetFor(id))).toEqual([]);
  });

  it.each([
    [
      "a gap",
      [dated("2025-01-01", "2025-01-30"), dated("2025-02-01", null)],
      "XA: limits: gap after 2025-01-30",
    ],
    [
      "an overlap",
      [dated("2025-01-01", "2025-02-01"), dated("2025-02-01", null)],
      "XA: limits: overlap at 2025-02-01",
    ],
    [
      "a second value after one without end",
      [dated("2025-01-01", null), dated("2025-02-01", null)],
      "XA: limits: overlap at 2025-02-01",
    ],
    [
      "an end that nothing follows",
      [dated("2025-01-01", "2025-02-01")],
      "XA: limits: nothing follows 2025-02-01",
    ],
    [
      "a value without a source",
      [dated("2025-01-01", null, "")],
      "XA: limits from 2025-01-01: no source",
    ],
    [
      "a source that is not listed",
      [dated("2025-01-01", null, "HEARSAY")],
      "XA: limits from 2025-01-01: unknown source HEARSAY",
    ],
    ["no value at all", [], "XA: limits: no value"],
  ])("with %s is refused", (_, limits, problem) => {
    expect(problemsOf(withLimits(...limits))).toEqual([problem]);
  });

  it("with a citizenship that two groups claim is refused", () => {
    const sound = withLimits(dated("2025-01-01", null));
    const twice = { ...sound, home: ["XA"] };
    expect(problemsOf(twice)).toEqual(["citizenship XA is given twice"]);
  });

  it("answers every day of every citizenship with exactly one limit, however the office reads the open questions", () => {
    const citizenships = kg.rules.flatMap((rules) => rules.citizenships);
    const known = { min: Number(day("2023-10-21")), max: Number(day("2040-12-31")) };
    fc.assert(
      fc.property(
        fc.constantFrom(...citizenships),
        fc.integer(known).map((n) => n as Day),
        fc.constantFrom(...KZ_COUNTING_STARTS),
        fc.constantFrom("60/120" as const, "30/60" as const),
        (citizenship, on, start, unconfirmedLimit) => {
          const settings = { ...defaultSettings, kzCountingStart: day(start), unconfirmedLimit };
          const rules = kg.rules.find((one) => one.citizenships.includes(citizenship));
          const answers = limitsAsRead(rules ?? kg.everyOther, settings).filter(
            ({ from, to }) => from <= on && (to === null || on <= to),
          );
          expect(answers).toHaveLength(1);
        },
      ),
    );
  });
});
