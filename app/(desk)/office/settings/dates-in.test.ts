import { expect, test } from "vitest";
import { datesIn } from "./dates-in";

test("dates may stand on lines or after commas, in either form", () => {
  expect(datesIn("07.01.2026\n8.3.2026, 2026-03-21;\n\n")).toEqual([
    "2026-01-07",
    "2026-03-08",
    "2026-03-21",
  ]);
});

test("what is no date stays as it was written, to be refused by the service", () => {
  expect(datesIn("31.12. Нооруз")).toEqual(["31.12.", "Нооруз"]);
});

test("an empty text holds none", () => {
  expect(datesIn(" \n")).toEqual([]);
});
