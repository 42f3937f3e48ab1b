import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alert, READINGS } from "../assessment";
import { dayLedger } from "../ledger";
import { project } from "../project";
import { ruleSetFor } from "../rule-set";
import { NOT_YET, usedByDay } from "../used-by-day";
import { eachDay } from "./calendar";
import { UnclearDay } from "./day-order";
import type { OracleRegime } from "./limits-by-citizenship";
import { extremes } from "./log";
import { anyOffice, questionsFor } from "./nasty-students";
import { type OracleQuestion, readingsUnder, readScenes } from "./oracle";
import { earliestEntry, rhythmBreach, standingsToday, worldToday } from "./oracle-reading";
import { askEngine, differences, holdsFor, settingsOf } from "./property";
import { asDay } from "./typed-days";
import { isCounted } from "./used-days";
import { visaAlerts } from "./visa-alerts";
import { staysOn } from "./world";

const RUNS = Number(process.env["SANAK_PROPERTY_RUNS"] ?? 1000);
const SEED = process.env["SANAK_PROPERTY_SEED"];

function readScene(question: OracleQuestion) {
  try {
    const { log, sceneOf } = readScenes(question);
    return { log, scene: sceneOf(extremes(log.pieces).most) };
  } catch (error) {
    if (error instanceof UnclearDay) return null;
    throw error;
  }
}

function expectNoDifference(engine: unknown, oracle: unknown): void {
  const differing = differences(engine, oracle, "");
  if (differing.length > 0) throw new Error(differing.join("\n"));
}

/** A stay of some days that the student plans, its length drawn from the facts themselves. */
function expectSameProjection(question: OracleQuestion): void {
  const read = readScene(question);
  if (read === null) return;
  const days = 2 + ((question.facts.crossings.length * 7 + question.asOf) % 12);
  const projected = project(
    question.facts,
    ruleSetFor(question.regime),
    settingsOf(question),
    asDay(question.asOf),
    days,
  );
  for (const name of READINGS) {
    const engine = projected[name];
    if (engine === undefined) continue;
    expectNoDifference(
      { entry: engine.earliestEntry, rhythm: engine.rhythmBreach },
      {
        entry: earliestEntry(read.scene, name, days),
        rhythm: rhythmBreach(read.scene, name),
      },
    );
  }
}

/** On a log without a gap every past day is in one of four states, and the law says which, and what it adds. */
function expectSameLedger(question: OracleQuestion): void {
  const read = readScene(question);
  if (read === null || read.log.problems.length > 0 || read.log.inside === null) return;
  const { asOf, facts, regime } = question;
  const rule = read.scene.ruleOn(asOf);
  const world = worldToday(read.scene);
  const isLimited = rule !== null && rule.limits.length > 0;
  const [from, to] = [asDay(asOf - 400), asDay(asOf)];
  const ledger = dayLedger(facts, ruleSetFor(regime), settingsOf(question), from, to);
  const expected = eachDay(from, to).map((day) => {
    const stays = staysOn(world, day);
    if (stays === 0) return "outside 0";
    if (world.stopped(day)) return "paused 0";
    if (!isLimited || !isCounted(world, rule.countsFrom, day)) return "not_counted 0";
    return `counted ${world.weighs === "twice" ? stays : 1}`;
  });
  expectNoDifference(
    ledger.map(({ status, weight }) => `${status} ${weight}`),
    expected,
  );
}

/** used on each of the last 400 days and NOT_YET on the three after asOf, in every reading. */
function expectSameSeries(question: OracleQuestion): void {
  const read = readScene(question);
  if (read === null) return;
  const { asOf, facts, regime } = question;
  const [from, to] = [asDay(asOf - 400), asDay(asOf + 3)];
  const settings = settingsOf(question);
  const series = usedByDay(facts, ruleSetFor(regime), settings, from, to, asDay(asOf));
  const world = worldToday(read.scene);
  const readings = readingsUnder(regime, read.scene.ruleOn(asOf));
  expect(Object.keys(series).sort()).toEqual([...readings].sort());
  for (const name of readings) {
    const on = standingsToday(read.scene, world, name);
    const expected = eachDay(from, asOf).map((day) => on(day).used);
    expectNoDifference([...(series[name] ?? [])], [...expected, NOT_YET, NOT_YET, NOT_YET]);
  }
}

function when(
  condition: boolean,
  alert: Omit<Alert, "on">,
  on: number | null | undefined,
): Alert[] {
  return condition && typeof on === "number" ? [{ ...alert, on: asDay(on) }] : [];
}

/** The alerts that follow from an assessment's own fields. */
function alertsOf(question: OracleQuestion): Alert[] {
  const { asOf } = question;
  const answer = askEngine(question);
  const reading = answer.headline === null ? undefined : answer.readings[answer.headline];
  const due = answer.registrationDueOn;
  const until = answer.protectedUntil;
  const lapses = typeof until === "number" && answer.verdict !== "exempt";
  const ends = lapses ? until + 1 : null;
  const reached = reading?.reachedOn ?? asOf;
  const near = until === null && reached > asOf && reached <= asOf + 30;
  const soon = ends !== null && ends <= asOf + 60;
  const isDue = due !== null && due >= asOf && due <= asOf + 14;
  const critical = (code: Alert["code"]) => ({ code, severity: "critical" as const });
  const warning = (code: Alert["code"]) => ({ code, severity: "warning" as const });
  return [
    ...when(answer.verdict === "overstaying", critical("limit_exceeded"), reading?.firstBreach),
    ...when(answer.verdict === "barred", critical("entry_closed"), reading?.earliestEntry),
    ...when(due !== null && due < asOf, critical("registration_overdue"), due),
    ...when(near && answer.verdict !== "barred", warning("limit_ahead"), reached),
    ...when(isDue, warning("registration_due"), due),
    ...when(
      ends !== null && ends <= question.academicYear.to,
      { code: "ground_ends", severity: soon ? "warning" : "notice" },
      ends,
    ),
  ];
}

/** What an alert of a visa says, the other fields do not hold; the gap of a log is not looked for here. */
const OF_VISAS = ["register_besides_visa", "visa_ends", "ground_unknown"];
const BESIDES = [...OF_VISAS, "log_broken"];
const line = (one: Alert) => `${one.code} ${one.severity} ${one.on}`;

function expectSameAlerts(question: OracleQuestion): void {
  const engine = askEngine(question).alerts.filter((one) => !BESIDES.includes(one.code));
  expectNoDifference(engine.map(line).sort(), alertsOf(question).map(line).sort());
}

function expectSameVisaAlerts(question: OracleQuestion): void {
  const read = readScene(question);
  if (read === null) return;
  const { alerts } = askEngine(question);
  const chain = alerts.find(({ code }) => code === "ground_ends")?.on ?? null;
  const groundEnds = chain === null ? null : chain - 1;
  const expected = visaAlerts(question, read.scene, read.log, groundEnds);
  const engine = alerts.filter((one) => OF_VISAS.includes(one.code));
  expectNoDifference(engine.map(line).sort(), expected.map(line).sort());
}

describe.each<OracleRegime>(["kg", "schengen", "kz", "ru"])("under the regime %s", (regime) => {
  const runs = (numRuns: number) => ({ numRuns, seed: SEED });

  it("the first day for a stay of several days is the one that trying them all finds", () => {
    holdsFor(questionsFor(regime, anyOffice), runs(Math.ceil(RUNS / 8)), expectSameProjection);
  }, 600_000);

  it("the ledger's states are those of the law's definitions", () => {
    holdsFor(questionsFor(regime, anyOffice), runs(Math.ceil(RUNS / 3)), expectSameLedger);
  }, 600_000);

  it("the series of used days is what counting each day by itself gives", () => {
    holdsFor(questionsFor(regime, anyOffice), runs(Math.ceil(RUNS / 4)), expectSameSeries);
  }, 600_000);

  it("alerts say what the assessment's fields say, and nothing else", () => {
    holdsFor(questionsFor(regime), runs(RUNS), expectSameAlerts);
  }, 600_000);

  it("alerts of visas are told to nobody but who stays by visa", () => {
    holdsFor(questionsFor(regime), runs(Math.ceil(RUNS / 2)), expectSameVisaAlerts);
  }, 600_000);
});

describe("students by visa", () => {
  const byVisa = questionsFor("kg").map((question) => ({
    ...question,
    facts: { ...question.facts, citizenship: "IN" },
  }));

  it("are told of their papers what looking at them day by day gives", () => {
    holdsFor(byVisa, { numRuns: RUNS, seed: SEED }, expectSameVisaAlerts);
  }, 600_000);

  it("are told everything that can be told of papers, urgent and important", () => {
    const told = new Set<string>();
    for (const question of fc.sample(byVisa, { seed: 20250901, numRuns: 2000 })) {
      for (const { code, severity } of askEngine(question).alerts) told.add(`${severity} ${code}`);
    }
    expect([...told].filter((one) => OF_VISAS.some((code) => one.endsWith(code))).sort()).toEqual([
      "critical register_besides_visa",
      "critical visa_ends",
      "warning ground_unknown",
      "warning register_besides_visa",
      "warning visa_ends",
    ]);
  });
});
