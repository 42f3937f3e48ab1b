import { expect, test } from "vitest";
import { day, formatDay } from "@/lib/civil-date/day";
import { holidayRuns } from "./holiday-runs";

const named = (text: string, name: string) => ({ day: day(text), name });
const runsOf = (...holidays: ReturnType<typeof named>[]) =>
  holidayRuns(holidays, (a, b) => a.name === b.name).map(
    ({ from, to, first }) => `${formatDay(from)}..${formatDay(to)} ${first.name}`,
  );

test("days in a row with one name are one run, whatever their order was", () => {
  expect(
    runsOf(
      named("2026-01-02", "New Year"),
      named("2026-01-01", "New Year"),
      named("2026-01-07", "Christmas"),
    ),
  ).toEqual(["2026-01-01..2026-01-02 New Year", "2026-01-07..2026-01-07 Christmas"]);
});

test("neighbours with other names stay apart, and so does one name with a day between", () => {
  expect(
    runsOf(
      named("2026-03-20", "Orozo Ait"),
      named("2026-03-21", "Nooruz"),
      named("2026-05-01", "May"),
      named("2026-05-03", "May"),
    ),
  ).toHaveLength(4);
});

test("no holidays make no run", () => {
  expect(runsOf()).toEqual([]);
});
