import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { anySettings } from "./cases/any-settings";
import { studentsAround } from "./cases/any-student";
import { dayTrips } from "./cases/day-trips";
import { granted, student } from "./cases/student-facts";
import { explain } from "./explain";
import type { StudentFacts } from "./facts";
import { withRepair } from "./log-troubles";
import { reconcile } from "./reconcile";
import type { Cause, Explained } from "./recount";
import { ruleSetFor } from "./rule-set";
import { defaultSettings, type Settings } from "./settings";

const KG = ruleSetFor("kg");
const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };

describe("the border service's count, explained", () => {
  it("every explanation, really counted, gives exactly their number", () => {
    const on = day("2026-02-15");
    fc.assert(
      fc.property(
        studentsAround(on),
        anySettings,
        fc.integer({ min: 0, max: 150 }),
        (drawn, settings, stated) => {
          const crossings = drawn.crossings.map((one, index) => ({ ...one, ref: `r${index}` }));
          const grounds = drawn.grounds.map((one, index) => ({ ...one, ref: `g${index}` }));
          const facts = { ...drawn, crossings, grounds };
          const { explanations, closest } = reconcile(facts, KG, settings, stated, on);
          for (const one of explanations) expect(recounted(facts, settings, one, on)).toBe(stated);
          if (explanations.length > 0) expect(closest).toBeNull();
          if (closest) expect(recounted(facts, settings, closest, on)).toBe(closest.used);
        },
      ),
      { numRuns: 12 },
    );
  });

  it("finds what was really done otherwise", () => {
    const on = day("2026-02-15");
    fc.assert(
      fc.property(studentsAround(on), fc.nat(), (drawn, which) => {
        const crossings = drawn.crossings.map((one, index) => ({ ...one, ref: `r${index}` }));
        const facts = { ...drawn, crossings };
        const lost = crossings[which % Math.max(1, crossings.length)];
        const other = crossings.filter((one) => one !== lost);
        const { readings, headline } = assess(facts, KG, defaultSettings, on, YEAR);
        const theirs = assess({ ...facts, crossings: other }, KG, defaultSettings, on, YEAR);
        const stated = headline === null ? undefined : theirs.readings[headline]?.used;
        if (headline === null || stated === undefined) return;
        const { explanations } = reconcile(facts, KG, defaultSettings, stated, on);
        if (stated !== readings[headline]?.used) expect(explanations).not.toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("answers for 300 crossings in bounded work, explained or not", () => {
    const trips = dayTrips(day("2025-03-01"), day("2025-09-28"), [1, 2, 3, 4, 5]);
    const facts = student("RU", trips, [granted("2025-06-01", "2025-06-20")]);
    expect(facts.crossings.length).toBeGreaterThan(299);
    const counted = countingLooks();
    expect(
      reconcile(facts, counted.ruleSet, defaultSettings, 500, day("2025-10-01")),
    ).toMatchObject({
      explanations: [],
    });
    expect(counted.looks()).toBeGreaterThan(400);
    expect(counted.looks()).toBeLessThan(3000);
  });
});

/** The rules of Kyrgyzstan, and how often the engine asked whose home it is: about once for each count. */
function countingLooks() {
  let looks = 0;
  const { home, ...rest } = KG;
  const ruleSet = {
    ...rest,
    get home() {
      looks += 1;
      return home;
    },
  };
  return { ruleSet, looks: () => looks };
}

/** The number that an explanation leads to, by doing what it says. */
function recounted(
  facts: StudentFacts,
  ours: Settings,
  { causes: all, reading }: Explained,
  statedOn: Day,
) {
  let [changed, settings, on, extra] = [facts, ours, statedOn, 0];
  for (const cause of all) {
    if (cause.kind === "setting") settings = { ...settings, [cause.setting]: cause.value };
    else if (cause.kind === "counted_to") on = cause.day;
    else if (cause.kind === "stay_twice") extra = countedIn(facts, ours, cause.refs, reading, on);
    else changed = withCause(changed, cause);
  }
  const result = assess(changed, KG, settings, on, YEAR).readings[reading];
  const takesFewest = all.some(
    (cause) =>
      cause.kind === "fewest" || (cause.kind === "crossing_unknown" && cause.openDays === "fewest"),
  );
  return (takesFewest ? (result?.usedMin ?? 0) : (result?.used ?? 0)) + extra;
}

function withCause(facts: StudentFacts, cause: Cause): StudentFacts {
  const without = (refs: readonly string[]) => withRepair(facts, { kind: "set_aside", refs });
  switch (cause.kind) {
    case "ground_unknown":
      return { ...facts, grounds: facts.grounds.filter(({ ref }) => ref !== cause.ref) };
    case "crossing_unknown":
      return without([cause.ref]);
    case "set_aside":
    case "stay_unknown":
    case "absence_unknown":
      return without(cause.refs);
    case "crossing_known": {
      const kind = cause.direction === "exit" ? "add_exit" : "add_entry";
      return withRepair(facts, { kind, day: cause.days.to });
    }
    case "stated_day_too":
      return withRepair(facts, { kind: "add_entry", day: cause.day });
    default:
      return facts;
  }
}

function countedIn(
  facts: StudentFacts,
  settings: Settings,
  [entryRef, exitRef]: [string | null, string | null],
  reading: Explained["reading"],
  on: Day,
): number {
  const stays = explain(facts, KG, settings, on).readings[reading]?.stays ?? [];
  return stays.find((one) => one.entryRef === entryRef && one.exitRef === exitRef)?.counted ?? 0;
}
