import { describe, expect, it } from "vitest";
import { newReckoning, noteOver } from "./reckoning";

const LIMIT = 10;

/** What is over the limit of 10 where used changes by the same each day: "first, last, how many days". */
function overOn(used: readonly number[], since = 0): string {
  const [first = 0, second = first] = used;
  const reckoning = { ...newReckoning(LIMIT, 180), since };
  noteOver(reckoning, 100, 100 + used.length - 1, first, second - first);
  const { firstOver, lastOver, overDays } = reckoning;
  return overDays === 0 ? "none" : `${firstOver}, ${lastOver}, ${overDays}`;
}

/** Days that several stays hold (A7) come into a window and leave it by more than one. */
describe("the days over the limit of a line of used days", () => {
  it.each<[used: number[], over: string]>([
    [[11, 9], "100, 100, 1"],
    [[13, 11, 9, 7], "100, 101, 2"],
    [[12, 10, 8], "100, 100, 1"],
    [[12, 11, 10, 9], "100, 101, 2"],
    [[10, 12], "101, 101, 1"],
    [[9, 11, 13], "101, 102, 2"],
    [[8, 10, 12], "102, 102, 1"],
    [[9, 10, 11, 12], "102, 103, 2"],
    [[11, 11, 11], "100, 102, 3"],
    [[10, 10, 10], "none"],
    [[10, 9, 8], "none"],
    [[8, 9, 10], "none"],
  ])("%j: %s", (used, over) => expect(overOn(used)).toBe(over));

  it("are looked for from a day on", () => {
    expect(overOn([13, 11, 9], 101)).toBe("101, 101, 1");
    expect(overOn([13, 11, 9], 102)).toBe("none");
    expect(overOn([9, 11, 13], 102)).toBe("102, 102, 1");
    expect(overOn([11, 11, 11], 103)).toBe("none");
  });
});
