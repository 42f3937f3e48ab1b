import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import { readArguments } from "./arguments";

const FILES = ["--roster", "r.csv", "--crossings", "c.csv"];
const AS_OF = ["--as-of", "2025-11-15"];

describe("the command line of assess", () => {
  it("takes the regime kg, the current academic year and JSON where nothing else is said", () => {
    expect(readArguments([...FILES, ...AS_OF])).toEqual({
      roster: "r.csv",
      crossings: "c.csv",
      grounds: null,
      asOf: day("2025-11-15"),
      academicYear: { from: day("2025-09-01"), to: day("2026-06-30") },
      regime: "kg",
      regimeFile: null,
      format: "json",
      answers: false,
    });
  });

  it.each([
    ["a day that does not exist", [...FILES, "--as-of", "2025-11-31"], "--as-of is not a day"],
    ["no day", FILES, "--as-of is missing"],
    ["no roster", ["--crossings", "c.csv", ...AS_OF], "--roster is missing"],
    [
      "a regime that is not there",
      [...FILES, ...AS_OF, "--regime", "moon"],
      "--regime moon is not supported; supported are kg, schengen, kz, ru, tr, ge",
    ],
    [
      "answers in a table",
      [...FILES, ...AS_OF, "--answers", "--format", "csv"],
      "--answers are written as JSON alone",
    ],
    [
      "two regimes",
      [...FILES, ...AS_OF, "--regime", "kg", "--regime-file", "my.json"],
      "--regime and --regime-file exclude each other",
    ],
    [
      "an academic year that ends before it starts",
      [...FILES, ...AS_OF, "--academic-year", "2026-06-30..2025-09-01"],
      "--academic-year is not a range",
    ],
    ["a format that is none", [...FILES, ...AS_OF, "--format", "xml"], "--format is json or csv"],
    ["an unknown option", [...FILES, ...AS_OF, "--loud"], "Unknown option '--loud'"],
    ["a stray word", [...FILES, ...AS_OF, "loud"], "Unexpected argument 'loud'"],
    ["an option twice", [...FILES, ...AS_OF, ...AS_OF], "--as-of is given more than once"],
  ])("refuses %s", (_, args, text) => {
    const read = readArguments(args);
    const problems = read !== "help" && "problems" in read ? read.problems : [];
    expect(problems).toEqual([{ where: "assess", row: null, text: expect.stringContaining(text) }]);
  });

  it("names everything that is wrong at once", () => {
    const read = readArguments(["--regime", "moon", "--format", "xml"]);
    expect(read !== "help" && "problems" in read && read.problems).toHaveLength(5);
  });
});
