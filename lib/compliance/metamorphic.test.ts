import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { type Assessment, READINGS, type ReadingName, VERDICTS } from "./assessment";
import { anySettings } from "./cases/any-settings";
import { groundsAround, studentsAround, wholeLogsAround } from "./cases/any-student";
import type { AcademicYear, Crossing, StudentFacts } from "./facts";
import { type RegimeId, ruleSetFor } from "./rule-set";
import { defaultSettings, type Settings } from "./settings";

const MIDDLE = day("2026-03-01");
const YEAR: AcademicYear = { from: day("2025-09-01"), to: day("2026-06-30") };
const asOfs = fc.integer({ min: -150, max: 150 }).map((n) => addDays(MIDDLE, n));
const citizenships = fc.constantFrom("KZ", "RU");
const places = fc.nat({ max: 15 });

function inKyrgyzstan(facts: StudentFacts, asOf: Day, settings = defaultSettings): Assessment {
  return assess(facts, ruleSetFor("kg"), settings, asOf, YEAR);
}

/** Every day in a value moved by n; days are the only numbers above 10,000. */
function moved<T>(value: T, n: number): T {
  const text = JSON.stringify(value, (_, inner) =>
    typeof inner === "number" && inner > 10_000 ? inner + n : inner,
  );
  return JSON.parse(text);
}

function usedIn(assessment: Assessment, name: ReadingName): number {
  return assessment.readings[name]?.used ?? 0;
}

/** Readings in which a counted day more never makes the count smaller. An anchored period may begin elsewhere. */
const ADDING_UP = READINGS.filter((name) => name !== "anchored");

/** Only the readings that add up have a say in the verdict. */
function addingUp(settings: Settings): Settings {
  return { ...settings, readings: ["rolling", "cumulative"] };
}

/** The five verdicts that ask for action at once are 0 to 4; all others are one. */
function urgency({ verdict }: Pick<Assessment, "verdict">): number {
  return Math.min(5, VERDICTS.indexOf(verdict));
}

describe("whatever the student and the office, the answers", () => {
  it("do not depend on the order of the rows", () => {
    const shuffled = studentsAround(MIDDLE).chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.shuffledSubarray([...facts.crossings], { minLength: facts.crossings.length }),
        fc.shuffledSubarray([...facts.grounds], { minLength: facts.grounds.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, asOfs, anySettings, ([facts, crossings, grounds], asOf, settings) => {
        expect(inKyrgyzstan({ ...facts, crossings, grounds }, asOf, settings)).toEqual(
          inKyrgyzstan(facts, asOf, settings),
        );
      }),
    );
  });

  it.each<RegimeId>(["schengen", "tr", "kz", "ge"])(
    "move with all dates under %s, whose rules name no first day that counts",
    (regime) => {
      fc.assert(
        fc.property(
          studentsAround(MIDDLE),
          asOfs,
          anySettings,
          fc.integer({ min: -300, max: 1000 }),
          (facts, asOf, settings, n) => {
            const there = assess(
              moved(facts, n),
              ruleSetFor(regime),
              settings,
              addDays(asOf, n),
              moved(YEAR, n),
            );
            expect(there).toEqual(
              moved(assess(facts, ruleSetFor(regime), settings, asOf, YEAR), n),
            );
          },
        ),
      );
    },
  );

  it("move with all dates in Kyrgyzstan as long as no rule begins in reach and no gap reaches back to one", () => {
    const facts = fc.record({
      citizenship: fc.constant("RU"),
      crossings: wholeLogsAround(MIDDLE),
      grounds: fc.array(groundsAround(MIDDLE), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(facts, asOfs, anySettings, fc.nat({ max: 3000 }), (one, asOf, settings, n) => {
        const there = assess(
          moved(one, n),
          ruleSetFor("kg"),
          settings,
          addDays(asOf, n),
          moved(YEAR, n),
        );
        expect(there).toEqual(moved(inKyrgyzstan(one, asOf, settings), n));
      }),
    );
  });

  it("do not change for a ground that is not granted, but from unknown", () => {
    fc.assert(
      fc.property(
        studentsAround(MIDDLE),
        groundsAround(MIDDLE),
        asOfs,
        anySettings,
        (facts, ground, asOf, settings) => {
          const grounds = [...facts.grounds, { ...ground, status: "requested" as const }];
          const before = inKyrgyzstan(facts, asOf, settings);
          const after = inKyrgyzstan({ ...facts, grounds }, asOf, settings);
          if (before.verdict !== "unknown") expect(after).toEqual(before);
        },
      ),
    );
  });

  it("do not know the future crossings", () => {
    fc.assert(
      fc.property(studentsAround(MIDDLE), asOfs, anySettings, (facts, asOf, settings) => {
        const crossings = facts.crossings.filter(({ day: on }) => on <= asOf);
        expect(inKyrgyzstan({ ...facts, crossings }, asOf, settings)).toEqual(
          inKyrgyzstan(facts, asOf, settings),
        );
      }),
    );
  });

  it("are the same on the most and the fewest days of a log without a gap", () => {
    fc.assert(
      fc.property(
        citizenships,
        wholeLogsAround(MIDDLE),
        asOfs,
        anySettings,
        (citizenship, crossings, asOf, settings) => {
          const one = inKyrgyzstan({ citizenship, crossings, grounds: [] }, asOf, settings);
          expect(one.verdictAtLeast).toBe(one.verdict);
          for (const reading of Object.values(one.readings)) {
            expect([reading.usedMin, reading.usedMax]).toEqual([reading.used, reading.used]);
          }
        },
      ),
    );
  });
});

describe("one more granted ground", () => {
  // Where an anchored period begins elsewhere for it, used may rise: that reading is left out.
  it("never makes the count, the overstay, the next entry or an urgent verdict worse", () => {
    fc.assert(
      fc.property(
        studentsAround(MIDDLE),
        groundsAround(MIDDLE),
        asOfs,
        anySettings.map(addingUp),
        (facts, ground, asOf, settings) => {
          const grounds = [...facts.grounds, { ...ground, status: "granted" as const }];
          const before = inKyrgyzstan(facts, asOf, settings);
          const after = inKyrgyzstan({ ...facts, grounds }, asOf, settings);
          for (const name of ADDING_UP) {
            const [was, is] = [before.readings[name], after.readings[name]];
            expect(is?.used ?? 0).toBeLessThanOrEqual(was?.used ?? 0);
            expect(is?.overstayDays ?? 0).toBeLessThanOrEqual(was?.overstayDays ?? 0);
            expect(is?.earliestEntry ?? 0).toBeLessThanOrEqual(was?.earliestEntry ?? 0);
          }
          expect(urgency(after)).toBeGreaterThanOrEqual(urgency(before));
        },
      ),
    );
  });
});

/** A log without a gap, with one of its stays left and entered again on one of its inner days. */
function splitAt(
  crossings: readonly Crossing[],
  place: number,
): { log: Crossing[]; on: Day | null } {
  const entry = crossings[place - (place % 2)];
  const exit = crossings[place - (place % 2) + 1];
  if (!entry || !exit || exit.day - entry.day < 2) return { log: [...crossings], on: null };
  const on = addDays(entry.day, 1 + (place % (exit.day - entry.day - 1)));
  const pair = (["exit", "entry"] as const).map((direction) => ({
    day: on,
    minute: null,
    direction,
    ref: `split ${direction}`,
  }));
  return { log: [...crossings, ...pair], on };
}

describe("a stay that is left and entered again on one day", () => {
  const drawn = [
    citizenships,
    wholeLogsAround(MIDDLE),
    fc.array(groundsAround(MIDDLE), { maxLength: 2 }),
    places,
    asOfs,
    // From the entry of the stay (A10) the second half has another one.
    anySettings.map((settings) => ({ ...settings, registrationCovers: "ownStart" as const })),
  ] as const;

  it("has the days that it had, where such a day is one day", () => {
    fc.assert(
      fc.property(...drawn, (citizenship, crossings, grounds, place, asOf, others) => {
        const settings = { ...others, sameDayCounts: "once" as const };
        const { log } = splitAt(crossings, place);
        const whole = inKyrgyzstan({ citizenship, crossings, grounds }, asOf, settings);
        const split = inKyrgyzstan({ citizenship, crossings: log, grounds }, asOf, settings);
        for (const [name, { earliestEntry: _, ...one }] of Object.entries(whole.readings)) {
          expect(split.readings[name as ReadingName]).toMatchObject(one);
        }
        expect(split.registrationDueOn ?? 0).toBeGreaterThanOrEqual(whole.registrationDueOn ?? 0);
      }),
    );
  });

  it("has one day more where such a day is two, as long as the window holds it and it counts", () => {
    fc.assert(
      fc.property(...drawn, (citizenship, crossings, grounds, place, asOf, others) => {
        const settings = { ...others, sameDayCounts: "twice" as const };
        const { log, on } = splitAt(crossings, place);
        const whole = inKyrgyzstan({ citizenship, crossings, grounds }, asOf, settings);
        const split = inKyrgyzstan({ citizenship, crossings: log, grounds }, asOf, settings);
        const gained = usedIn(split, "rolling") - usedIn(whole, "rolling");
        const seen = on !== null && on <= asOf && on > asOf - 180;
        // Without its day of exit the first half no longer holds the day.
        const most = seen && settings.exitDayCounts ? 1 : 0;
        expect([0, most]).toContain(gained);
        const stopped = grounds.some(({ status }) => status === "granted");
        const afterStart = citizenship === "RU" || (on ?? 0) >= settings.kzCountingStart;
        if (!stopped && afterStart && whole.readings.rolling) expect(gained).toBe(most);
      }),
    );
  });
});

describe("one row", () => {
  const wholeLogs = [citizenships, wholeLogsAround(MIDDLE), places, asOfs, anySettings] as const;

  it("given twice is named and changes nothing else", () => {
    fc.assert(
      fc.property(...wholeLogs, (citizenship, crossings, place, asOf, settings) => {
        const again = crossings[place];
        const twice = again ? [...crossings, { ...again, ref: "again" }] : crossings;
        const once = inKyrgyzstan({ citizenship, crossings, grounds: [] }, asOf, settings);
        const both = inKyrgyzstan({ citizenship, crossings: twice, grounds: [] }, asOf, settings);
        const named = again !== undefined && again.day <= asOf;
        expect(both.dataProblems.map(({ code, at }) => [code, at])).toEqual(
          named ? [["duplicate_crossing", again.day]] : [],
        );
        expect({ ...both, dataProblems: [] }).toEqual(once);
      }),
    );
  });

  it("missing widens the range around the count that it gave", () => {
    fc.assert(
      fc.property(...wholeLogs, (citizenship, crossings, place, asOf, others) => {
        // A longer stay may be covered whole by its registration; here there is none.
        const known = crossings.filter(({ day: on }) => on <= asOf);
        if (place >= known.length - 1) return;
        const left = known.filter((_, i) => i !== place);
        const whole = inKyrgyzstan({ citizenship, crossings: known, grounds: [] }, asOf, others);
        const broken = inKyrgyzstan({ citizenship, crossings: left, grounds: [] }, asOf, others);
        for (const name of READINGS) {
          const { usedMin = 0, usedMax = 0 } = broken.readings[name] ?? {};
          expect(usedIn(whole, name)).toBeGreaterThanOrEqual(usedMin);
          expect(usedIn(whole, name)).toBeLessThanOrEqual(usedMax);
        }
      }),
    );
  });

  it("with an exit a day earlier, a day outside more, never raises a count that adds up", () => {
    fc.assert(
      fc.property(...wholeLogs, (citizenship, crossings, place, asOf, settings) => {
        const at = place - (place % 2) + 1;
        const earlier = crossings.map((one, i) =>
          i === at && one.day > (crossings[at - 1]?.day ?? one.day)
            ? { ...one, day: addDays(one.day, -1) }
            : one,
        );
        const before = inKyrgyzstan({ citizenship, crossings, grounds: [] }, asOf, settings);
        const after = inKyrgyzstan(
          { citizenship, crossings: earlier, grounds: [] },
          asOf,
          settings,
        );
        if (before.inside !== after.inside) return;
        for (const name of ADDING_UP) {
          expect(usedIn(after, name)).toBeLessThanOrEqual(usedIn(before, name));
        }
      }),
    );
  });

  it("with a time says what it says without one, where it is the only one of its day", () => {
    fc.assert(
      fc.property(
        ...wholeLogs,
        fc.nat({ max: 1439 }),
        (citizenship, crossings, place, asOf, settings, minute) => {
          const timed = crossings.map((one, i) => (i === place ? { ...one, minute } : one));
          expect(
            inKyrgyzstan({ citizenship, crossings: timed, grounds: [] }, asOf, settings),
          ).toEqual(inKyrgyzstan({ citizenship, crossings, grounds: [] }, asOf, settings));
        },
      ),
    );
  });
});

describe("the fewest days of a broken log", () => {
  it("never give an urgent verdict that the most do not, where days only add up", () => {
    fc.assert(
      fc.property(
        studentsAround(MIDDLE),
        asOfs,
        anySettings.map((one) => ({ ...addingUp(one), registrationCovers: "ownStart" as const })),
        (facts, asOf, settings) => {
          const one = inKyrgyzstan(facts, asOf, settings);
          expect(urgency({ verdict: one.verdictAtLeast })).toBeGreaterThanOrEqual(urgency(one));
        },
      ),
    );
  });
});
