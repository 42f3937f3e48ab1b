import { describe, expect, it } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { READINGS, type ReadingName } from "../assessment";
import { dayTrips } from "../cases/day-trips";
import { granted, student } from "../cases/student-facts";
import type { StudentFacts } from "../facts";
import { type RegimeId, ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";
import { breachesBetween } from "./breaches-between";
import { countingReadings } from "./counting-readings";
import { knownCrossings } from "./known-crossings";
import { withLastOnDay } from "./last-on-day";

const KG = ruleSetFor("kg");

function breaches(
  facts: StudentFacts,
  [after, until]: [string, string],
  settings: Partial<Settings> = {},
  regime: RegimeId = "kg",
): string[] {
  const all = { ...defaultSettings, ...settings };
  const found = breachesBetween(facts, ruleSetFor(regime), all, day(after), day(until));
  return READINGS.flatMap((name) => {
    const on = found[name];
    return on === undefined ? [] : [`${name} ${formatDay(on)}`];
  });
}

describe("the readings that count", () => {
  const counting = (chosen: Settings["readings"], ...known: ReadingName[]) => {
    const named = Object.fromEntries(known.map((name) => [name, {}]));
    return countingReadings({ ...defaultSettings, readings: chosen }, named);
  };

  it("are the chosen ways to read a limit of days within days, and every other limit", () => {
    expect(counting(["rolling"], "per_stay", "cumulative", "rolling")).toEqual([
      "rolling",
      "per_stay",
    ]);
    expect(counting(["rolling", "cumulative"], "rolling", "anchored", "cumulative")).toEqual([
      "rolling",
      "cumulative",
    ]);
  });

  it("are all where the regime knows none of the chosen", () => {
    expect(counting(["anchored"], "rolling", "per_stay")).toEqual(["rolling", "per_stay"]);
    expect(counting(["anchored"])).toEqual([]);
  });
});

describe("the breaches of a time", () => {
  it("are found although no limit applies on its first days", () => {
    const facts = student("KZ", "+2025-08-16 -2025-12-05");
    expect(breaches(facts, ["2025-08-15", "2025-12-31"])).toEqual([
      "rolling 2025-11-30",
      "anchored 2025-11-30",
      "cumulative 2025-11-30",
    ]);
  });

  it("are found from before the known law on", () => {
    expect(breaches(student("RU", "+2023-10-01"), ["2023-10-15", "2024-02-01"])[0]).toBe(
      "rolling 2024-01-19",
    );
  });

  it("are those of each reading, however early another one has its own", () => {
    // Ten days at the start of each month and staying on from 1 May: see forecasts.test.ts.
    const months = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"];
    const trips = [...months, "2026-04"].map((month) => `+${month}-01 -${month}-10`);
    const facts = student("KZ", `${trips.join(" ")} +2026-05-01 -2026-07-10`);
    const found = breaches(facts, ["2026-05-05", "2026-07-10"]);
    expect(found).toContain("cumulative 2026-05-11");
    expect(found).toContain("rolling 2026-06-20");
  });

  it("are the first days, not later ones, where a day counts for each of its stays", () => {
    const trips: string[] = [];
    for (let on = day("2025-09-01"); on <= day("2025-12-31"); on = addDays(on, 1)) {
      const date = formatDay(on);
      trips.push(`+${date}T08:00 -${date}T10:00 +${date}T12:00 -${date}T14:00`);
    }
    const facts = student("KZ", trips.join(" "));
    // Two a day: 90 on the 45th day, 15 October.
    expect(breaches(facts, ["2025-09-05", "2025-12-31"], { sameDayCounts: "twice" })[0]).toBe(
      "rolling 2025-10-16",
    );
  });

  it("are found where an exit that does not fit adds the days behind it", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-03 -2025-12-31");
    expect(breaches(facts, ["2025-09-03", "2025-12-31"])[0]).toBe("rolling 2025-12-31");
  });

  it("take few assessments: so many days as are left cannot be used up sooner", () => {
    const looks = (facts: StudentFacts, settings: Partial<Settings> = {}) => {
      let count = 0;
      const { home, ...rest } = KG;
      const counted = {
        ...rest,
        get home() {
          count += 1;
          return home;
        },
      };
      const all = { ...defaultSettings, ...settings };
      breachesBetween(facts, counted, all, day("2025-09-01"), day("2026-08-31"));
      return count;
    };
    expect(looks(student("KZ", ""))).toBeLessThan(10);
    expect(looks(student("KZ", "+2025-09-01 -2025-09-10"))).toBeLessThan(10);
    expect(
      looks(student("KZ", "+2025-09-01 -2025-09-10"), { sameDayCounts: "twice" }),
    ).toBeGreaterThan(300);
    const resets = { registrationEffect: "resets" } as const;
    const registered = student("KZ", "+2025-09-01 -2025-12-10", [
      granted("2025-10-01", "2025-10-05"),
    ]);
    expect(looks(registered, resets)).toBeLessThan(100);
    expect(breaches(registered, ["2025-09-01", "2026-08-31"], resets)).toEqual([]);
  });

  it("of an anchored count begin anew with a registration that resets", () => {
    const resets = { registrationEffect: "resets" } as const;
    const facts = student("KZ", "+2025-09-01", [granted("2025-10-01", "2025-10-05")]);
    // 90 days from 6 October on.
    expect(breaches(facts, ["2025-09-01", "2026-03-01"], resets)).toEqual([
      "rolling 2026-01-04",
      "anchored 2026-01-04",
      "cumulative 2026-01-04",
    ]);
  });
});

describe("the crossings of a person", () => {
  it("are those from the day of birth on", () => {
    const facts = student("KZ", "+2005-03-03 +2005-03-04 +2025-09-01");
    const known = (birth: string | null) =>
      knownCrossings({ ...facts, birth: birth === null ? null : day(birth) }).map(({ ref }) => ref);
    expect([known("2005-03-04"), known(null)]).toEqual([
      ["#2", "#3"],
      ["#1", "#2", "#3"],
    ]);
  });
});

describe("one crossing more, the last of its day", () => {
  const told = (facts: StudentFacts, on: string, ...directions: ("entry" | "exit")[]) =>
    withLastOnDay(facts, day(on), directions).map(
      ({ day: at, minute, direction }) => `${formatDay(at)} ${minute ?? "--"} ${direction}`,
    );

  it("comes after all that is recorded on it, in the order in which the log reads it", () => {
    const log = "+2025-09-01 +2025-09-05 -2025-09-05T18:00 -2025-09-09";
    expect(told(student("KZ", log), "2025-09-05", "exit")).toEqual([
      "2025-09-01 -- entry",
      "2025-09-05 0 exit",
      "2025-09-05 1 entry",
      "2025-09-05 1430 exit",
    ]);
    expect(told(student("KZ", "-2025-09-05"), "2025-09-05", "entry")).toEqual([
      "2025-09-05 0 exit",
      "2025-09-05 1430 entry",
    ]);
  });

  it("may be two, one after the other; where it is none the records stay as they are", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-05 +2025-09-09");
    expect(told(facts, "2025-09-05", "entry", "exit")).toEqual([
      "2025-09-01 -- entry",
      "2025-09-05 0 exit",
      "2025-09-05 1430 entry",
      "2025-09-05 1431 exit",
    ]);
    expect(told(facts, "2025-09-05")).toEqual(["2025-09-01 -- entry", "2025-09-05 -- exit"]);
  });

  it("leaves the days before as they are, and those of nobody out", () => {
    const trips = student(
      "KZ",
      `+1999-09-01 ${dayTrips(day("2025-09-01"), day("2025-09-02"), [1, 2])}`,
    );
    expect(told({ ...trips, birth: day("2005-01-01") }, "2025-09-03", "entry")).toEqual([
      "2025-09-01 480 entry",
      "2025-09-01 1080 exit",
      "2025-09-02 480 entry",
      "2025-09-02 1080 exit",
      "2025-09-03 1430 entry",
    ]);
  });
});
