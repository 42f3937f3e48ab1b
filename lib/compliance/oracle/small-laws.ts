import fc from "fast-check";
import type { Crossing, Ground } from "../facts";
import type { DatedLimits, Limit } from "../regimes/regime";
import { type RuleSet, ruleSetFor } from "../rule-set";
import { dayNumber } from "./calendar";
import { type OracleRule, ruleOn } from "./limits-by-citizenship";
import { type OracleLog, readLog, type Stay } from "./log";
import { anyOffice } from "./nasty-students";
import { mostSince, type OracleQuestion } from "./oracle";
import type { Scene } from "./oracle-reading";
import { described } from "./property";
import { asDay } from "./typed-days";
import { stopsOf } from "./world";

const KG = ruleSetFor("kg");
/** Days around New Year, on which a count of a calendar year begins anew. */
const MIDDLE = dayNumber("2026-01-08");

/** A law as small as its students: a few days within a few more, so that every edge is met every other day. */
export type SmallLaw = { ruleSet: RuleSet; rules: OracleRule[] };
export type SmallQuestion = { law: SmallLaw; question: OracleQuestion };

const limits: fc.Arbitrary<Limit[]> = fc
  .record({
    window: fc.record({
      days: fc.integer({ min: 1, max: 7 }),
      more: fc.integer({ min: 0, max: 9 }),
    }),
    perStay: fc.integer({ min: 1, max: 9 }),
    year: fc.integer({ min: 1, max: 12 }),
    without: fc.constantFrom("none", "none", "none", "none", "window", "per_stay", "all"),
  })
  .map(({ window, perStay, year, without }) => {
    const all: Limit[] = [
      { kind: "window", days: window.days, within: window.days + window.more },
      { kind: "per_stay", days: perStay },
      { kind: "calendar_year", days: year },
    ];
    return without === "all" ? [] : all.filter(({ kind }) => kind !== without);
  });

const law: fc.Arbitrary<SmallLaw> = fc
  .record({
    first: limits,
    second: limits,
    /** The day on which the second limits follow the first. */
    seam: fc.oneof(fc.constant(null), fc.integer({ min: -25, max: 15 })),
    from: fc.oneof(fc.constant(-200), fc.integer({ min: -30, max: -10 })),
    looksBack: fc.boolean(),
    absence: fc.integer({ min: 1, max: 8 }),
    waits: fc.boolean(),
  })
  .map(({ first, second, seam, from, looksBack, absence, waits }) => {
    const start = MIDDLE + from;
    const change = seam === null ? null : Math.max(MIDDLE + seam, start + 1);
    const spans: [number, number | null, Limit[]][] =
      change === null
        ? [[start, null, first]]
        : [
            [start, change - 1, first],
            [change, null, second],
          ];
    const dated = spans.map(([begins, ends, value]): DatedLimits => {
      const to = ends === null ? null : asDay(ends);
      return { from: asDay(begins), to, value, citations: [], grade: "B" };
    });
    const rules = spans.map(([begins, ends, value]): OracleRule => {
      const countsFrom = looksBack ? null : begins;
      const rule = { limits: value, from: begins, countsFrom, to: ends, free: null, byVisa: false };
      return waits ? { ...rule, absence } : { ...rule, absence: 1_000_000 };
    });
    const everyOther = { citizenships: [], byVisa: false, limits: dated, registration: [] };
    const reentryWait = waits ? { days: absence, citations: [] } : null;
    const home: string[] = [];
    const ruleSet = {
      ...KG,
      home,
      rules: [],
      everyOther,
      reentryWait,
      looksBackBeforeFrom: looksBack,
    };
    return { ruleSet, rules };
  });

/** Days before a stay and its days but one: some, or none, so that stays share a day. */
const oneStay = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(0), fc.integer({ min: 0, max: 9 })),
  fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(0), fc.integer({ min: 0, max: 9 })),
);
/** In and out twice on the next day; three times on each of two days. */
const twoTrips = fc.constant([1, 0, 0, 0]);
const threeTrips = fc.constant([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0]);

/** Perhaps a stay so long ago that a wait after it ends about the day of the question. */
const longAgo = fc.oneof(
  { weight: 4, arbitrary: fc.constant<number[]>([]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: -103, max: -78 }), fc.integer({ min: 0, max: 12 }))
      .map(([exit, days]) => [exit - days, exit]),
  },
);

/** Stays and absences of a few days, one after another; the last stay may go on. */
const crossings: fc.Arbitrary<Crossing[]> = fc
  .record({
    longAgo,
    start: fc.integer({ min: -35, max: -5 }),
    stays: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: oneStay },
        { weight: 3, arbitrary: twoTrips },
        { weight: 1, arbitrary: threeTrips },
      ),
      { minLength: 1, maxLength: 9 },
    ),
    open: fc.boolean(),
  })
  .map(({ longAgo: before, start, stays, open }) => {
    let at = start;
    const steps = stays.flat();
    const recent = steps.slice(0, steps.length - Number(open)).map((step) => {
      at += step;
      return at;
    });
    return [...before, ...recent].map((on, index): Crossing => {
      const direction = index % 2 === 0 ? "entry" : "exit";
      return { day: asDay(MIDDLE + on), minute: index, direction, ref: `c${index}` };
    });
  });

const grounds: fc.Arbitrary<Ground[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("dormitory" as const, "dormitory" as const, "visa" as const),
      from: fc.integer({ min: -35, max: 12 }),
      days: fc.oneof(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 25 }),
        fc.constant(0),
      ),
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map(({ kind, from, days }, index) => {
      const first = MIDDLE + from;
      const to = days === 0 ? null : asDay(first + days - 1);
      return { kind, status: "granted" as const, from: asDay(first), to, ref: `g${index}` };
    }),
  );

/** A student of some weeks under such a law. */
export const smallQuestions: fc.Arbitrary<SmallQuestion> = fc
  .record({ law, crossings, grounds, office: anyOffice, on: fc.integer({ min: -8, max: 12 }) })
  .map((drawn) => {
    const facts = { citizenship: "XX", crossings: drawn.crossings, grounds: drawn.grounds };
    const asOf = MIDDLE + drawn.on;
    const academicYear = { from: asDay(MIDDLE - 120), to: asDay(MIDDLE + 170) };
    const question = { facts, regime: "kg" as const, asOf, academicYear, ...drawn.office };
    return { law: drawn.law, question };
  });

/** So many days ahead are compared: what lies behind them is none. */
export const HORIZON = 130;

/** What the oracle reads in the log; the most days before a first exit begin where its limits no longer see them. */
export function smallLog({ law: { rules }, question }: SmallQuestion): OracleLog {
  const { facts, asOf, counting } = question;
  return readLog(facts.crossings, null, asOf, (exit) =>
    mostSince(ruleOn(rules, asOf), exit, counting.exitDayCounts),
  );
}

/** The person as the oracle sees them, with these stays. */
export function smallScene(
  { law: { rules, ruleSet }, question }: SmallQuestion,
  { inside, lastExit }: OracleLog,
  stays: readonly Stay[],
): Scene {
  const { facts, asOf, counting, reentryAfter } = question;
  return {
    asOf,
    inside,
    lastExit,
    stays,
    exitDayCounts: counting.exitDayCounts,
    rest: { ...stopsOf(facts, "kg", stays, asOf, counting), weighs: counting.sameDayCounts },
    ruleOn: (day) => ruleOn(rules, day),
    reentryAfter: ruleSet.reentryWait === null ? null : reentryAfter,
    horizon: HORIZON,
  };
}

/**
 * Puts a check to some hundreds of them, as they are cheap, and more where `runs` asks for more; `seed` (text from the
 * environment) repeats a run. On failure the error holds the student and the law.
 */
export function holdsUnderSmallLaws(
  questions: fc.Arbitrary<SmallQuestion>,
  { runs, seed }: { runs: number; seed: string | undefined },
  check: (asked: SmallQuestion) => void,
): void {
  const property = fc.property(questions, (asked) => {
    try {
      check(asked);
    } catch (error) {
      const { rules } = asked.law;
      throw new Error(`${described(asked.question)}\n${JSON.stringify(rules)}\n${String(error)}`);
    }
  });
  // No smaller failure is looked for: these are small, and their laws would shrink beyond recognition.
  const often = { numRuns: Math.max(400, runs), endOnFailure: true };
  fc.assert(property, seed === undefined ? often : { ...often, seed: Number(seed) });
}
