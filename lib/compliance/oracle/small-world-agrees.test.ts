import { describe, it } from "vitest";
import { assess } from "../assess";
import { READINGS, type ReadingName } from "../assessment";
import { longestStays } from "../longest-stays";
import { project } from "../project";
import { usedByDay } from "../used-by-day";
import { eachDay } from "./calendar";
import { extremes } from "./log";
import {
  earliestEntry,
  limitRead,
  longestStay,
  readOne,
  type Scene,
  STAY_HORIZON,
  standingsToday,
  worldToday,
} from "./oracle-reading";
import { differences, settingsOf } from "./property";
import {
  HORIZON,
  holdsUnderSmallLaws,
  type SmallQuestion,
  smallLog,
  smallQuestions,
  smallScene,
} from "./small-laws";
import { asDay } from "./typed-days";

const RUNS = {
  runs: Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1000) / 4,
  seed: process.env["SANAK_PROPERTY_SEED"],
};

function sceneOf(asked: SmallQuestion): Scene {
  const log = smallLog(asked);
  return smallScene(asked, log, extremes(log.pieces).most);
}

/** A day ahead as the oracle would find it; what the engine must not look for stays as it is. */
function near(day: number | null | undefined, asOf: number): number | null {
  if (day === null || day === undefined) return null;
  return day > asOf + HORIZON && day <= asOf + STAY_HORIZON ? null : day;
}

function agree(path: string, engine: unknown, oracle: unknown): void {
  const differing = differences(engine, oracle, path);
  if (differing.length > 0) throw new Error(differing.join("\n"));
}

/** The readings that the rule of the day has, each with its limit by the oracle. */
function readingsOf(scene: Scene) {
  const rule = scene.ruleOn(scene.asOf);
  return READINGS.flatMap((name) => {
    const limit = limitRead(rule, name);
    return limit === null ? [] : [{ name, limit }];
  });
}

function expectSameReadings(asked: SmallQuestion): void {
  const { law: small, question } = asked;
  const scene = sceneOf(asked);
  const { facts, academicYear, asOf } = question;
  const settings = settingsOf(question);
  const { readings } = assess(facts, small.ruleSet, settings, asDay(asOf), academicYear);
  const expected: Partial<Record<ReadingName, unknown>> = {};
  for (const { name, limit } of readingsOf(scene)) {
    const { overToday: _, ...told } = readOne(scene, name, limit);
    const remaining = Math.max(0, told.limit - told.used);
    expected[name] = { ...told, usedMin: told.used, usedMax: told.used, remaining };
  }
  const told: typeof expected = {};
  for (const name of READINGS) {
    const one = readings[name];
    if (one === undefined) continue;
    const { lastLawfulDay: last, earliestEntry: opens, reachedOn: reached } = one;
    told[name] = {
      ...one,
      lastLawfulDay: last !== null && near(last + 1, asOf) === null ? null : last,
      earliestEntry: near(opens, asOf),
      reachedOn: near(reached, asOf),
    };
  }
  agree("readings", told, expected);
}

/** used on every day of two months, the first day for a stay of some days, and how long a stay may last. */
function expectSameOutlook(asked: SmallQuestion): void {
  const { law: small, question } = asked;
  const scene = sceneOf(asked);
  const { facts } = question;
  const { ruleSet } = small;
  const settings = settingsOf(question);
  const asOf = asDay(question.asOf);
  const series = usedByDay(facts, ruleSet, settings, asDay(asOf - 40), asOf);
  const days = 2 + (facts.crossings.length % 5);
  const projected = project(facts, ruleSet, settings, asOf, days);
  const from = asDay(asOf + 1 + (facts.crossings.length % 3));
  const longest = longestStays(facts, ruleSet, settings, asOf, from, from);
  const world = worldToday(scene);
  for (const { name } of readingsOf(scene)) {
    const on = standingsToday(scene, world, name);
    agree(
      name,
      [...(series[name] ?? [])],
      eachDay(asOf - 40, asOf).map((day) => on(day).used),
    );
    const entry = near(projected[name]?.earliestEntry, asOf);
    agree(`${name} ${days}`, entry, earliestEntry(scene, name, days));
    if (scene.inside !== false) continue;
    const stay = longest[name]?.[0] ?? 60;
    agree(`${name} stay`, Math.min(60, stay), longestStay(scene, name, from, 60));
  }
}

describe("under a law of a few days", () => {
  it("every reading says what counting day by day says", { timeout: 600_000 }, () => {
    holdsUnderSmallLaws(smallQuestions, RUNS, expectSameReadings);
  });

  it("and so do the series of used days, the next entry and the longest stay", {
    timeout: 600_000,
  }, () => {
    holdsUnderSmallLaws(smallQuestions, RUNS, expectSameOutlook);
  });
});
