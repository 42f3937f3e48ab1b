import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadingName } from "../assessment";
import type { OracleRegime } from "./limits-by-citizenship";
import { completions, countOfCompletions, type Piece, type Stay, sampledCompletions } from "./log";
import { smallGapsOf } from "./nasty-crossings";
import { anyOffice, offices, questionsFor } from "./nasty-students";
import { type OracleQuestion, readingsUnder, readScenes } from "./oracle";
import { standingsToday, worldToday } from "./oracle-reading";
import { askEngine, clearOnly, holdsFor } from "./property";

const RUNS = Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1000);
const SEED = process.env["SANAK_PROPERTY_SEED"];
const PATIENCE = 600_000;
/** More ways than these are not tried one by one. */
const MANY = 400;

const REGIMES: [OracleRegime, number][] = [
  ["kg", 1],
  ["kz", 0.3],
  ["ru", 0.3],
];
const runs = (share: number) => ({ numRuns: Math.ceil(RUNS * share), seed: SEED });

function withSmallGaps(regime: OracleRegime): fc.Arbitrary<OracleQuestion> {
  return questionsFor(regime, fc.oneof(offices, anyOffice)).chain((question) =>
    smallGapsOf(question.asOf).map((crossings) => ({
      ...question,
      facts: { ...question.facts, crossings },
    })),
  );
}

type Range = { least: number; most: number };

/** used on asOf in a reading, for every one of some ways to fill in the log. */
function rangeOver(question: OracleQuestion, ways: readonly Stay[][], reading: ReadingName): Range {
  const { sceneOf } = readScenes(question);
  const used = ways.map((stays) => {
    const scene = sceneOf(stays);
    return standingsToday(scene, worldToday(scene), reading)(question.asOf).used;
  });
  return { least: Math.min(...used), most: Math.max(...used) };
}

function expectRange(
  question: OracleQuestion,
  waysOf: (pieces: readonly Piece[]) => Stay[][] | null,
  isExact: boolean,
): void {
  const { log, rule } = readScenes(question);
  const ways = waysOf(log.pieces);
  const engine = askEngine(question).readings;
  for (const name of ways === null ? [] : readingsUnder(question.regime, rule)) {
    const { usedMin, usedMax } = engine[name] ?? { usedMin: Number.NaN, usedMax: Number.NaN };
    const { least, most } = rangeOver(question, ways ?? [], name);
    const told = `${name}: engine ${usedMin}–${usedMax}, every way ${least}–${most}`;
    if (isExact) expect(told).toBe(`${name}: engine ${least}–${most}, every way ${least}–${most}`);
    if (usedMin > least || usedMax < most) throw new Error(told);
  }
}

describe.each(REGIMES)("the range of a broken log under the regime %s", (regime, share) => {
  it("holds every way in which the missing crossings may lie, and no more", {
    timeout: PATIENCE,
  }, () => {
    const all = (pieces: readonly Piece[]) =>
      countOfCompletions(pieces) <= MANY ? completions(pieces) : null;
    holdsFor(
      withSmallGaps(regime),
      runs(share),
      clearOnly((question) => expectRange(question, all, true)),
    );
  });

  it("holds any of them, however long the gaps are", { timeout: PATIENCE }, () => {
    holdsFor(
      questionsFor(regime, fc.oneof(offices, anyOffice)),
      runs(share),
      clearOnly((question) =>
        expectRange(question, (pieces) => sampledCompletions(pieces, 12), false),
      ),
    );
  });
});
