import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import type { ReadingName } from "../assessment";
import { explain } from "../explain";
import type { StudentFacts } from "../facts";
import { type RegimeId, ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";
import { written } from "./assessed";
import { granted, student } from "./student-facts";

type Asked = { reading?: ReadingName; regime?: RegimeId; settings?: Partial<Settings> };

function explained(facts: StudentFacts, on: string, { regime = "kg", settings }: Asked = {}) {
  return explain(facts, ruleSetFor(regime), { ...defaultSettings, ...settings }, day(on));
}

/** "2025-09-05..2025-09-10 6 #1>#2": the stays that make up a number. */
function stays(facts: StudentFacts, on: string, asked: Asked = {}): string[] {
  const told = explained(facts, on, asked).readings[asked.reading ?? "rolling"]?.stays ?? [];
  return told.map(
    ({ from, to, counted, entryRef, exitRef }) =>
      `${written(from)}..${written(to)} ${counted} ${entryRef}>${exitRef}`,
  );
}

function looksAt(facts: StudentFacts, on: string, asked: Asked = {}): string {
  const { from, to } = explained(facts, on, asked).readings[asked.reading ?? "rolling"] ?? {};
  return `${written(from) ?? ""}..${written(to) ?? ""}`;
}

describe("the stays that an explanation tells", () => {
  it("are those that reach into the window, be it by one day", () => {
    // In a window of 180 days that ends on 28 February, 2 September is the first day.
    const facts = student("KZ", "+2025-09-01 -2025-09-02 +2025-09-10 -2025-09-12");
    expect(stays(facts, "2026-02-28")).toEqual([
      "2025-09-02..2025-09-02 1 #1>#2",
      "2025-09-10..2025-09-12 3 #3>#4",
    ]);
    expect(stays(facts, "2026-03-01")).toEqual(["2025-09-10..2025-09-12 3 #3>#4"]);
  });

  it("share a day of leaving and return once, or where it is two days, both have it", () => {
    const facts = student("RU", "+2025-09-01 -2025-09-05 +2025-09-05 -2025-09-10");
    expect(stays(facts, "2025-09-10")).toEqual([
      "2025-09-01..2025-09-05 5 #1>#2",
      "2025-09-05..2025-09-10 5 #3>#4",
    ]);
    expect(stays(facts, "2025-09-10", { settings: { sameDayCounts: "twice" } })).toEqual([
      "2025-09-01..2025-09-05 5 #1>#2",
      "2025-09-05..2025-09-10 6 #3>#4",
    ]);
  });

  it("of a count per stay is one: the earliest that lasts to the day", () => {
    const asked = { reading: "per_stay", regime: "kz" } as const;
    const facts = student("GB", "+2025-09-01 -2025-09-03 +2025-09-05 -2025-09-10 +2025-09-10");
    expect(stays(facts, "2025-09-09", asked)).toEqual(["2025-09-05..2025-09-09 5 #3>null"]);
    expect(stays(facts, "2025-09-10", asked)).toEqual(["2025-09-05..2025-09-10 6 #3>#4"]);
    expect(stays(facts, "2025-09-12", asked)).toEqual(["2025-09-10..2025-09-12 3 #5>null"]);
  });

  it("of a count per stay begin with the shared day only if that counts", () => {
    const log = "+2025-09-01 -2025-09-05 +2025-09-05";
    const permit = granted("2025-09-05", "2025-09-05", "residence_permit");
    const used = (facts: StudentFacts) =>
      explained(facts, "2025-09-06", { regime: "kz" }).readings.per_stay?.used;
    expect([used(student("GB", log)), used(student("GB", log, [permit]))]).toEqual([2, 1]);
  });

  it("count from the first day of the rule on, or as far as the window reaches where there is none", () => {
    const facts = student("KZ", "+2025-08-25 -2025-09-03");
    expect(stays(facts, "2025-09-10")).toEqual(["2025-08-25..2025-09-03 3 #1>#2"]);
    expect(stays(facts, "2025-09-10", { regime: "schengen" })).toEqual([
      "2025-08-25..2025-09-03 10 #1>#2",
    ]);
  });
});

describe("the days that an explanation looks at", () => {
  it("of an anchored period last to its 180th day and no longer", () => {
    const left = student("KZ", "+2025-09-01 -2025-09-10");
    const anchored = { reading: "anchored" } as const;
    expect(looksAt(left, "2026-02-27", anchored)).toBe("2025-09-01..2026-02-27");
    expect(looksAt(left, "2026-02-28", anchored)).toBe("..");
  });

  it("begin with a reset on its very day, and a reset begins no period by itself", () => {
    const facts = student("GB", "+2025-09-01", [granted("2025-10-10", "2025-10-19")]);
    const resets = { registrationEffect: "resets" } as const;
    expect(looksAt(facts, "2025-10-09", { settings: resets })).toBe("2025-06-12..2025-10-09");
    expect(looksAt(facts, "2025-10-10", { settings: resets })).toBe("2025-10-10..2025-10-10");
    expect(looksAt(facts, "2025-10-12", { reading: "anchored", settings: resets })).toBe("..");
    expect(looksAt(facts, "2025-10-12", { reading: "cumulative", settings: resets })).toBe("..");
  });

  it("are none where the law of the day is not known, or no limit applies", () => {
    expect(explained(student("RU", "+2023-10-01"), "2023-10-20")).toMatchObject({
      countsFrom: null,
      readings: {},
    });
    expect(explained(student("KZ", "+2025-08-01"), "2025-08-20")).toMatchObject({
      countsFrom: null,
      readings: {},
    });
    expect(explained(student("KZ", "+2025-09-01"), "2025-09-20").countsFrom).toBe(
      day("2025-09-01"),
    );
  });
});

describe("the grounds that an explanation tells", () => {
  it("are cut to the days looked at, with the days inside that each takes out", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-10 +2025-09-20", [
      granted("2025-09-05", "2025-09-25"),
      granted("2025-09-24", "2025-12-31", "address"),
    ]);
    const { pauses } = explained(facts, "2025-09-30").readings.rolling ?? {};
    expect(
      pauses?.map(({ from, to, daysInside }) => [written(from), written(to), daysInside]),
    ).toEqual([
      ["2025-09-05", "2025-09-25", 12],
      ["2025-09-24", "2025-09-30", 7],
    ]);
  });
});

describe("the duty to register that an explanation tells", () => {
  const duty = (log: string, on: string) => explained(student("KZ", log), on).registration;

  it("is that of the open stay, and there is none outside", () => {
    const log = "+2025-09-01 -2025-09-10 +2025-09-20 -2025-09-25 +2025-10-01";
    expect(duty(log, "2025-10-05")).toMatchObject({ entryRef: "#5", lastDay: day("2025-10-30") });
    expect(duty(log, "2025-09-05")).toMatchObject({ entryRef: "#1", lastDay: day("2025-09-30") });
    expect(duty(log, "2025-09-15")).toBeNull();
  });
});
