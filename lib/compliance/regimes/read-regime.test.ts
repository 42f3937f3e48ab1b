import { describe, expect, it } from "vitest";
import kg from "./kg.json" with { type: "json" };
import { GONE, problemsWith } from "./planted-faults";
import { readRegime } from "./read-regime";

describe("a regime's file", () => {
  it("that is sound is read", () => {
    expect(problemsWith()).toEqual([]);
  });

  it.each<[fault: string, path: string, value: unknown, problem: string]>([
    ["is no object", "groups.4", 5, "groups[4]: expected {…}, found 5"],
    ["has an unknown key", "groups.4.limit", [], "groups[4] (TJ, GE, MD): unknown key limit"],
    ["lacks a key", "groups.4.name", GONE, "groups[4] (TJ, GE, MD): name is missing"],
    ["lacks a part", "version", GONE, "version is missing"],
    ["has a list for a text", "version", [], "version: expected text, found []"],
    ["has an empty text", "version", " ", "version: is empty"],
    ["has a text for a list", "notes", "none", 'notes: expected […], found "none"'],
    [
      "has a text for a truth value",
      "looksBackBeforeFrom",
      "no",
      'looksBackBeforeFrom: expected true or false, found "no"',
    ],
    [
      "has a reading without a source",
      "readings.1.citations",
      [],
      "readings[1] (anchored): no source",
    ],
    [
      "has an unknown reading",
      "readings.2.name",
      "gliding",
      'readings[2] (gliding): name: unknown "gliding"; known are rolling, anchored, cumulative',
    ],
    [
      "has limits of days within days, and no reading",
      "readings",
      [],
      "readings: none, but there are limits of days within days",
    ],
    [
      "has an unknown ground",
      "pausingKinds",
      ["castle"],
      'pausingKinds[0]: unknown "castle"; known are dormitory, address, employment, residence_permit, temporary_residence_permit, visa, kairylman, meken_card, resident_card, other',
    ],
    [
      "has a default that is no value",
      "questions.4.default",
      ["forgets"],
      "questions[4] (A9): the default forgets is not among the values",
    ],
    [
      "has a value that the engine does not know",
      "questions.7.values",
      ["91", "90", "120"],
      "questions[7] (A14): unknown value 120",
    ],
    [
      "has a question without a source",
      "questions.2.statements",
      [],
      "questions[2] (A5): no source",
    ],
    [
      "has a question about no setting",
      "questions.2.setting",
      null,
      "questions[2] (A5): several values, but no setting",
    ],
    [
      "has a question with the answers of another",
      "questions.3.setting",
      "exitDayCounts",
      "questions[3] (A7): unknown value once",
    ],
    [
      "has two questions about one setting",
      "questions.3",
      { ...kg.questions[2], id: "A7" },
      "questions: two questions about the setting exitDayCounts",
    ],
    [
      "has a source without a title in a language",
      "sources.0.title",
      { ru: "Положение", ky: "Жобо" },
      "sources[0] (KG-541): title: en is missing",
    ],
    [
      "has a title in one language only",
      "sources.0.title",
      "Положение",
      'sources[0] (KG-541): title: expected {…}, found "Положение"',
    ],
    [
      "has an empty title in a language",
      "sources.0.title.ky",
      " ",
      "sources[0] (KG-541): title: ky: is empty",
    ],
    ["has a note without a language", "notes.0.ky", GONE, "notes[0]: ky is missing"],
    ["has no title in a language", "title.ru", GONE, "title: ru is missing"],
    [
      "has a group without a name in a language",
      "groups.3.name.ky",
      GONE,
      "groups[3] (UZ): name: ky is missing",
    ],
    [
      "has a note on a group without a language",
      "groups.7.note.ru",
      GONE,
      "groups[7] (AT, BE, BG …): note: ru is missing",
    ],
    [
      "has a note on a limit without a language",
      "groups.0.limits.1.note.en",
      GONE,
      "groups[0] (KZ): limits[1] from 2025-09-01: note: en is missing",
    ],
    [
      "has a note on a question without a language",
      "questions.10.note.ky",
      GONE,
      "questions[10] (A22): note: ky is missing",
    ],
    [
      "has a note on a year's holidays without a language",
      "holidays.years.0.note.en",
      GONE,
      "holidays: years[0] (2023): note: en is missing",
    ],
    ["has a language that nobody reads", "title.de", "Aufenthalt", "title: unknown key de"],
    [
      "has words in two languages",
      "questions.0.asks",
      { ru: "?", en: "?" },
      "questions[0] (A1): asks: ky is missing",
    ],
    [
      "has a holiday of another year",
      "holidays.years.3.days.0.from",
      "2025-12-31",
      "holidays: years[3] (2026): 2025-12-31 is another year",
    ],
    [
      "has a holiday without a name",
      "holidays.years.4.days.1.name",
      "easter",
      'holidays: years[4] (2027): days[1] from 2027-01-07: name: unknown "easter"; known are new_year, christmas, defender, women, nooruz, may, independence, ancestors, orozo_ait, kurman_ait, moved',
    ],
    [
      "has a source with an impossible date",
      "sources.0.date",
      "2023-13",
      'sources[0] (KG-541): date: "2023-13" is no year, month or day (YYYY-MM-DD)',
    ],
    ["has a source twice", "sources.1.id", "KG-541", "sources: KG-541 stands twice"],
  ])("that %s is refused with the place", (_, path, value, problem) => {
    expect(problemsWith([path, value])).toContain(`kg.json: ${problem}`);
  });

  it("with several faults is refused with all of them", () => {
    expect(
      problemsWith(
        ["version", ""],
        ["groups.0.limits.1.from", "2025-09-02"],
        ["groups.3.citizenships", ["UZB"]],
        ["everyOther.registration.0.grade", "D"],
      ),
    ).toEqual([
      "kg.json: version: is empty",
      "kg.json: groups[0] (KZ): limits: gap after 2025-08-31",
      "kg.json: groups[3] (UZB): citizenships[0]: unknown citizenship UZB (ISO 3166-1, two capital letters)",
      'kg.json: everyOther: registration[0] from 2023-10-21: grade: unknown "D"; known are A, B, C',
    ]);
  });

  it("is refused whatever it is instead of an object", () => {
    for (const json of [null, 5, "kg", [], true]) {
      expect(readRegime(json, "kg.json")).toEqual({
        problems: [`kg.json: expected {…}, found ${JSON.stringify(json)}`],
      });
    }
  });

  it("never falls over what is put in place of any of its parts", () => {
    // Of a list, its first items: the others are read by the same code.
    const paths = pathsIn(kg, "").filter((path) => !/\.([2-9]|\d\d)(\.|$)/.test(path));
    for (const path of paths) {
      for (const value of [null, 5, "", [], {}, GONE]) {
        expect(Array.isArray(problemsWith([path, value]))).toBe(true);
      }
    }
    expect(paths.length).toBeGreaterThan(200);
  });
});

function pathsIn(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, item]) =>
    pathsIn(item, path === "" ? key : `${path}.${key}`),
  );
  return path === "" ? inside : [path, ...inside];
}
