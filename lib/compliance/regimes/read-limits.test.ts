import { describe, expect, it } from "vitest";
import { problemsWith } from "./planted-faults";

const ONE_LIMIT = { from: "2023-10-21", to: null, limits: [], citations: ["KG-541"], grade: "B" };
const NINETY = { kind: "window", days: 90, within: 180 };

describe("the limits of a regime's file, and whose they are", () => {
  it.each<[fault: string, path: string, value: unknown, problem: string]>([
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
      "has an unknown grade",
      "groups.3.limits.0.grade",
      "D",
      'groups[3] (UZ): limits[0] from 2023-10-21: grade: unknown "D"; known are A, B, C',
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
  ])("with a file that %s are refused with the place", (_, path, value, problem) => {
    expect(problemsWith([path, value])).toContain(`kg.json: ${problem}`);
  });
});
