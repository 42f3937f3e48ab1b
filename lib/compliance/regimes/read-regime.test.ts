import { describe, expect, it } from "vitest";
import kg from "./kg.json";
import { readRegime } from "./read-regime";

const GONE = Symbol("gone");

/** The problems of kg.json with values planted in it, each at a path like "groups.0.name". */
function problemsWith(...planted: (readonly [path: string, value: unknown])[]): readonly string[] {
  const json = structuredClone(kg) as unknown as Record<string, unknown>;
  for (const [path, value] of planted) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, json);
    if (value !== GONE) holder[last] = value;
    else if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
  }
  const read = readRegime(json, "kg.json");
  return "problems" in read ? read.problems : [];
}

const ONE_LIMIT = { from: "2023-10-21", to: null, limits: [], citations: ["KG-541"], grade: "B" };
const NINETY = { kind: "window", days: 90, within: 180 };

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
      "has a day that does not exist",
      "groups.3.limits.0.from",
      "2023-02-29",
      'groups[3] (UZ): limits[0] from 2023-02-29: from: "2023-02-29" is no day (YYYY-MM-DD)',
    ],
    [
      "has a value that ends before it starts",
      "groups.0.limits.0.to",
      "2023-10-20",
      "groups[0] (KZ): limits[0] from 2023-10-21: ends before it starts, 2023-10-20",
    ],
    [
      "has a gap",
      "groups.0.limits.1.from",
      "2025-09-02",
      "groups[0] (KZ): limits: gap after 2025-08-31",
    ],
    [
      "has an overlap",
      "groups.0.limits.1.from",
      "2025-08-31",
      "groups[0] (KZ): limits: overlap at 2025-08-31",
    ],
    [
      "has a second value after one without end",
      "groups.0.limits.0.to",
      null,
      "groups[0] (KZ): limits: overlap at 2025-09-01",
    ],
    [
      "ends without a successor",
      "groups.4.limits.0.to",
      "2026-01-03",
      "groups[4] (TJ, GE, MD): limits: nothing follows 2026-01-03",
    ],
    [
      "has a gap in an alternative",
      "groups.4.alternatives.0.limits.1.from",
      "2026-01-05",
      "groups[4] (TJ, GE, MD): alternatives[0]: limits: gap after 2026-01-03",
    ],
    ["knows no value", "groups.1.limits", [], "groups[1] (RU, BY, AM): limits: no value"],
    [
      "knows a duty later than the limits",
      "groups.3.registration.0.from",
      "2023-10-22",
      "groups[3] (UZ): registration: begins on 2023-10-22, the limits on 2023-10-21",
    ],
    [
      "has a value without a source",
      "groups.3.limits.0.citations",
      [],
      "groups[3] (UZ): limits[0] from 2023-10-21: no source",
    ],
    [
      "has an unknown source",
      "everyOther.registration.0.citations",
      ["HEARSAY"],
      "everyOther: registration[0] from 2023-10-21: unknown source HEARSAY",
    ],
    [
      "has a reading without a source",
      "readings.1.citations",
      [],
      "readings[1] (anchored): no source",
    ],
    ["has no group's citizenship", "groups.3.citizenships", [], "groups[3]: no citizenship"],
    [
      "has an unknown citizenship",
      "groups.3.citizenships",
      ["UZB"],
      "groups[3] (UZB): citizenships[0]: unknown citizenship UZB (ISO 3166-1, two capital letters)",
    ],
    [
      "has a citizenship in two groups",
      "groups.3.citizenships",
      ["UZ", "KZ"],
      "groups[3] (UZ, KZ): KZ stands in groups[0] (KZ) too",
    ],
    [
      "has a citizenship twice",
      "groups.3.citizenships",
      ["UZ", "UZ"],
      "groups[3] (UZ, UZ): UZ stands twice",
    ],
    [
      "has a citizen at home in a group",
      "home",
      ["KG", "UZ"],
      "groups[3] (UZ): UZ is at home and needs no rule",
    ],
    [
      "has two limits of a kind",
      "groups.3.limits.0.limits",
      [NINETY, NINETY],
      "groups[3] (UZ): limits[0] from 2023-10-21: limits: 2 limits of the kind window",
    ],
    [
      "has an unknown kind of limit",
      "groups.3.limits.0.limits",
      [{ kind: "moon", days: 5 }],
      'groups[3] (UZ): limits[0] from 2023-10-21: limits[0] (moon): kind: unknown "moon"; known are window, per_stay, calendar_year',
    ],
    [
      "has more days than the window",
      "groups.3.limits.0.limits",
      [{ kind: "window", days: 181, within: 180 }],
      "groups[3] (UZ): limits[0] from 2023-10-21: limits[0] (window): 181 days within 180: more than the window has",
    ],
    [
      "has a window for a limit per stay",
      "groups.3.limits.0.limits",
      [{ kind: "per_stay", days: 30, within: 60 }],
      "groups[3] (UZ): limits[0] from 2023-10-21: limits[0] (per_stay): unknown key within",
    ],
    ...[0, -5, 4.5, "30"].map((days): [string, string, unknown, string] => [
      `has ${JSON.stringify(days)} days`,
      "groups.3.registration.0.free.days",
      days,
      `groups[3] (UZ): registration[0] from 2023-10-21: free: days: expected a whole number from 1 on, found ${JSON.stringify(days)}`,
    ]),
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
      "has an unknown grade",
      "groups.3.limits.0.grade",
      "D",
      'groups[3] (UZ): limits[0] from 2023-10-21: grade: unknown "D"; known are A, B, C',
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
      "has an alternative for an unknown question",
      "groups.5.alternatives.0.question",
      "A99",
      "groups[5] (AZ): alternatives[0]: unknown question A99",
    ],
    [
      "has an alternative for a question that moves no limit",
      "groups.5.alternatives.0.question",
      "A9",
      'groups[5] (AZ): alternatives[0]: question: unknown "A9"; known are A19',
    ],
    [
      "has an alternative for an answer that is none",
      "questions.8.values",
      ["60/120"],
      "groups[5] (AZ): alternatives[0]: 30/60 is no answer to A19",
    ],
    [
      "moves the start of limits that are none",
      "groups.0.limits",
      [ONE_LIMIT],
      "groups[0] (KZ): A2 moves the last limits, but those are none",
    ],
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
