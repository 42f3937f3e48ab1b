import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { READINGS, type ReadingResult } from "./assessment";
import { breachAhead } from "./breach-ahead";
import { anySettings } from "./cases/any-settings";
import { studentsAround } from "./cases/any-student";
import { student } from "./cases/student-facts";
import type { StudentFacts } from "./facts";
import { longestStays } from "./longest-stays";
import { project } from "./project";
import { REGIME_IDS, ruleSetFor } from "./rule-set";
import { defaultSettings, type Settings } from "./settings";

const AROUND = day("2026-02-10");
const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

const questions = fc.record({
  facts: studentsAround(AROUND),
  ruleSet: fc.constantFrom(...REGIME_IDS).map(ruleSetFor),
  settings: anySettings,
  asOf: fc.integer({ min: -60, max: 60 }).map((n) => addDays(AROUND, n)),
  later: fc.integer({ min: 1, max: 250 }),
});

function enteringOn(facts: StudentFacts, asOf: Day, on: Day): StudentFacts {
  const known = facts.crossings.filter((crossing) => crossing.day <= asOf);
  const entry = { day: on, minute: 0, direction: "entry" as const, ref: "planned" };
  return { ...facts, crossings: [...known, entry] };
}

/** Closed: 0. Else as long as an assessment says; it does not say whether a stay has no end or no beginning. */
function expectedStays(on: Day, opens: Day, reading: ReadingResult | undefined): (number | null)[] {
  if (opens > on) return [0];
  const last = reading?.lastLawfulDay ?? null;
  return last === null ? [0, null] : [last - on + 1];
}

describe("the longest stays of the coming days", () => {
  it("end where an assessment on the day of entry says", () => {
    fc.assert(
      fc.property(questions, ({ facts, ruleSet, settings, asOf, later }) => {
        const { inside } = assess(facts, ruleSet, settings, asOf, YEAR);
        fc.pre(inside === false);
        const on = addDays(asOf, later);
        const stays = longestStays(facts, ruleSet, settings, asOf, on, on);
        const closed = project(facts, ruleSet, settings, asOf, 1);
        const { readings } = assess(enteringOn(facts, asOf, on), ruleSet, settings, on, YEAR);
        for (const name of READINGS.filter((one) => readings[one] && stays[one])) {
          const opens = closed[name]?.earliestEntry ?? addDays(on, 1);
          expect(expectedStays(on, opens, readings[name])).toContain(stays[name]?.[0]);
        }
      }),
    );
  });

  it("allow the stay of so many days that a projection finds, and not a day earlier", () => {
    fc.assert(
      fc.property(questions, fc.integer({ min: 2, max: 60 }), (question, days) => {
        const { facts, ruleSet, settings, asOf } = question;
        for (const [name, { earliestEntry }] of Object.entries(
          project(facts, ruleSet, settings, asOf, days),
        )) {
          if (earliestEntry === null || earliestEntry <= addDays(asOf, 1)) continue;
          const from = addDays(earliestEntry, -1);
          const stays = longestStays(facts, ruleSet, settings, asOf, from, earliestEntry);
          const [before, then] = stays[name as keyof typeof stays] ?? [];
          expect(before ?? Number.POSITIVE_INFINITY).toBeLessThan(days);
          expect(then ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(days);
        }
      }),
    );
  });
});

describe("a breach ahead", () => {
  it("of who stays on is the day after the last lawful one", () => {
    fc.assert(
      fc.property(questions, ({ facts, ruleSet, settings, asOf }) => {
        const { inside, readings } = assess(facts, ruleSet, settings, asOf, YEAR);
        fc.pre(inside === true);
        const end = addDays(asOf, 3660);
        const stay = [{ from: addDays(asOf, 1), to: end }];
        const breaches = breachAhead(facts, ruleSet, settings, asOf, stay, end);
        for (const name of READINGS) {
          const { lastLawfulDay, firstBreach } = readings[name] ?? {};
          if (lastLawfulDay) expect(breaches[name]).toBe(lastLawfulDay + 1);
          else if (firstBreach === null) expect(breaches[name]).toBeNull();
        }
      }),
    );
  });
});

describe("the longest stay from the day of the last exit, and from the next, where", () => {
  it.each<[string, Partial<Settings>, string, number[]]>([
    // 19 April to 15 July are 88 days, the day of exit among them: the 16th and the 17th are left.
    ["two days are left", {}, "2026-07-15", [3, 2]],
    ["one day is left", {}, "2026-07-16", [2, 1]],
    ["no day is left", {}, "2026-07-17", [0, 0]],
    // The 17th does not count as a day of exit, but as a day of entry it is day 90.
    ["the day of exit does not count", { exitDayCounts: false }, "2026-07-17", [1, 1]],
    ["the day of exit would be day 91", { exitDayCounts: false }, "2026-07-18", [0, 0]],
    // Left and entered on the 16th, that day is the 89th and the 90th.
    ["a day of exit and entry is two days", { sameDayCounts: "twice" }, "2026-07-16", [1, 1]],
  ])("%s", (_, answers, exit, expected) => {
    const facts = student("KZ", `+2026-04-19 -${exit}`);
    const [from, settings] = [day(exit), { ...defaultSettings, ...answers }];
    const stays = longestStays(facts, ruleSetFor("kg"), settings, from, from, addDays(from, 1));
    expect(stays.rolling).toEqual(expected);
  });
});
