import { describe, expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import type { Crossing } from "@/lib/compliance/facts";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { checkPlan } from "./check-plan";
import { readPlan } from "./plan-address";
import type { PlanBasis } from "./plan-basis";

/** "in 2025-09-01, out 2025-10-01" → crossings. */
function log(text: string): Crossing[] {
  if (text === "") return [];
  return text.split(", ").map((piece, index) => {
    const [way, on = ""] = piece.split(" ");
    const direction = way === "in" ? "entry" : "exit";
    return { day: day(on), minute: null, direction, ref: String(index + 1) };
  });
}

function basis(crossings: string): PlanBasis {
  return {
    facts: { citizenship: "KZ", crossings: log(crossings), grounds: [] },
    ruleSet: ruleSetFor("kg"),
    settings: defaultSettings,
    asOf: day("2025-11-15"),
    academicYear: { from: day("2025-09-01"), to: day("2026-06-30") },
  };
}

function check(crossings: string, plan: string) {
  const { rows, unreadable } = readPlan(plan);
  expect(unreadable).toEqual([]);
  return checkPlan(rows, basis(crossings));
}

const INSIDE = "in 2025-09-01";
const OUTSIDE = "in 2025-09-01, out 2025-10-01";

describe("a plan that can be", () => {
  test("a trip adds its exit and its entry", () => {
    const { problems, plan } = check(INSIDE, "trip.2025-12-05.2026-01-10");
    expect(problems).toEqual([null]);
    expect(plan.crossings).toEqual([
      { day: day("2025-12-05"), minute: null, direction: "exit" },
      { day: day("2026-01-10"), minute: null, direction: "entry" },
    ]);
  });

  test("a registration without an end lasts to the end of the academic year", () => {
    const { problems, plan } = check(INSIDE, "address.2025-11-20.");
    expect(problems).toEqual([null]);
    expect(plan.grounds).toEqual([
      { kind: "address", from: day("2025-11-20"), to: day("2026-06-30") },
    ]);
  });

  test("home and back on one day, and a second trip after the first", () => {
    const text = "trip.2025-11-20.2025-11-20_trip.2025-12-01.2025-12-05";
    expect(check(INSIDE, text).problems).toEqual([null, null]);
  });

  test("leaving on the day of the report, after entering on it", () => {
    expect(check("in 2025-11-15", "trip.2025-11-15.2025-11-22").problems).toEqual([null]);
  });

  test("an exit that the log lacks mends it", () => {
    const broken = "in 2025-09-01, in 2025-10-20";
    expect(check(broken, "exit.2025-10-01").problems).toEqual([null]);
  });

  test("two crossings that the log lacks fit only together, in whatever order they stand", () => {
    const text = "entry.2025-10-12_exit.2025-10-10";
    expect(check(INSIDE, text).problems).toEqual([null, null]);
  });

  test("what the log itself lacks is held against no row", () => {
    const broken = "in 2025-09-01, in 2025-09-20, out 2025-10-01, out 2025-10-20, in 2025-11-01";
    expect(check(broken, "trip.2025-12-05.").problems).toEqual([null]);
  });

  test("a row that is switched off says nothing and adds nothing", () => {
    const { problems, plan } = check(OUTSIDE, "off.trip.2025-12-05._off.trip..");
    expect(problems).toEqual([null, null]);
    expect(plan).toEqual({ crossings: [], grounds: [], setAside: [] });
  });
});

describe("a plan that cannot be is told at its row, and left out", () => {
  const since = (text: string) => day(text);
  test.each([
    ["without its day", INSIDE, "trip..2026-01-10", { kind: "dayMissing" }],
    ["back before leaving", INSIDE, "trip.2025-12-05.2025-12-04", { kind: "backwards" }],
    ["a trip yesterday", INSIDE, "trip.2025-11-14.2025-12-04", { kind: "over" }],
    ["a missing crossing tomorrow", INSIDE, "exit.2025-11-16", { kind: "ahead" }],
    ["in ten years", INSIDE, "trip.2035-12-05.", { kind: "tooFar" }],
    ["in the year 2", INSIDE, "exit.0002-12-05", { kind: "tooFar" }],
    [
      "leaving while outside",
      OUTSIDE,
      "trip.2025-12-05.2026-01-10",
      { kind: "outside", since: since("2025-10-01") },
    ],
    ["leaving a country never entered", "", "trip.2025-12-05.", { kind: "outside", since: null }],
    [
      "entering while inside",
      INSIDE,
      "visit.2025-12-05.",
      { kind: "inside", since: since("2025-09-01") },
    ],
    [
      "registering while outside",
      OUTSIDE,
      "dormitory.2025-11-20.",
      { kind: "outside", since: since("2025-10-01") },
    ],
    [
      "registering after the academic year",
      INSIDE,
      "dormitory.2026-07-01.",
      { kind: "yearOver", ended: since("2026-06-30") },
    ],
    [
      "an exit inside a stay, without the entry after it",
      OUTSIDE,
      "exit.2025-09-10",
      { kind: "otherMissing", direction: "exit", on: since("2025-10-01") },
    ],
    [
      "an entry before a stay, without the exit after it",
      INSIDE,
      "entry.2025-08-20",
      { kind: "otherMissing", direction: "entry", on: since("2025-09-01") },
    ],
    ["a crossing that the log holds", OUTSIDE, "exit.2025-10-01", { kind: "known" }],
  ])("%s", (_, crossings, plan, problem) => {
    const checked = check(crossings, plan);
    expect(checked.problems).toEqual([problem]);
    expect(checked.plan).toEqual({ crossings: [], grounds: [], setAside: [] });
  });

  test("of two trips that overlap, the one that begins inside the other", () => {
    const text = "trip.2025-12-01.2025-12-20_trip.2025-12-10.2025-12-12";
    const { problems, plan } = check(INSIDE, text);
    expect(problems).toEqual([null, { kind: "outside", since: day("2025-12-01") }]);
    expect(plan.crossings).toHaveLength(2);
  });

  test("a registration during a planned trip", () => {
    const text = "trip.2025-12-01.2025-12-20_dormitory.2025-12-05.";
    const { problems } = check(INSIDE, text);
    expect(problems).toEqual([null, { kind: "outside", since: day("2025-12-01") }]);
  });

  test("a registration on the day of leaving is made before leaving, on the day after it is too late", () => {
    const registered = (from: string) =>
      check(INSIDE, `trip.2025-12-01.2025-12-20_dormitory.${from}.`).problems;
    expect(registered("2025-11-30")).toEqual([null, null]);
    expect(registered("2025-12-01")).toEqual([null, null]);
    expect(registered("2025-12-02")).toEqual([null, { kind: "outside", since: day("2025-12-01") }]);
  });
});
