import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "@/lib/civil-date/day";
import { READINGS, type ReadingName } from "./assessment";
import { anySettings } from "./cases/any-settings";
import { groundsAround, wholeLogsAround } from "./cases/any-student";
import {
  ADDING_UP,
  asOfs,
  citizenships,
  inKyrgyzstan,
  MIDDLE,
  places,
  usedIn,
} from "./cases/changed-facts";
import type { Crossing } from "./facts";

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
