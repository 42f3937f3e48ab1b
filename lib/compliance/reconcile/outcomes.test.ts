import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import { assessedOn } from "../cases/assessed";
import { student } from "../cases/student-facts";
import type { Cause } from "../recount";
import { closestOf, type Outcome, outcomesOf, simplest } from "./outcomes";

const unknown: Cause = { kind: "crossing_unknown", ref: "#1", openDays: "most" };
const ground: Cause = { kind: "ground_unknown", ref: "g" };
const anchored: Cause = { kind: "reading", reading: "anchored" };
const exitDay: Cause = { kind: "setting", setting: "exitDayCounts", value: false };
const twice: Cause = { kind: "stay_twice", refs: ["#1", "#2"] };
const fewest: Cause = { kind: "fewest" };

/** A missing exit, had they known it on these days. */
function known(from: string, to = from, refs = ["#1", "#2"]): Cause {
  const days = { from: day(from), to: day(to) };
  return { kind: "crossing_known", direction: "exit", days, refs };
}

function outcome(used: number, ...causes: Cause[]): Outcome {
  return { causes, reading: "rolling", used };
}

describe("what an assessment leads to", () => {
  // 1 September for sure, up to 9 October at the most; 9 to 15 October.
  const broken = assessedOn(student("KZ", "+2025-09-01 +2025-10-09"), "2025-10-15");
  const whole = assessedOn(student("KZ", "+2025-10-09"), "2025-10-15");
  const told = (outcomes: Outcome[]) =>
    outcomes
      .filter(({ reading }) => reading !== "cumulative")
      .map(({ causes, reading, used }) => [reading, used, ...causes]);

  it("is another number by another reading, and by the sure days of a broken log", () => {
    expect(told(outcomesOf(broken, [], "rolling"))).toEqual([
      ["rolling", 8, fewest],
      ["anchored", 45, anchored],
      ["anchored", 8, fewest, anchored],
    ]);
    expect(told(outcomesOf(whole, [], "rolling"))).toEqual([["anchored", 7, anchored]]);
  });

  it("of a crossing that they lack is told with its open days, most or fewest", () => {
    const sure: Cause = { ...unknown, openDays: "fewest" };
    expect(told(outcomesOf(broken, [unknown], "rolling"))).toEqual([
      ["rolling", 45, unknown],
      ["rolling", 8, sure],
      ["anchored", 45, unknown, anchored],
      ["anchored", 8, sure, anchored],
    ]);
  });

  it("never rests on more than two causes", () => {
    expect(told(outcomesOf(broken, [ground, twice], "rolling"))).toEqual([
      ["rolling", 45, ground, twice],
    ]);
    expect(told(outcomesOf(broken, [ground, unknown], "rolling"))).toEqual([
      ["rolling", 45, ground, unknown],
      ["rolling", 8, ground, { ...unknown, openDays: "fewest" }],
    ]);
  });
});

describe("the simplest explanations", () => {
  const explained = (...all: Outcome[]) => simplest(all).map(({ causes }) => causes);

  it("come first: the fewest causes, then the plainest", () => {
    const all = [
      outcome(1, exitDay, twice),
      outcome(1, { kind: "set_aside", refs: ["#3"] }, ground),
      outcome(1, twice),
      outcome(1, exitDay),
      outcome(1, ground),
    ];
    const before = structuredClone(all);
    expect(explained(...all)).toEqual([
      [exitDay],
      [ground],
      [twice],
      [ground, { kind: "set_aside", refs: ["#3"] }],
      [exitDay, twice],
    ]);
    expect(all).toEqual(before);
  });

  it("hold the days in a row of one missing crossing as one", () => {
    const days = ["2025-10-05", "2025-10-06", "2025-10-07", "2025-10-09"];
    expect(explained(...days.map((on) => outcome(1, known(on))))).toEqual([
      [known("2025-10-05", "2025-10-07")],
      [known("2025-10-09")],
    ]);
    expect(explained(...["2025-10-06", "2025-10-05"].map((on) => outcome(1, known(on))))).toEqual([
      [known("2025-10-06")],
      [known("2025-10-05")],
    ]);
  });

  it("do so only where all else is the same: reading, records, and every other cause", () => {
    const [first, next] = ["2025-10-05", "2025-10-06"];
    const other = (ref: string): Cause => ({ kind: "crossing_unknown", ref, openDays: "most" });
    const countOf = (...all: Outcome[]) => simplest(all).length;
    expect(countOf(outcome(1, exitDay, known(first)), outcome(1, exitDay, known(next)))).toBe(1);
    expect(countOf(outcome(1, known(first), unknown), outcome(1, known(next), unknown))).toBe(1);
    expect(
      countOf(outcome(1, known(first)), { ...outcome(1, known(next)), reading: "anchored" }),
    ).toBe(2);
    expect(countOf(outcome(1, known(first)), outcome(1, known(next, next, ["#2", "#3"])))).toBe(2);
    expect(countOf(outcome(1, known(first)), outcome(1, known(next), unknown))).toBe(2);
    expect(
      countOf(outcome(1, known(first), other("#1")), outcome(1, known(next), other("#2"))),
    ).toBe(2);
    expect(countOf(outcome(1, known(first)), outcome(1, twice))).toBe(2);
    expect(countOf(outcome(1, ground), outcome(1, known(next)))).toBe(2);
    expect(countOf(outcome(1, ground), outcome(1, { ...ground, ref: "h" }))).toBe(2);
  });

  it("are twelve at the most", () => {
    const many = Array.from({ length: 14 }, (_, n) => outcome(1, { ...ground, ref: `g${n}` }));
    expect(simplest(many)).toHaveLength(12);
  });
});

describe("the closest", () => {
  it("is the single cause that leaves the fewest days, the plainest of several", () => {
    const all = [outcome(77, exitDay, ground), outcome(60, twice), outcome(80, ground)];
    expect(closestOf(all, 77)).toEqual({ ...outcome(80, ground), unexplained: -3 });
    expect(closestOf([...all, outcome(74, exitDay), outcome(74, twice)], 77)).toEqual({
      ...outcome(74, exitDay),
      unexplained: 3,
    });
    expect(closestOf([outcome(74, twice), outcome(80, exitDay)], 77)?.used).toBe(80);
  });

  it("is none where nothing was tried", () => {
    expect(closestOf([outcome(77, exitDay, ground)], 77)).toBeNull();
  });
});
