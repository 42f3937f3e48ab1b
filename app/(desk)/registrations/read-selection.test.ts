import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { queryOf, readSelection, searchOf } from "./read-selection";

const TODAY = day("2025-11-15");

test("chosen students are read one by one or many", () => {
  expect(readSelection({ student: "7", asOf: "2025-11-15" }, TODAY)).toEqual({
    kind: "chosen",
    ids: [7],
  });
  expect(readSelection(searchOf("student=7&student=9"), TODAY)).toEqual({
    kind: "chosen",
    ids: [7, 9],
  });
});

test.each(["", "student=", "student=0", "student=7&student=x", "student=-1", "student=1e3"])(
  "%j chooses nobody and is not read as anybody",
  (query) => {
    expect(readSelection(searchOf(query), TODAY)).toBeNull();
  },
);

test("all that match carry the filter of the desk, and a filter that cannot be read is none", () => {
  expect(readSelection(searchOf("all=1&verdict=barred&verdict=at_risk&q=li"), TODAY)).toMatchObject(
    {
      kind: "matching",
      filter: { verdict: ["barred", "at_risk"], q: "li" },
    },
  );
  expect(readSelection(searchOf("all=1&verdict=unheard"), TODAY)).toBeNull();
});

test("an address survives being carried on by a form", () => {
  const search = { all: "1", faculty: ["Право & мир", "Ө"], asOf: "2025-11-15" };
  expect(searchOf(queryOf(search))).toEqual(search);
});

test("a day that no log or plan reaches is not carried on", () => {
  const far = readSelection(searchOf("all=1&asOf=9999-12-31"), TODAY);
  expect(far?.kind === "matching" ? far.filter.asOf : "none").toBeUndefined();
  const near = readSelection(searchOf("all=1&asOf=2026-02-28"), TODAY);
  expect(near?.kind === "matching" ? near.filter.asOf : "none").toBe(day("2026-02-28"));
});
