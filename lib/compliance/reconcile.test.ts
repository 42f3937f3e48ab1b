import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { dayTrips } from "./cases/day-trips";
import { granted, student } from "./cases/student-facts";
import { explain } from "./explain";
import type { StudentFacts } from "./facts";
import { reconcile } from "./reconcile";
import type { Cause } from "./recount";
import { ruleSetFor } from "./rule-set";
import { defaultSettings, type Settings } from "./settings";

const KG = ruleSetFor("kg");
const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

function compared(facts: StudentFacts, stated: number, on: string) {
  return reconcile(facts, KG, defaultSettings, stated, day(on));
}

function causes(facts: StudentFacts, stated: number, on: string): Cause[][] {
  return compared(facts, stated, on).explanations.map((one) => one.causes);
}

describe("our count beside the border service's", () => {
  it("says nothing where both agree, or where there is nothing to compare", () => {
    const facts = student("KZ", "+2025-09-01");
    expect(compared(facts, 30, "2025-09-30")).toMatchObject({
      reading: "rolling",
      difference: 0,
      explanations: [],
      closest: null,
    });
    expect(compared(student("IN", "+2025-09-01"), 30, "2025-09-30")).toMatchObject({
      reading: null,
      difference: null,
      ours: {},
    });
  });

  it("says which bound of the search left something out, and nothing where all was tried", () => {
    expect(compared(student("KZ", "+2025-09-01"), 77, "2025-09-30").cut).toEqual([]);
    const trips = dayTrips(day("2025-09-01"), day("2026-01-15"), [0, 1, 2, 3, 4, 5, 6, 7]);
    const many = compared(student("KZ", trips), 136, "2026-01-15");
    expect(many.cut).toContainEqual({ what: "stays", count: 120 });
    const gap = compared(student("KZ", "+2024-09-01 +2025-12-01"), 1000, "2025-12-10");
    expect(gap.cut).toContainEqual({ what: "days", count: 400 });
    const registered = student("KZ", trips, [granted("2025-09-10", "2025-09-12")]);
    expect(compared(registered, 500, "2026-01-15").cut).toContainEqual({
      what: "pairs",
      count: 400,
    });
    // 137 days, three of them under the ground: that alone explains it, and no pair is tried.
    expect(compared(registered, 137, "2026-01-15").cut).toEqual([{ what: "stays", count: 120 }]);
  });

  it("another reading of the limit gives their number", () => {
    // docs/rules.md: on 15 March rolling 131, anchored 16, cumulative 147.
    const facts = student("KZ", "+2025-09-01 -2025-10-31 +2025-12-20 -2026-03-31");
    const { ours, difference } = compared(facts, 16, "2026-03-15");
    expect(ours).toMatchObject({ rolling: { used: 131 }, cumulative: { used: 147 } });
    expect(difference).toBe(16 - 131);
    expect(causes(facts, 16, "2026-03-15")[0]).toEqual([{ kind: "reading", reading: "anchored" }]);
  });

  it("they do not know of a registration", () => {
    const facts = student("KZ", "+2025-09-01", [granted("2025-11-25", "2026-06-30")]);
    // 85 days before the registration, 91 with those under it.
    expect(compared(facts, 91, "2025-11-30").ours.rolling?.used).toBe(85);
    expect(causes(facts, 91, "2025-11-30")).toContainEqual([
      { kind: "ground_unknown", ref: "dormitory 2025-11-25" },
    ]);
  });

  it("they begin to count on another day", () => {
    expect(causes(student("KZ", "+2025-09-01"), 10, "2025-12-10")[0]).toEqual([
      { kind: "setting", setting: "kzCountingStart", value: day("2025-12-01") },
    ]);
    const turk = compared(student("TR", "+2025-09-01"), 10, "2025-12-10").explanations;
    expect(JSON.stringify(turk)).not.toContain("kzCountingStart");
  });

  it("they do not count the day of exit, count a shared day twice, or let a registration reset", () => {
    const setting = (facts: StudentFacts, stated: number, on: string) =>
      causes(facts, stated, on)
        .flat()
        .filter(({ kind }) => kind === "setting");
    const facts = student("KZ", "+2025-09-01 -2025-09-05 +2025-09-05 -2025-09-10");
    expect(setting(facts, 11, "2025-10-01")).toEqual([
      { kind: "setting", setting: "sameDayCounts", value: "twice" },
    ]);
    expect(setting(facts, 9, "2025-10-01")).toEqual([
      { kind: "setting", setting: "exitDayCounts", value: false },
    ]);
    const registered = student("KZ", "+2025-09-01", [granted("2025-11-01", "2025-11-05")]);
    expect(setting(registered, 5, "2025-11-10")).toContainEqual({
      kind: "setting",
      setting: "registrationEffect",
      value: "resets",
    });
  });

  it("they know when the crossing was made that our log lacks", () => {
    // Most: 1 September to 15 October, 45 days. With an exit on 5 October 35 and 7.
    const facts = student("KZ", "+2025-09-01 +2025-10-09");
    expect(causes(facts, 42, "2025-10-15")).toEqual([
      [
        {
          kind: "crossing_known",
          direction: "exit",
          days: { from: day("2025-10-05"), to: day("2025-10-05") },
          refs: ["#1", "#2"],
        },
      ],
    ]);
  });

  it("they do not know of a stay, of an absence, or of one crossing", () => {
    const log = "+2025-09-01 -2025-09-10 +2025-09-20 -2025-09-24 +2025-10-01";
    const facts = student("KZ", log);
    expect(compared(facts, 15, "2025-10-05").ours.rolling?.used).toBe(20);
    expect(causes(facts, 15, "2025-10-05")).toContainEqual([
      { kind: "stay_unknown", refs: ["#3", "#4"] },
    ]);
    expect(causes(facts, 29, "2025-10-05")).toContainEqual([
      { kind: "absence_unknown", refs: ["#2", "#3"] },
    ]);
    expect(causes(facts, 16, "2025-10-05")).toContainEqual([
      { kind: "crossing_unknown", ref: "#4", openDays: "fewest" },
    ]);
    expect(causes(facts, 25, "2025-10-05")).toContainEqual([
      { kind: "stay_twice", refs: ["#3", "#4"] },
    ]);
  });

  it("they counted the day at the border, or only up to the last exit", () => {
    const facts = student("KZ", "+2025-09-01 -2025-11-29");
    expect(causes(facts, 91, "2025-12-05")).toContainEqual([
      { kind: "stated_day_too", day: day("2025-12-05") },
    ]);
    // On 3 March the window holds 86 of the 90 days that it held on leaving.
    const left = compared(facts, 90, "2026-03-03");
    expect(left.ours.rolling?.used).toBe(86);
    expect(causes(facts, 90, "2026-03-03")).toContainEqual([
      { kind: "counted_to", day: day("2025-11-29") },
    ]);
  });

  it("where no single cause does, two together", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-10 +2025-09-20", [
      granted("2025-09-25", "2025-09-30"),
    ]);
    // Ours: 10 + 5 + 5 on 5 October; without the ground 26, without it and the day itself 25.
    expect(compared(facts, 25, "2025-10-05").ours.rolling?.used).toBe(20);
    expect(causes(facts, 25, "2025-10-05")).toContainEqual([
      { kind: "counted_to", day: day("2025-10-04") },
      { kind: "ground_unknown", ref: "dormitory 2025-09-25" },
    ]);
  });

  it("where nothing gives their number, names what comes nearest and what is left", () => {
    const facts = student("KZ", "+2025-09-01");
    const { explanations, closest } = compared(facts, 77, "2025-09-30");
    expect(explanations).toEqual([]);
    expect(closest?.unexplained).toBe(77 - (closest?.used ?? 0));
    expect(closest).toMatchObject({ used: 60, causes: [{ kind: "stay_twice" }] });
  });

  it("names no stay as counted twice where the stays that are told do not make up our number", () => {
    const facts = student("RU", "-2025-10-16 -2025-11-02 +2025-11-11 +2025-11-18");
    const settings: Settings = { ...defaultSettings, readings: ["anchored"], reentryAfterDays: 91 };
    const on = day("2026-02-15");
    const used = assess(facts, KG, settings, on, YEAR).readings.anchored?.used;
    // The latest period of 180 days can begin on a day that the stays with the most days leave inside an earlier one.
    expect(explain(facts, KG, settings, on).readings.anchored?.used).toBeLessThan(used ?? 0);
    const { explanations, closest } = reconcile(facts, KG, settings, 123, on);
    const named = [...explanations, ...(closest ? [closest] : [])].flatMap((one) => one.causes);
    expect(named.map(({ kind }) => kind)).not.toContain("stay_twice");
  });
});
