import { expect, test } from "vitest";
import { wholeWeeks } from "./rhythm-text";

test("days are weeks give or take a day, and otherwise days", () => {
  expect([6, 7, 8, 13, 14, 15, 28].map(wholeWeeks)).toEqual([1, 1, 1, 2, 2, 2, 4]);
  expect([1, 2, 5, 9, 10, 12, 16, 17].map(wholeWeeks)).toEqual(Array(8).fill(null));
});
