import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day, formatDay } from "@/lib/civil-date/day";
import type { AccountRow } from "@/lib/compliance/day-account";
import { evidenceSpans, linesOf, sumsOf } from "./account-lines";

const START = day("2025-09-01");
type Kind = "counted" | "outside" | "paused" | "unknown";

/** Rows of these kinds, a day each; counted days and those not known are numbered, each adding `weight`. */
function rowsOf(kinds: readonly Kind[], weight = 1): AccountRow[] {
  let number = 0;
  return kinds.map((status, index) => {
    const counts = status === "counted" || status === "unknown";
    if (counts) number += weight;
    const reasons = { counted: "present", outside: "absent", paused: "ground", unknown: "log_gap" };
    return {
      day: addDays(START, index),
      status,
      reason: reasons[status] as AccountRow["reason"],
      weight: counts ? weight : 0,
      number: counts ? number : null,
      crossings: status === "outside" ? [] : ["1"],
      grounds: status === "paused" ? ["g"] : [],
    };
  });
}

const told = (rows: AccountRow[], view: "runs" | "days", breach: Day | null = null) =>
  linesOf(rows, breach, view).map(
    ({ status, from, to, numbers }) =>
      `${status} ${formatDay(from).slice(5)}..${formatDay(to).slice(5)} ${numbers === null ? "-" : `${numbers.first}-${numbers.last}`}`,
  );

describe("the lines of an account", () => {
  const rows = rowsOf(["counted", "counted", "outside", "outside", "counted", "paused", "paused"]);

  test("hold days that are alike together", () => {
    expect(told(rows, "runs")).toEqual([
      "counted 09-01..09-02 1-2",
      "outside 09-03..09-04 -",
      "counted 09-05..09-05 3-3",
      "paused 09-06..09-07 -",
    ]);
  });

  test("hold every day inside by itself where that is asked for, and days abroad together still", () => {
    expect(told(rows, "days")).toEqual([
      "counted 09-01..09-01 1-1",
      "counted 09-02..09-02 2-2",
      "outside 09-03..09-04 -",
      "counted 09-05..09-05 3-3",
      "paused 09-06..09-06 -",
      "paused 09-07..09-07 -",
    ]);
  });

  test("begin anew on the first day over the limit", () => {
    const long = rowsOf(["counted", "counted", "counted"]);
    expect(told(long, "runs", day("2025-09-02"))).toEqual([
      "counted 09-01..09-01 1-1",
      "counted 09-02..09-03 2-3",
    ]);
    expect(linesOf(long, day("2025-09-02"), "runs").map(({ breach }) => breach)).toEqual([
      false,
      true,
    ]);
  });

  test("part two stays that follow one another without a day between", () => {
    const two = rowsOf(["counted", "counted"]).map((row, index) => ({
      ...row,
      crossings: [String(index)],
    }));
    expect(told(two, "runs")).toHaveLength(2);
  });

  test("show what they rest on once for days that rest on the same, and again after a week", () => {
    const lines = linesOf(rowsOf(Array<Kind>(9).fill("counted")), null, "days");
    expect(evidenceSpans(lines)).toEqual([7, 0, 0, 0, 0, 0, 0, 2, 0]);
    const parted = rowsOf(["counted", "counted", "outside", "counted", "paused"]);
    expect(evidenceSpans(linesOf(parted, null, "days"))).toEqual([2, 0, 1, 1, 1]);
  });

  test("leave out no day, and their sums are the number of the reading, in either view", () => {
    const kinds = fc.array(fc.constantFrom<Kind>("counted", "outside", "paused", "unknown"));
    fc.assert(
      fc.property(kinds, fc.constantFrom(1, 2), (list, weight) => {
        const made = rowsOf(list, weight);
        const last = made.findLast(({ number }) => number !== null)?.number ?? 0;
        for (const view of ["runs", "days"] as const) {
          const sums = sumsOf(linesOf(made, null, view));
          expect(sums.sure + sums.atMost).toBe(last);
          expect(sums.days).toBe(list.length);
          expect(sums.counted + sums.unknown + sums.paused + sums.outside).toBe(list.length);
        }
      }),
    );
  });
});
