import fc from "fast-check";
import { expect, test } from "vitest";
import {
  baseRowOf,
  heightInPage,
  offsetAt,
  offsetShowing,
  rowsAt,
  scrollFor,
  type Track,
  topOfBase,
} from "./grid-scroll";

const ROW = 32;
const track = (total: number, seen = 500): Track => ({ total, rowHeight: ROW, seen });
/** As far as the box scrolls: the list and the heading above it, less what is seen of both. */
const lastScroll = (of: Track) => Math.max(0, heightInPage(of) - of.seen);

/** Where the line of a row stands, from the upper edge of what is seen. */
function inSightAt(of: Track, offset: number, scrollTop: number, row: number): number {
  const base = baseRowOf(rowsAt(of, offset).first);
  return topOfBase(of, base, { offset, scrollTop }) + (row - base) * ROW - scrollTop;
}

test("a full sheet of Excel is no higher in the page than any browser allows, and its last row is reached", () => {
  const sheet = track(1_048_576);
  // Firefox lays out no more than this; Chromium less than 33,554,432 px, which are the rows of the sheet.
  expect(heightInPage(sheet)).toBeLessThan(17_895_697);
  const end = lastScroll(sheet);
  const offset = offsetAt(sheet, end);
  expect(rowsAt(sheet, offset).last).toBe(1_048_575);
  expect(inSightAt(sheet, offset, end, 1_048_575)).toBeCloseTo(500 - ROW, 3);
  expect(rowsAt(sheet, offsetAt(sheet, 0)).first).toBe(0);
});

test("a file of ordinary length is scrolled px by px", () => {
  const list = track(1000);
  expect(heightInPage(list)).toBe(32_000);
  expect(offsetAt(list, 321)).toBe(321);
  expect(inSightAt(list, 320, 320, 10)).toBe(0);
  expect(offsetShowing(list, 0, 20)).toBe(21 * ROW - 500);
  expect(offsetShowing(list, 320, 9)).toBe(288);
  expect(offsetShowing(list, 320, 12)).toBe(320);
});

test("a list that is shorter than what is seen does not scroll", () => {
  expect(rowsAt(track(3), offsetAt(track(3), 0))).toEqual({ first: 0, last: 2 });
  expect(offsetShowing(track(3), 0, 2)).toBe(0);
  expect(rowsAt(track(0), 0).last).toBe(-1);
});

test("whatever is gone to is wholly in sight, however many rows there are and however the browser rounds", () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 25_000_000 }), part, part, (total, from, to) => {
      const of = track(total);
      const row = Math.floor(to * (total - 1));
      const offset = offsetShowing(of, offsetAt(of, Math.floor(from * lastScroll(of))), row);
      const scrollTop = Math.round(scrollFor(of, offset));
      expect(scrollTop).toBeLessThanOrEqual(Math.ceil(lastScroll(of)));
      const { first, last } = rowsAt(of, offset);
      expect([first <= row, row <= last, last - first < 64]).toEqual([true, true, true]);
      const top = inSightAt(of, offset, scrollTop, row);
      expect(top).toBeGreaterThanOrEqual(-0.01);
      expect(top + ROW).toBeLessThanOrEqual(500.01);
    }),
  );
});
