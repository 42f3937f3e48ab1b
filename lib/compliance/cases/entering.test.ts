import { describe, expect, it } from "vitest";
import { day, formatDay } from "@/lib/civil-date/day";
import { type EntryDay, entryCalendar, entryRuns, firstEntryFor } from "../entry-calendar";
import type { StudentFacts } from "../facts";
import { longestStays } from "../longest-stays";
import { project } from "../project";
import type { DatedLimits } from "../regimes/regime";
import { type RuleSet, ruleSetFor } from "../rule-set";
import { defaultSettings } from "../settings";
import { written } from "./assessed";
import { granted, student } from "./student-facts";

const KG = ruleSetFor("kg");

/** What entering on a day allows: "30 rolling". */
function entering(facts: StudentFacts, asOf: string, on: string, ruleSet: RuleSet = KG): string {
  const days = entryCalendar(facts, ruleSet, defaultSettings, day(asOf), day(on), day(on));
  return days.map(({ stay, bindsBy }) => `${stay} ${bindsBy ?? ""}`.trim()).join();
}

/** The longest stay from a day on in the rolling reading. */
function longest(facts: StudentFacts, asOf: string, on: string) {
  return longestStays(facts, KG, defaultSettings, day(asOf), day(on), day(on)).rolling;
}

describe("entry after a breach", () => {
  // 90 days from 1 March to 29 May, and one more on 20 August: the wait ends on 19 November.
  const log = "+2025-03-01 -2025-05-29 +2025-08-20 -2025-08-20";

  it("is closed for the whole wait although the window has room long before", () => {
    const facts = student("RU", log);
    expect(entering(facts, "2025-09-01", "2025-09-10")).toBe("0 rolling");
    expect(entering(facts, "2025-09-01", "2025-11-18")).toBe("0 rolling");
    // 20 August leaves the window on the 90th day of that stay, 16 February.
    expect(entering(facts, "2025-09-01", "2025-11-19")).toBe("90 rolling");
    expect(longest(facts, "2025-09-01", "2025-11-18")).toEqual([0]);
    expect(longest(facts, "2025-09-01", "2025-11-19")).toEqual([90]);
  });

  it("is closed also under a permit, and without an end once the wait is over", () => {
    const facts = student("RU", log, [granted("2025-08-25", null, "residence_permit")]);
    expect(entering(facts, "2025-09-01", "2025-11-18")).toBe("0 rolling");
    expect(entering(facts, "2025-09-01", "2025-11-19")).toBe("unlimited");
    expect(longest(facts, "2025-09-01", "2025-11-19")).toEqual([null]);
  });
});

describe("the earliest entry", () => {
  /** In the cumulative reading, where its count is cleared by the wait of a regime, or by nothing. */
  function earliest(facts: StudentFacts, asOf: string, ruleSet: RuleSet): string | null {
    const { cumulative } = project(facts, ruleSet, defaultSettings, day(asOf), 1);
    return written(cumulative?.earliestEntry);
  }

  it("is not today where the wait is over today, but whoever leaves today may not come back tomorrow", () => {
    // Left on the 96th day, on 5 December: open again on 6 March, the last day of a registration.
    const log = "+2025-09-01 -2025-12-05 +2026-01-24 -2026-03-06";
    const facts = student("KZ", log, [granted("2026-01-24", "2026-03-06")]);
    // The registered stay was presence: 90 whole days outside are over on 4 June.
    expect(earliest(facts, "2026-03-06", KG)).toBe("2026-06-05");
  });

  it("with the limit used up is today on the last day of a ground, and not on the day after", () => {
    const facts = student("KZ", "+2025-09-01 -2025-11-29", [granted("2025-12-10", "2025-12-20")]);
    expect(earliest(facts, "2025-12-20", KG)).toBe("2025-12-20");
    // 90 whole days outside, from 30 November on, are over on 27 February.
    expect(earliest(facts, "2025-12-21", KG)).toBe("2026-02-28");
  });

  it("is looked for 3660 days ahead", () => {
    const visaFrom = (from: string) =>
      student("KZ", "+2025-09-01 -2025-12-05", [granted(from, null, "visa")]);
    const never = { ...KG, reentryWait: null };
    expect(earliest(visaFrom("2036-06-08"), "2026-06-01", never)).toBe("2036-06-08");
    expect(earliest(visaFrom("2036-06-09"), "2026-06-01", never)).toBeNull();
  });
});

describe("a stay under grounds", () => {
  it("with the limit used up lasts as long as they do, and does not begin after them", () => {
    const facts = student("KZ", "+2025-09-01 -2025-11-29", [granted("2025-12-10", "2025-12-20")]);
    expect(entering(facts, "2025-12-10", "2025-12-20")).toBe("1 rolling");
    expect(entering(facts, "2025-12-10", "2025-12-21")).toBe("0 rolling");
  });

  it("has no end where the visa has none", () => {
    const facts = student("IN", "", [granted("2025-09-01", null, "visa")]);
    expect(entering(facts, "2025-10-01", "2025-10-05")).toBe("unlimited");
  });
});

describe("one day that is left", () => {
  it("is one day from any day on, but from the day of leaving only if the next is lawful too", () => {
    const left = student("KZ", "+2025-09-01 -2025-11-28");
    expect(longest(left, "2025-12-01", "2025-12-05")).toEqual([1]);
    // On the day of leaving a return costs nothing: that day and the next.
    expect(longest(left, "2025-11-28", "2025-11-28")).toEqual([2]);
    // Under a ground that ends with the day there is that day, although nobody may enter on the next.
    const covered = student("KZ", "+2025-09-01 -2025-11-29", [granted("2025-12-01", "2025-12-05")]);
    expect(longest(covered, "2025-12-01", "2025-12-05")).toEqual([1]);
    const usedUp = student("KZ", "+2025-09-01 -2025-11-29");
    expect(longest(usedUp, "2025-11-29", "2025-11-29")).toEqual([0]);
  });
});

describe("entry before a limit applies", () => {
  const limits = (...all: [from: string, to: string | null, days: number][]): RuleSet => {
    const dated = all.map(([from, to, days]): DatedLimits => {
      const value = days === 0 ? [] : [{ kind: "window" as const, days, within: 2 * days }];
      const end = to === null ? null : day(to);
      return { from: day(from), to: end, value, citations: [], grade: "B" };
    });
    const everyOther = { citizenships: [], byVisa: false, limits: dated, registration: [] };
    return { ...KG, rules: [], everyOther };
  };
  const nobody = student("XX", "");

  it("ends by the first limit that follows, be it after another time without one", () => {
    const rules = limits(
      ["2024-01-01", "2024-12-31", 90],
      ["2025-01-01", "2025-06-30", 0],
      ["2025-07-01", "2025-12-31", 0],
      ["2026-01-01", null, 30],
    );
    // 214 days from 1 June to 31 December, and 30.
    expect(entering(nobody, "2025-06-01", "2025-06-01", rules)).toBe("244 rolling");
  });

  it("ends by the second limit that follows where the first leaves room", () => {
    const rules = limits(
      ["2024-01-01", "2025-06-30", 90],
      ["2025-07-01", "2025-12-31", 200],
      ["2026-01-01", null, 30],
    );
    // 30 days of June, 184 to the end of the year, and 30: each limit counts from its own first day.
    const on = day("2025-06-01");
    expect(longestStays(nobody, rules, defaultSettings, on, on, on).rolling).toEqual([244]);
  });

  it("has no end where none follows", () => {
    const rules = limits(["2024-01-01", "2024-12-31", 90], ["2025-01-01", null, 0]);
    expect(entering(nobody, "2025-06-01", "2025-06-01", rules)).toBe("unlimited");
  });
});

describe("the days of a calendar", () => {
  const entryDay = (on: string, stay: EntryDay["stay"], bindsBy: EntryDay["bindsBy"] = null) => ({
    day: day(on),
    stay,
    bindsBy,
  });

  it("are one run while they follow each other, allow the same and end by the same reading", () => {
    const runs = entryRuns([
      entryDay("2025-12-01", 30, "rolling"),
      entryDay("2025-12-02", 30, "rolling"),
      entryDay("2025-12-03", 30, "cumulative"),
      entryDay("2025-12-05", 30, "cumulative"),
      entryDay("2025-12-06", 29, "cumulative"),
    ]);
    expect(runs.map(({ from, to }) => [formatDay(from), formatDay(to)].join(" "))).toEqual([
      "2025-12-01 2025-12-02",
      "2025-12-03 2025-12-03",
      "2025-12-05 2025-12-05",
      "2025-12-06 2025-12-06",
    ]);
  });

  it("offer a stay where it is long enough or has no end, not where nobody knows", () => {
    const first = (...stays: EntryDay["stay"][]) =>
      firstEntryFor(
        stays.map((stay, index) => entryDay(`2025-12-0${index + 1}`, stay)),
        30,
      );
    expect(first("unknown", 29, 30)).toBe(day("2025-12-03"));
    expect(first("unknown", "unlimited", 30)).toBe(day("2025-12-02"));
    expect(first("unknown", 0)).toBeNull();
  });
});
