import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadingName } from "../assessment";
import { entryCalendar } from "../entry-calendar";
import { longestStays } from "../longest-stays";
import { ruleSetFor } from "../rule-set";
import { isHome, type OracleRegime } from "./limits-by-citizenship";
import { extremes } from "./log";
import { anyOffice, offices, questionsFor } from "./nasty-students";
import { isEnabled, type OracleQuestion, readingsUnder, readScenes } from "./oracle";
import { longestStay, type Scene } from "./oracle-reading";
import { clearOnly, described, holdsFor, settingsOf } from "./property";
import { asDay } from "./typed-days";
import { groundHolds } from "./world";

const RUNS = Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1000);
const SEED = process.env["SANAK_PROPERTY_SEED"];
/** Longer stays are not told apart. */
const LONG = 420;

const REGIMES: [OracleRegime, number][] = [
  ["kg", 0.2],
  ["schengen", 0.05],
  ["kz", 0.05],
  ["ru", 0.05],
  ["ge", 0.05],
];

/** The same person, who leaves on asOf where still inside. */
function leaving(question: OracleQuestion): OracleQuestion {
  const { facts, asOf } = question;
  if (readScenes(question).log.inside !== true) return question;
  const exit = { day: asDay(asOf), minute: null, direction: "exit" as const, ref: "leaving" };
  const crossings = [...facts.crossings.filter(({ day }) => day <= asOf), exit];
  return { ...question, facts: { ...facts, crossings } };
}

/** By papers instead of days: as long as grounds hold; without one nobody can say. */
function byPapers({ facts, regime }: OracleQuestion, first: number): number | "unknown" {
  const holds = groundHolds(facts, regime);
  let days = 0;
  while (days < LONG && holds(first + days)) days += 1;
  return days === 0 ? "unknown" : days;
}

/** On the day of the last exit none, where the next day would be over the limit. */
function stayIn(scene: Scene, name: ReadingName, first: number): number {
  const leftToday = first === scene.asOf && scene.lastExit === first;
  if (leftToday && longestStay(scene, name, first + 1, 1) === 0) return 0;
  return longestStay(scene, name, first, LONG);
}

function stayFrom(question: OracleQuestion, scene: Scene, first: number): number | "unknown" {
  if (isHome(question.regime, question.facts.citizenship)) return LONG;
  const rule = scene.ruleOn(first);
  if (rule?.byVisa) return byPapers(question, first);
  const ahead = scene.ruleOn(first + LONG);
  const readings = new Set([
    ...readingsUnder(question.regime, rule),
    ...readingsUnder(question.regime, ahead),
  ]);
  const stays = [...readings]
    .filter((name) => isEnabled(question, name))
    .map((name) => stayIn(scene, name, first));
  return Math.min(LONG, ...stays);
}

const AHEAD = [0, 1, 2, 13, 29, 59, 60, 61, 88, 89, 90, 91, 92, 100];

function expectSameCalendar(question: OracleQuestion): void {
  const { asOf } = question;
  const left = leaving(question);
  const { log, sceneOf } = readScenes(left);
  if (log.inside === true) return;
  const scene = sceneOf(extremes(log.pieces).most);
  const [from, to] = [asDay(asOf), asDay(asOf + 100)];
  const asked = [question.facts, ruleSetFor(question.regime), settingsOf(question), from] as const;
  const days = entryCalendar(...asked, from, to);
  expect(days.map(({ day }) => Number(day))).toEqual(days.map((_, i) => asOf + i));
  const longest = longestStays(...asked, from, to);
  for (const ahead of AHEAD) {
    const found = days[ahead]?.stay;
    const told =
      found === "unlimited" ? LONG : typeof found === "number" ? Math.min(LONG, found) : found;
    expect([ahead, told], described(left)).toEqual([ahead, stayFrom(left, scene, asOf + ahead)]);
    for (const [name, stays] of Object.entries(longest)) {
      const stay = Math.min(LONG, stays[ahead] ?? LONG);
      const expected = stayIn(scene, name as ReadingName, asOf + ahead);
      expect([name, ahead, stay], described(left)).toEqual([name, ahead, expected]);
    }
  }
}

describe.each(REGIMES)("the entry calendar under the regime %s", (regime, share) => {
  it("allows on each day the longest stay that counting day by day allows", {
    timeout: 600_000,
  }, () => {
    const questions = questionsFor(regime, fc.oneof(offices, anyOffice));
    const runs = { numRuns: Math.ceil(RUNS * share), seed: SEED };
    holdsFor(questions, runs, clearOnly(expectSameCalendar));
  });
});
