import { expect, test } from "vitest";
import { Turns } from "./turns";

/** How often others came to their turn while so many students of so many crossings each were worked on. */
async function turnsOfOthers(students: number, crossings: number): Promise<number> {
  const turns = new Turns();
  let others = 0;
  let working = true;
  const other = () => {
    if (!working) return;
    others += 1;
    setImmediate(other);
  };
  setImmediate(other);
  for (let student = 0; student < students; student += 1) await turns.after(crossings);
  working = false;
  return others;
}

test("others come to their turn by how much was done, not by how many students", async () => {
  expect(await turnsOfOthers(50, 20)).toBe(0);
  const ofMany = await turnsOfOthers(1000, 20);
  expect(ofMany).toBeGreaterThanOrEqual(9);
  expect(ofMany).toBeLessThanOrEqual(11);
  expect(await turnsOfOthers(30, 1000)).toBeGreaterThanOrEqual(9);
});
