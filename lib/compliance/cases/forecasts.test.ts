import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/civil-date/day";
import type { StudentFacts } from "../facts";
import { forecastOf } from "../forecast";
import { project } from "../project";
import { ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";
import { written } from "./assessed";
import { dayTrips } from "./day-trips";
import { granted, student } from "./student-facts";

const WORKDAYS = [1, 2, 3, 4, 5];
const YEAR = { from: "2025-09-01", to: "2026-06-30" };

type Asked = { holidays?: string[]; to?: string; settings?: Partial<Settings> };

function forecast(facts: StudentFacts, asOf: string, asked: Asked = {}) {
  const { holidays = [], to = YEAR.to, settings = {} } = asked;
  const all = { ...defaultSettings, ...settings };
  const year = { from: day(YEAR.from), to: day(to) };
  const kg = ruleSetFor("kg");
  return forecastOf(facts, kg, all, day(asOf), year, holidays.map(day));
}

function dates(...asked: Parameters<typeof forecast>) {
  const { reachedOn, projectedOn, ifStaying, after } = forecast(...asked);
  return [written(reachedOn), written(projectedOn), written(ifStaying), after];
}

/** Inside on the weekdays from 1 September on, and still inside on the evening of the last one. */
function commuterUntil(last: string): StudentFacts {
  const trips = dayTrips(day("2025-09-01"), addDays(day(last), -1), WORKDAYS);
  return student("KZ", `${trips} +${last}T08:00`);
}

describe("the forecast of a commuter", () => {
  it("who is inside this evening goes home by the rhythm, and is told what staying would do", () => {
    // 55 weekdays up to Friday 14 November; 35 days more in a row end on 19 December.
    expect(dates(commuterUntil("2025-11-14"), "2025-11-14")).toEqual([
      "2025-12-20",
      "2026-01-05",
      "2025-12-20",
      null,
    ]);
  });

  it("leaves tonight where the rhythm has no tomorrow, and stays where it has one", () => {
    const holidays = ["2026-01-01", "2026-01-02"];
    for (const last of ["2025-11-12", "2025-11-14"]) {
      const { projectedOn } = forecast(commuterUntil(last), last, { holidays });
      expect(written(projectedOn)).toBe("2026-01-07");
    }
  });

  it("who has not left since Monday goes on with that stay, whatever day and exit count for", () => {
    const trips = dayTrips(day("2025-09-01"), day("2025-11-07"), WORKDAYS);
    const facts = student("KZ", `${trips} +2025-11-10T08:00`);
    const holidays = ["2026-01-01", "2026-01-02"];
    expect(forecast(facts, "2025-11-12").rhythm.kind).toBe("commuter");
    for (const settings of [{}, { exitDayCounts: false }, { sameDayCounts: "twice" as const }]) {
      const { projectedOn } = forecast(facts, "2025-11-12", { holidays, settings });
      expect(written(projectedOn)).toBe("2026-01-07");
    }
  });

  it("who goes twice a day reaches the limit on the same day with holidays after it, where each trip counts", () => {
    const days = Array.from({ length: 40 }, (_, index) => addDays(day("2025-09-01"), index));
    const trips = days
      .filter((_, index) => index % 7 < 5)
      .map(written)
      .map((one) => `+${one}T08:00 -${one}T10:00 +${one}T12:00 -${one}T18:00`);
    const settings = { sameDayCounts: "twice" as const };
    // 30 weekdays up to Friday 10 October make 60; 15 more end on 31 October.
    const facts = student("KZ", trips.join(" "));
    for (const holidays of [[], ["2026-01-01"]]) {
      const { rhythm, projectedOn } = forecast(facts, "2025-10-10", { holidays, settings });
      expect([rhythm.kind, written(projectedOn)]).toEqual(["commuter", "2025-11-03"]);
    }
  });

  it("is followed up to the last day of the academic year, and that day too", () => {
    const commuter = commuterUntil("2025-11-14");
    const holidays = ["2026-01-01", "2026-01-02"];
    expect(dates(commuter, "2025-11-14", { to: "2026-01-05" })[1]).toBe("2026-01-05");
    expect(dates(commuter, "2025-11-14", { to: "2026-01-04" })[1]).toBeNull();
    expect(dates(commuter, "2025-11-14", { to: "2026-01-07", holidays })[1]).toBe("2026-01-07");
    expect(dates(commuter, "2025-11-14", { to: "2026-01-06", holidays })[1]).toBeNull();
  });

  it("who is inside on the last day before a holiday that ends the year has no day ahead", () => {
    const asked = { to: "2025-11-14", holidays: ["2025-11-14"] };
    expect(dates(commuterUntil("2025-11-13"), "2025-11-13", asked).slice(1)).toEqual([
      null,
      "2025-12-20",
      "academic_year",
    ]);
  });

  it("stays the nights that he stays, whether or not the day of exit counts", () => {
    // Monday to Tuesday and Thursday to Friday: four days a week, or two where the day of exit is none (A5).
    const nights = Array.from({ length: 11 }, (_, week) => {
      const on = (n: number) => written(addDays(day("2025-09-01"), 7 * week + n));
      return `+${on(0)} -${on(1)} +${on(3)} -${on(4)}`;
    });
    const facts = student("RU", nights.join(" "));
    const asked = { to: "2026-12-31", settings: { exitDayCounts: false } };
    expect(forecast(facts, "2025-11-15").rhythm.kind).toBe("commuter");
    // 44 days used; eleven weeks and two days more, and one beyond. By nights 52 in 180 days at the most: never 91.
    expect(dates(facts, "2025-11-15", { to: "2026-12-31" })[1]).toBe("2026-02-05");
    const onHoliday = { to: "2026-12-31", holidays: ["2026-02-07"] };
    expect(dates(facts, "2025-11-15", onHoliday)[1]).toBe("2026-02-05");
    const rolling = { ...asked, settings: { ...asked.settings, readings: ["rolling"] as const } };
    expect(dates(facts, "2025-11-15", rolling)[1]).toBeNull();
    expect(dates(facts, "2025-11-15", { ...rolling, holidays: ["2026-02-07"] })[1]).toBeNull();
  });
});

describe("the forecast of the readings", () => {
  // Ten days at the start of each month, as in docs/rules.md, and in May still inside on the 5th.
  const months = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"];
  const trips = [...months, "2026-04"].map((month) => `+${month}-01 -${month}-10`);
  const facts = student("KZ", `${trips.join(" ")} +2026-05-01`);

  it("is the earliest of those that count", () => {
    // Cumulative: 85 days on 5 May, the 91st on 11 May. Rolling: 50 days of January to May, the 91st on 20 June.
    expect(dates(facts, "2026-05-05").slice(0, 3)).toEqual([
      "2026-05-11",
      "2026-05-11",
      "2026-05-11",
    ]);
  });

  it("leaves out those that the office has not chosen", () => {
    const settings = { readings: ["rolling"] as const };
    expect(dates(facts, "2026-05-05", { settings })).toEqual([
      "2026-06-20",
      "2026-06-20",
      "2026-06-20",
      null,
    ]);
  });
});

describe("the rhythm of a stay that was under way 28 days ago", () => {
  it("is one stay to its last day, also where that day counts for another stay too", () => {
    const limits = [{ kind: "per_stay" as const, days: 11 }];
    const rule = { from: day("2025-01-01"), to: null, value: limits, citations: [] };
    const everyOther = {
      citizenships: [],
      byVisa: false,
      limits: [{ ...rule, grade: "B" as const }],
      registration: [],
    };
    const ruleSet = { ...ruleSetFor("kg"), rules: [], everyOther };
    const settings = { ...defaultSettings, sameDayCounts: "twice" as const };
    const facts = student("XX", "+2025-12-01 -2025-12-20 +2025-12-20 -2025-12-20");
    // 9 to 20 December once more from 6 January on: the twelfth day is 17 January.
    const { per_stay } = project(facts, ruleSet, settings, day("2026-01-05"), 1);
    expect(written(per_stay?.rhythmBreach)).toBe("2026-01-17");
  });
});

describe("the forecast where there is nothing ahead", () => {
  it("on the first day over the limit itself it is reached", () => {
    expect(dates(student("KZ", "+2025-09-01"), "2025-11-30")).toEqual([
      "2025-11-30",
      "2025-11-30",
      null,
      null,
    ]);
    expect(dates(student("KZ", "+2025-09-01"), "2025-11-29")[2]).toBe("2025-11-30");
  });

  it("where no day limit applies, or a ground has no end, nothing is reached", () => {
    expect(dates(student("IN", "+2025-09-01"), "2025-10-01")).toEqual([null, null, null, null]);
    expect(dates(student("KG", "+2025-09-01"), "2025-10-01")).toEqual([null, null, null, null]);
    const settled = student("KZ", "+2025-09-01", [granted("2025-09-10", null)]);
    expect(dates(settled, "2025-10-01")).toEqual([null, null, null, null]);
  });
});
