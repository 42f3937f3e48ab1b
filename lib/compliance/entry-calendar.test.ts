import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, formatDay } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { READINGS, type ReadingName, WINDOW_READINGS } from "./assessment";
import { anySettings } from "./cases/any-settings";
import { studentsAround } from "./cases/any-student";
import { granted, student } from "./cases/student-facts";
import { type EntryDay, entryCalendar, entryRuns, firstEntryFor } from "./entry-calendar";
import type { StudentFacts } from "./facts";
import { stripOf } from "./ledger";
import { project } from "./project";
import { REGIME_IDS, type RegimeId, type RuleSet, ruleSetFor } from "./rule-set";
import { defaultSettings, type Settings } from "./settings";

const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

function calendar(facts: StudentFacts, asOf: string, to: string, regime: RegimeId = "kg") {
  return entryCalendar(facts, ruleSetFor(regime), defaultSettings, day(asOf), day(asOf), day(to));
}

function runs(days: readonly EntryDay[]) {
  return entryRuns(days).map(({ from, to, stay, bindsBy }) =>
    [formatDay(from), formatDay(to), stay, bindsBy].join(" "),
  );
}

describe("the entry calendar", () => {
  it("who was never inside may stay 90 days from any day", () => {
    expect(runs(calendar(student("KZ", ""), "2025-12-01", "2026-11-30"))).toEqual([
      "2025-12-01 2026-11-30 90 rolling",
    ]);
  });

  it("after 90 days in a row the border is closed until the first of them leaves the window", () => {
    // Left on 29 November with 90 used, not over: rolling opens on 28 February, cumulative one day before.
    const left = student("KZ", "+2025-09-01 -2025-11-29");
    const days = calendar(left, "2025-12-01", "2026-03-10");
    expect(runs(days).slice(0, 2)).toEqual([
      "2025-12-01 2026-02-27 0 rolling",
      "2026-02-28 2026-03-10 90 rolling",
    ]);
    expect(firstEntryFor(days, 30)).toBe(day("2026-02-28"));
    expect(firstEntryFor(days, 91)).toBeNull();
  });

  it("who is inside leaves today first; what is left of the limit is the longest stay", () => {
    const inside = student("KZ", "+2025-09-01");
    const days = calendar(inside, "2025-10-30", "2025-11-02");
    // 60 used on 30 October, which a return on the same day has already paid for.
    expect(runs(days)).toEqual([
      "2025-10-30 2025-10-30 31 rolling",
      "2025-10-31 2025-11-02 30 rolling",
    ]);
  });

  it("with 80 days used, a later entry gains the days that leave the window", () => {
    const left = student("KZ", "+2025-09-01 -2025-11-19");
    const days = calendar(left, "2025-12-01", "2026-02-18");
    // project.test: eleven days in a row from 18 February on.
    expect(firstEntryFor(days, 10)).toBe(day("2025-12-01"));
    expect(firstEntryFor(days, 11)).toBe(day("2026-02-18"));
  });

  it("over the limit, entry is closed for 90 whole days after leaving", () => {
    const over = student("KZ", "+2025-09-01 -2025-12-05");
    const days = calendar(over, "2025-12-10", "2026-12-01");
    expect(days.find(({ stay }) => stay !== 0)?.day).toBe(day("2026-03-06"));
  });

  it("a registration makes room: the stay is counted from its end", () => {
    const facts = student("KZ", "+2025-09-01 -2025-11-29", [granted("2026-01-01", "2026-06-30")]);
    const days = calendar(facts, "2025-12-01", "2026-01-01");
    expect(runs(days)[0]).toBe("2025-12-01 2025-12-31 0 rolling");
    // 1 January to 30 June paused; cumulative stands at 90 on 1 July, its absence was too short.
    expect(runs(days)[1]).toBe("2026-01-01 2026-01-01 181 cumulative");
  });

  it("nothing ends a stay where no limit applies; by visa it is the visa", () => {
    expect(runs(calendar(student("KG", ""), "2025-12-01", "2025-12-31"))).toEqual([
      "2025-12-01 2025-12-31 unlimited ",
    ]);
    const visa = student("IN", "", [granted("2025-12-10", "2025-12-12", "visa")]);
    expect(runs(calendar(visa, "2025-12-09", "2025-12-13"))).toEqual([
      "2025-12-09 2025-12-09 unknown ",
      "2025-12-10 2025-12-10 3 ",
      "2025-12-11 2025-12-11 2 ",
      "2025-12-12 2025-12-12 1 ",
      "2025-12-13 2025-12-13 unknown ",
    ]);
  });

  it("a day before the known law is unknown", () => {
    expect(runs(calendar(student("KZ", ""), "2023-10-20", "2023-10-20"))).toEqual([
      "2023-10-20 2023-10-20 unknown ",
    ]);
  });

  it("where no limit applies yet, the stay ends by the one that follows", () => {
    // 31 days of August that do not count, and 90 from 1 September on.
    expect(runs(calendar(student("KZ", ""), "2025-08-01", "2025-08-02"))).toEqual([
      "2025-08-01 2025-08-01 121 rolling",
      "2025-08-02 2025-08-02 120 rolling",
    ]);
  });

  it("who left today enters after that, even where nobody knows at what time", () => {
    const facts = student("AE", "-2026-11-05", [
      granted("2026-11-05", "2027-06-30", "residence_permit"),
    ]);
    const [first] = calendar(facts, "2026-11-05", "2026-11-05", "schengen");
    // 238 days under the permit, and 90.
    expect(first?.stay).toBe(328);
  });

  it("each stay is lawful by the log with that entry, day by day, and a day more is not", () => {
    const asOf = day("2026-02-15");
    fc.assert(
      fc.property(
        studentsAround(asOf),
        fc.integer({ min: 1, max: 300 }),
        anySettings,
        fc.constantFrom(...REGIME_IDS),
        (facts, ahead, drawn, regime) => {
          const on = addDays(asOf, ahead);
          // By hand nothing says that leaving comes after what is recorded on the day.
          if (facts.crossings.some((one) => one.day === asOf)) return;
          const ruleSet = ruleSetFor(regime);
          const { dataProblems } = assess(facts, ruleSet, drawn, asOf, YEAR);
          const settings = comparable(drawn, dataProblems.length > 0);
          const [entry] = entryCalendar(facts, ruleSet, settings, asOf, on, on);
          expect(entry?.stay).toBe(longestByHand(facts, ruleSet, settings, asOf, on));
        },
      ),
      { numRuns: 80 },
    );
  });

  it("opens when the projection of each single reading says so", () => {
    const asOf = day("2026-02-15");
    fc.assert(
      fc.property(
        studentsAround(asOf),
        fc.constantFrom(...WINDOW_READINGS),
        anySettings,
        fc.constantFrom(1, 2, 10, 30),
        (facts, reading, drawn, length) => {
          const ruleSet = ruleSetFor("kg");
          const settings = { ...drawn, readings: [reading] };
          const { inside } = assess(facts, ruleSet, settings, asOf, YEAR);
          if (inside !== false) return;
          const to = addDays(asOf, 200);
          const days = entryCalendar(facts, ruleSet, settings, asOf, asOf, to);
          const first = project(facts, ruleSet, settings, asOf, length)[reading]?.earliestEntry;
          expect(firstEntryFor(days, length)).toBe(first && first <= to ? first : null);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/**
 * A registration that begins later in the stay covers its first days only once it has begun (A10), which nobody
 * knows on the day of entry; and in a broken log `used` of an anchored period may come from the fewest days.
 */
function comparable(settings: Settings, broken: boolean): Settings {
  const readings = broken ? (["rolling", "cumulative"] as const) : settings.readings;
  return { ...settings, readings, registrationCovers: "ownStart" };
}

/** The longest stay, by making it: an entry on the day, and asking every day of it. */
function longestByHand(
  facts: StudentFacts,
  ruleSet: RuleSet,
  settings: Settings,
  asOf: Day,
  on: Day,
) {
  const past = facts.crossings.filter((one) => one.day <= asOf);
  const { inside } = assess(facts, ruleSet, settings, asOf, YEAR);
  const exit = { day: asOf, minute: null, direction: "exit" as const, ref: "left" };
  const outside = { ...facts, crossings: inside ? [...past, exit] : past };
  const opens = project(outside, ruleSet, settings, asOf, 1);
  const counts = (name: ReadingName) =>
    ["per_stay", "calendar_year"].includes(name) ||
    settings.readings.some((one) => one === name) ||
    regimeKnowsNone(ruleSet, settings);
  if (READINGS.some((name) => counts(name) && (opens[name]?.earliestEntry ?? 0) > on)) return 0;
  const entry = { day: on, minute: null, direction: "entry" as const, ref: "in" };
  const log = { ...outside, crossings: [...outside.crossings, entry] };
  for (let days = 1; days <= 800; days += 1) {
    const last = addDays(on, days - 1);
    if (stripOf(log, ruleSet, settings, last, last) !== "c") continue;
    const { readings } = assess(log, ruleSet, settings, last, YEAR);
    const isOver = READINGS.some((name) => {
      const { used, limit } = readings[name] ?? { used: 0, limit: 0 };
      return counts(name) && used > limit;
    });
    if (isOver) return days - 1;
  }
  return "unlimited";
}

/** The office has chosen none of the ways in which the regime reads a limit: all of them count. */
function regimeKnowsNone({ readings }: RuleSet, settings: Settings): boolean {
  return !readings.some(({ name }) => settings.readings.includes(name));
}
