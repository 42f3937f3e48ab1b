import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, weekday } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { studentsAround } from "./cases/any-student";
import { written } from "./cases/assessed";
import { dayTrips } from "./cases/day-trips";
import { granted, student } from "./cases/student-facts";
import type { StudentFacts } from "./facts";
import { type Forecast, forecastOf } from "./forecast";
import { project } from "./project";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };
const WORKDAYS = [1, 2, 3, 4, 5];

function forecast(
  facts: StudentFacts,
  asOf: string,
  holidays: string[] = [],
  to = YEAR.to,
): Forecast {
  const year = { from: YEAR.from, to };
  return forecastOf(facts, ruleSetFor("kg"), defaultSettings, day(asOf), year, holidays.map(day));
}

function dates({ reachedOn, projectedOn, ifStaying, after }: Forecast) {
  return [written(reachedOn), written(projectedOn), written(ifStaying), after];
}

describe("the forecast", () => {
  const commuter = student("KZ", dayTrips(day("2025-09-01"), day("2025-11-14"), WORKDAYS));

  it("a commuter from Monday to Friday reaches the limit on 5 January, as the rules have it", () => {
    expect(forecast(commuter, "2025-11-15").rhythm.kind).toBe("commuter");
    expect(dates(forecast(commuter, "2025-11-15"))).toEqual([
      "2026-01-05",
      "2026-01-05",
      null,
      null,
    ]);
  });

  it("a commuter does not travel on a holiday: two of them move the day by two trips", () => {
    const forecasted = forecast(commuter, "2025-11-15", ["2026-01-01", "2026-01-02"]);
    expect(dates(forecasted)).toEqual(["2026-01-05", "2026-01-07", null, null]);
    const onSunday = forecast(commuter, "2025-11-15", ["2025-12-07"]);
    expect(written(onSunday.projectedOn)).toBe("2026-01-05");
  });

  it("who came lately and has not left is taken to stay: the days before the entry are no rhythm", () => {
    const newcomer = student("KZ", "+2025-09-01");
    expect(dates(forecast(newcomer, "2025-09-18"))).toEqual([
      "2025-11-30",
      "2025-11-30",
      "2025-11-30",
      null,
    ]);
  });

  it("who is closed out has no day ahead: the first breach, or none where the limit is used up exactly", () => {
    const used90 = student("KZ", "+2025-09-01 -2025-11-29");
    expect(written(forecast(used90, "2025-12-20").projectedOn)).toBeNull();
    const used91 = student("KZ", "+2025-09-01 -2025-11-30");
    expect(written(forecast(used91, "2025-12-20").projectedOn)).toBe("2025-11-30");
  });

  it("nothing repeats after the academic year", () => {
    expect(dates(forecast(commuter, "2025-11-15", [], day("2026-01-04")))).toEqual([
      "2026-01-05",
      null,
      null,
      "academic_year",
    ]);
    const untilFirst = forecast(commuter, "2025-11-15", ["2026-01-01"], day("2026-01-05"));
    expect(dates(untilFirst)).toEqual(["2026-01-05", null, null, "academic_year"]);
  });

  it("who stays inside is told the day after the last lawful one, whatever the year", () => {
    const resident = student("KZ", "+2025-09-01");
    expect(dates(forecast(resident, "2025-10-15"))).toEqual([
      "2025-11-30",
      "2025-11-30",
      "2025-11-30",
      null,
    ]);
    expect(dates(forecast(resident, "2025-10-15", [], day("2025-11-01")))).toEqual([
      "2025-11-30",
      null,
      "2025-11-30",
      "academic_year",
    ]);
  });

  it("who goes home reaches the limit later by the rhythm than by staying", () => {
    const log =
      "+2025-09-01 -2025-09-12 +2025-09-14 -2025-09-26 +2025-09-28 -2025-10-10 +2025-10-12";
    // One whole day in 14 is spent at home: 5 December is day 90, the entry of the 7th would be day 91.
    expect(forecast(student("KZ", log), "2025-10-12").rhythm.everyDays).toBe(14);
    expect(dates(forecast(student("KZ", log), "2025-10-12"))).toEqual([
      "2025-12-03",
      "2025-12-07",
      "2025-12-03",
      null,
    ]);
  });

  it("who is over the limit has reached it, and a ground without end hides no rhythm", () => {
    const over = forecast(student("KZ", "+2025-09-01"), "2025-12-10");
    expect(dates(over)).toEqual(["2025-11-30", "2025-11-30", null, null]);
    const registered = student("KZ", "+2025-09-01", [granted("2025-10-01", null)]);
    expect(dates(forecast(registered, "2025-10-15"))).toEqual([null, null, null, null]);
  });

  it("who goes home goes by the 28 days repeated, who does not may also stay: up to the academic year", () => {
    const asOf = day("2026-02-15");
    const counting = ["rolling", "anchored", "cumulative"] as const;
    fc.assert(
      fc.property(studentsAround(asOf), (facts) => {
        const [ruleSet, holidays] = [ruleSetFor("kg"), [addDays(asOf, 3), addDays(asOf, 9)]];
        const answer = forecastOf(facts, ruleSet, defaultSettings, asOf, YEAR, holidays);
        const { headline, readings, verdict } = assess(facts, ruleSet, defaultSettings, asOf, YEAR);
        expect(answer.reachedOn).toBe(readings[headline ?? "rolling"]?.reachedOn ?? null);
        const isReached = verdict === "barred" || (answer.reachedOn ?? LATE) <= asOf;
        if (answer.rhythm.kind === "commuter" || isReached) return;
        const ahead = project(facts, ruleSet, defaultSettings, asOf, 1);
        const breaches = counting.map((name) => ahead[name]?.rhythmBreach ?? LATE);
        const stays = counting.map((name) => (ahead[name]?.lastLawfulDay ?? LATE) + 1);
        const days = answer.rhythm.kind === "goes_home" ? breaches : [...breaches, ...stays];
        expect([answer.projectedOn, answer.after]).toEqual(cutOff(Math.min(...days)));
      }),
    );
  });

  it("following a commuter day by day agrees with the rhythm of the rules where no trip is left out", () => {
    const asOf = day("2026-02-15");
    const weeks = fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 3 });
    fc.assert(
      fc.property(weeks, fc.integer({ min: 30, max: 250 }), (weekdays, ago) => {
        const facts = student("KZ", dayTrips(addDays(asOf, -ago), asOf, weekdays));
        const sundays = everySunday(asOf);
        const ruleSet = ruleSetFor("kg");
        const answer = forecastOf(facts, ruleSet, defaultSettings, asOf, YEAR, sundays);
        const plain = forecastOf(facts, ruleSet, defaultSettings, asOf, YEAR, []);
        expect(answer).toEqual(plain);
        expect(answer.rhythm.kind).toBe("commuter");
      }),
      { numRuns: 30 },
    );
  });
});

/** projectedOn and after, for the rhythm's first breach. */
function cutOff(breach: number): [number | null, string | null] {
  if (breach <= YEAR.to) return [breach, null];
  return [null, breach < LATE ? "academic_year" : null];
}

const LATE = day("9999-12-31");

function everySunday(from: Day): Day[] {
  return Array.from({ length: 130 }, (_, n) => addDays(from, n)).filter((on) => weekday(on) === 7);
}
