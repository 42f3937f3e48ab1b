import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { anySettings } from "./cases/any-settings";
import { groundsAround, studentsAround, wholeLogsAround } from "./cases/any-student";
import {
  ADDING_UP,
  addingUp,
  asOfs,
  citizenships,
  inKyrgyzstan,
  MIDDLE,
  moved,
  urgency,
  YEAR,
} from "./cases/changed-facts";
import { type RegimeId, ruleSetFor } from "./rule-set";

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
