import fc from "fast-check";
import { describe, it } from "vitest";
import { assess } from "../assess";
import { READINGS, type ReadingName } from "../assessment";
import { UnclearDay } from "./day-order";
import { completions, countOfCompletions, extremes } from "./log";
import { limitRead, readOne, standingsToday, worldToday } from "./oracle-reading";
import { differences, settingsOf } from "./property";
import {
  holdsUnderSmallLaws,
  type SmallQuestion,
  smallLog,
  smallQuestions,
  smallScene,
} from "./small-laws";
import { asDay } from "./typed-days";

/** Cheap, and only some of them have a gap where it matters: many are asked for. */
const RUNS = {
  runs: Math.max(1200, Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1000)),
  seed: process.env["SANAK_PROPERTY_SEED"],
};
/** More ways than these are not tried one by one. */
const MANY = 200;

/** Up to three crossings are missing, and the times of day may not be known. */
const withGaps: fc.Arbitrary<SmallQuestion> = fc
  .record({
    asked: smallQuestions,
    lost: fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 }),
    isTimed: fc.boolean(),
  })
  .map(({ asked: { law, question }, lost, isTimed }) => {
    const crossings = question.facts.crossings
      .filter((_, index) => !lost.includes(index))
      .map((one) => ({ ...one, minute: isTimed ? one.minute : null }));
    return { law, question: { ...question, facts: { ...question.facts, crossings } } };
  });

/** The fewest and the most days used on asOf, over every way to fill in the log; what is over, if it is as long as it may be. */
function expectSameRange(asked: SmallQuestion): void {
  const { law, question } = asked;
  const { facts, asOf, academicYear } = question;
  const log = smallLog(asked);
  if (countOfCompletions(log.pieces) > MANY) return;
  const ways = completions(log.pieces).map((stays) => {
    const scene = smallScene(asked, log, stays);
    return { scene, world: worldToday(scene) };
  });
  const longest = smallScene(asked, log, extremes(log.pieces).most);
  const { readings } = assess(facts, law.ruleSet, settingsOf(question), asDay(asOf), academicYear);
  const told: Partial<Record<ReadingName, unknown>> = {};
  const expected: typeof told = {};
  for (const name of READINGS) {
    const one = readings[name];
    if (one) {
      const { usedMin, usedMax, used, firstBreach, overstayDays } = one;
      told[name] = { usedMin, usedMax, used, firstBreach, overstayDays };
    }
    const limit = limitRead(longest.ruleOn(asOf), name);
    if (limit === null) continue;
    const all = ways.map(({ scene, world }) => standingsToday(scene, world, name)(asOf).used);
    const [usedMin, usedMax] = [Math.min(...all), Math.max(...all)];
    const { firstBreach, overstayDays } = readOne(longest, name, limit);
    expected[name] = { usedMin, usedMax, used: usedMax, firstBreach, overstayDays };
  }
  const differing = differences(told, expected, "readings");
  if (differing.length > 0) throw new Error(differing.join("\n"));
}

describe("under a law of a few days", () => {
  it("a range holds every way in which missing crossings may lie, and no more", {
    timeout: 600_000,
  }, () => {
    holdsUnderSmallLaws(withGaps, RUNS, (asked) => {
      try {
        expectSameRange(asked);
      } catch (error) {
        if (!(error instanceof UnclearDay)) throw error;
      }
    });
  });
});
