import { describe, expect, it } from "vitest";
import { type Day, day, formatDay } from "@/lib/civil-date/day";
import type { ReadingName } from "../assessment";
import { cliffOf } from "../cliff";
import { accountOf, summaryOf } from "../day-account";
import { explain } from "../explain";
import type { StudentFacts } from "../facts";
import { dayLedger, stripOf } from "../ledger";
import type { Limit } from "../regimes/regime";
import { type RegimeId, ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";
import { unseenSince } from "../stays";
import { assessedOn, written } from "./assessed";
import { granted, student } from "./student-facts";

const KG = ruleSetFor("kg");
const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };
const TWICE = { ...defaultSettings, sameDayCounts: "twice" as const };

describe("the problems of a log", () => {
  const problems = (facts: StudentFacts, on: string) =>
    assessedOn(facts, on).dataProblems.map(
      ({ code, at, ref }) => `${code} ${formatDay(at)} ${ref}`,
    );

  it("come in time order, those of one day in the order of the rows", () => {
    const log =
      "+2025-09-01 +2025-09-10 +2025-09-20T10:00 +2025-09-20T10:00 +1999-09-01 +1999-09-01";
    const born = { ...student("KZ", log), birth: day("2005-01-01") };
    const shuffled = { ...born, crossings: [...born.crossings].reverse() };
    for (const facts of [born, shuffled]) {
      expect(problems(facts, "2025-10-01")).toEqual([
        "before_birth 1999-09-01 #5",
        "before_birth 1999-09-01 #6",
        "entry_without_exit 2025-09-01 #1",
        "entry_without_exit 2025-09-10 #2",
        "duplicate_crossing 2025-09-20 #4",
      ]);
    }
  });

  it("are those up to the day, also where the day of birth is typed wrong", () => {
    const facts = { ...student("KZ", "+2025-10-10"), birth: day("2025-12-01") };
    expect(problems(facts, "2025-10-09")).toEqual([]);
    expect(problems(facts, "2025-10-10")).toEqual(["before_birth 2025-10-10 #1"]);
  });
});

describe("a log that begins with an exit", () => {
  const since = (limits: Limit[], exitDayCounts = true, birth: string | null = null) => {
    const born = birth === null ? null : day(birth);
    return formatDay(unseenSince(null, limits, exitDayCounts, born)(day("2025-12-31")));
  };
  const window: Limit = { kind: "window", days: 90, within: 180 };

  it("may hide days as far back as the limits reach", () => {
    expect(since([window])).toBe("2025-07-05");
    expect(since([{ kind: "calendar_year", days: 90 }])).toBe("2025-01-01");
    expect(since([{ kind: "per_stay", days: 30 }])).toBe("2025-12-01");
    expect(since([{ kind: "per_stay", days: 30 }], false)).toBe("2025-11-30");
    expect(since([{ kind: "per_stay", days: 30 }, window])).toBe("2025-07-05");
    expect(since([])).toBe("2025-12-31");
  });

  it("hides none before birth, and none after the exit", () => {
    expect(since([window], true, "2025-08-01")).toBe("2025-08-01");
    const from = unseenSince(day("2026-01-01"), [window], true, null);
    expect(formatDay(from(day("2025-12-31")))).toBe("2025-12-31");
  });
});

describe("the ledger", () => {
  const weights = (facts: StudentFacts, from: string, to: string, settings = defaultSettings) =>
    dayLedger(facts, KG, settings, day(from), day(to)).map(({ weight }) => weight);

  it("gives a weight to the days that count, and to no other", () => {
    const registered = [granted("2025-09-02", "2025-09-02")];
    expect(
      weights(student("KZ", "+2025-08-31 -2025-09-03", registered), "2025-08-30", "2025-09-04"),
    ).toEqual([0, 0, 1, 0, 1, 0]);
    expect(weights(student("IN", "+2025-09-01"), "2025-09-01", "2025-09-02")).toEqual([0, 0]);
    expect(weights(student("KG", "+2025-09-01"), "2025-09-01", "2025-09-02")).toEqual([0, 0]);
    const left = student("KZ", "+2025-09-01 -2025-09-02 +2025-09-02");
    expect(weights(left, "2025-09-01", "2025-09-03", TWICE)).toEqual([1, 2, 1]);
    expect(weights(left, "2025-09-01", "2025-09-03")).toEqual([1, 1, 1]);
  });

  it("knows no counted day where the law of the day is not known, and no day ahead", () => {
    const strip = (facts: StudentFacts, from: string, to: string, asOf: string) =>
      stripOf(facts, KG, defaultSettings, day(from), day(to), day(asOf));
    expect(strip(student("RU", "-2023-10-15"), "2023-10-13", "2023-10-17", "2023-10-17")).toBe(
      "oonoo",
    );
    const days = dayLedger(
      student("KZ", "+2025-09-01"),
      KG,
      defaultSettings,
      day("2025-09-01"),
      day("2025-09-03"),
      day("2025-09-02"),
    );
    expect(days.map(({ status, weight, crossings }) => [status, weight, ...crossings])).toEqual([
      ["counted", 1, "#1"],
      ["counted", 1, "#1"],
      ["ahead", 0],
    ]);
  });
});

describe("the account of days", () => {
  const kz = ruleSetFor("kz");
  const runs = (
    facts: StudentFacts,
    asOf: string,
    settings: Settings = defaultSettings,
    reading: ReadingName = "rolling",
  ) =>
    summaryOf(facts, KG, settings, day(asOf), reading)?.runs.map(
      ({ kind, from, to, days, entryRef, exitRef, open, grounds }) =>
        `${formatDay(from)} ${formatDay(to)} ${kind} ${days} ${entryRef}>${open ? "" : exitRef} ${grounds.join("+")}`.trim(),
    );

  it("of a count per stay gives each day once, also where a day counts for each stay", () => {
    const facts = student("GB", "+2025-09-01 -2025-09-05 +2025-09-05 -2025-09-10");
    const account = (on: string) => accountOf(facts, kz, TWICE, day(on), "per_stay");
    expect(account("2025-09-05").map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 1]);
    expect(account("2025-09-10").at(-1)).toMatchObject({ number: 6 });
  });

  it("of a day that two stays share has the weight of both in the run of the earlier", () => {
    const facts = student("RU", "+2025-09-01 -2025-09-05 +2025-09-05");
    expect(runs(facts, "2025-09-10", TWICE)).toEqual([
      "2025-09-01 2025-09-05 counted 6 #1>#2",
      "2025-09-06 2025-09-10 counted 5 #3>",
    ]);
  });

  it("has a run for each stay, each set of grounds, and each piece of a gap", () => {
    const gap = student("RU", "+2025-09-01 +2025-09-20", [granted("2025-09-05", "2025-09-08")]);
    expect(runs(gap, "2025-09-20")).toEqual([
      "2025-09-01 2025-09-01 counted 1 #1>null",
      "2025-09-02 2025-09-04 possible 3 #1>null",
      "2025-09-09 2025-09-19 possible 11 #1>null",
      "2025-09-20 2025-09-20 counted 1 #2>",
    ]);
    const nextDay = student("RU", "+2025-09-01 +2025-09-02");
    expect(runs(nextDay, "2025-09-03")).toEqual([
      "2025-09-01 2025-09-01 counted 1 #1>null",
      "2025-09-02 2025-09-03 counted 2 #2>",
    ]);
    const exits = { ...student("RU", "-2025-09-05 -2025-09-06"), birth: day("2025-09-05") };
    expect(runs(exits, "2025-09-06")).toEqual([
      "2025-09-05 2025-09-05 counted 1 null>#1",
      "2025-09-06 2025-09-06 counted 1 null>#2",
    ]);
    const chain = [
      granted("2025-09-02", "2025-09-03"),
      granted("2025-09-04", "2025-09-05", "address"),
    ];
    expect(runs(student("RU", "+2025-09-01 -2025-09-05", chain), "2025-09-06")).toEqual([
      "2025-09-01 2025-09-01 counted 1 #1>#2",
      "2025-09-02 2025-09-03 paused 2 #1>#2 dormitory 2025-09-02",
      "2025-09-04 2025-09-05 paused 2 #1>#2 address 2025-09-04",
    ]);
  });
});

describe("the cliff", () => {
  const used = (facts: StudentFacts, asOf: string, reading: ReadingName, regime: RegimeId = "kg") =>
    cliffOf(facts, ruleSetFor(regime), defaultSettings, day(asOf), YEAR)?.readings[reading]?.used;

  it("knows nothing of crossings after the day that it is asked for", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-15", [granted("2025-09-05", "2025-09-20")]);
    // Who stays: four days, and the day after the ground.
    expect(used(facts, "2025-09-10", "rolling")).toBe(5);
    expect(used(student("KZ", "+2025-09-05", [...facts.grounds]), "2025-09-05", "cumulative")).toBe(
      1,
    );
  });

  it("counts the day after once for who is inside, also where a shared day would be two", () => {
    const facts = student("KZ", "+2025-09-01", [granted("2025-09-05", "2025-09-10")]);
    const found = cliffOf(facts, KG, TWICE, day("2025-09-06"), YEAR);
    expect(found?.readings.rolling?.used).toBe(5);
  });

  it("goes on with the stay of who is inside, and begins another of who is not", () => {
    const grounds = [granted("2025-09-05", "2025-09-10", "residence_permit")];
    expect(used(student("GB", "+2025-09-01", grounds), "2025-09-06", "per_stay", "kz")).toBe(5);
    expect(
      used(student("GB", "+2025-09-01 -2025-09-05", grounds), "2025-09-06", "per_stay", "kz"),
    ).toBe(1);
  });
});

describe("grounds", () => {
  const resets = { registrationEffect: "resets" } as const;

  it("that reset the count do so in time order, however they are listed", () => {
    const grounds = [granted("2025-10-30", "2025-11-03"), granted("2025-10-10", "2025-10-12")];
    const facts = student("RU", "+2025-09-01 -2025-10-20", grounds);
    const used = (on: string) => assessedOn(facts, on, resets).readings.cumulative?.used;
    expect([used("2025-10-25"), used("2025-11-05")]).toEqual([8, 0]);
  });

  it("made outside cover their own days, also where a stay follows before they end", () => {
    const facts = student("RU", "+2025-09-01 -2025-09-30 +2025-10-11", [
      granted("2025-10-05", "2025-10-15"),
    ]);
    const settings = { ...defaultSettings, registrationCovers: "entry" as const };
    const { pauses } = explain(facts, KG, settings, day("2025-10-31")).readings.rolling ?? {};
    expect(pauses?.map(({ from }) => written(from))).toEqual(["2025-10-05"]);
  });
});

describe("the same facts", () => {
  it("are read anew under other rules, other answers, and on another day", () => {
    const facts = student("KZ", "+2025-08-01");
    const used = (on: Day, settings: Settings, regime: RegimeId) =>
      stripOf(facts, ruleSetFor(regime), settings, day("2025-08-31"), day("2025-09-01"), on);
    const other = { ...defaultSettings, kzCountingStart: day("2025-12-01") };
    const on = day("2025-09-05");
    expect([
      used(on, defaultSettings, "kg"),
      used(on, defaultSettings, "schengen"),
      used(on, other, "kg"),
      used(day("2025-08-31"), defaultSettings, "kg"),
    ]).toEqual(["nc", "cc", "nn", "n-"]);
  });
});
