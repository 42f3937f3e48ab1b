import { expect, test } from "vitest";
import { queryOf, readSelection, searchOf } from "./read-selection";

test("chosen students are read one by one or many", () => {
  expect(readSelection({ student: "7", asOf: "2025-11-15" })).toEqual({ kind: "chosen", ids: [7] });
  expect(readSelection(searchOf("student=7&student=9"))).toEqual({ kind: "chosen", ids: [7, 9] });
});

test.each(["", "student=", "student=0", "student=7&student=x", "student=-1", "student=1e3"])(
  "%j chooses nobody and is not read as anybody",
  (query) => {
    expect(readSelection(searchOf(query))).toBeNull();
  },
);

test("all that match carry the filter of the desk, and a filter that cannot be read is none", () => {
  expect(readSelection(searchOf("all=1&verdict=barred&verdict=at_risk&q=li"))).toMatchObject({
    kind: "matching",
    filter: { verdict: ["barred", "at_risk"], q: "li" },
  });
  expect(readSelection(searchOf("all=1&verdict=unheard"))).toBeNull();
});

test("an address survives being carried on by a form", () => {
  const search = { all: "1", faculty: ["Право & мир", "Ө"], asOf: "2025-11-15" };
  expect(searchOf(queryOf(search))).toEqual(search);
});
