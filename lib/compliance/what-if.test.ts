import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, formatDay } from "@/lib/civil-date/day";
import { assess } from "./assess";
import type { ReadingName } from "./assessment";
import { anySettings } from "./cases/any-settings";
import { studentsAround } from "./cases/any-student";
import { granted, student } from "./cases/student-facts";
import type { StudentFacts } from "./facts";
import { dayLedger, stripOf } from "./ledger";
import { ruleSetFor } from "./rule-set";
import { defaultSettings, type Settings } from "./settings";
import { type Plan, type WhatIf, whatIf } from "./what-if";

const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };
const NOTHING: Plan = { crossings: [], grounds: [], setAside: [] };

function tried(facts: StudentFacts, plan: Partial<Plan>, asOf: string): WhatIf {
  const whole = { ...NOTHING, ...plan };
  return whatIf(facts, whole, ruleSetFor("kg"), defaultSettings, day(asOf), YEAR);
}

function crossing(direction: "entry" | "exit", on: string) {
  return { day: day(on), minute: null, direction };
}

function told({ breaches }: WhatIf): string[] {
  return breaches.map(({ kind, day, reading }) => `${formatDay(day)} ${kind} ${reading}`);
}

describe("what if", () => {
  it("a trip home moves the last lawful day", () => {
    const resident = student("KZ", "+2025-09-01");
    const trip = [crossing("exit", "2025-10-10"), crossing("entry", "2025-10-20")];
    const planned = tried(resident, { crossings: trip }, "2025-10-01");
    expect(planned.asOf).toBe(day("2025-10-20"));
    expect(planned.assessment.readings.rolling).toMatchObject({
      used: 41,
      lastLawfulDay: day("2025-12-08"),
    });
    expect(planned.facts.crossings.map(({ ref }) => ref)).toEqual(["#1", "plan:1", "plan:2"]);
    expect(planned.breaches).toEqual([]);
  });

  it("a registration before the limit covers, and is assessed on the day itself", () => {
    const resident = student("KZ", "+2025-09-01");
    const ground = { kind: "dormitory" as const, from: day("2025-11-20"), to: YEAR.to };
    const planned = tried(resident, { grounds: [ground] }, "2025-11-20");
    expect(planned.asOf).toBe(day("2025-11-20"));
    expect(planned.assessment.verdict).toBe("covered");
    expect(planned.facts.grounds).toEqual(
      [granted("2025-11-20", "2026-06-30")].map((one) => ({
        ...one,
        ref: "plan:1",
      })),
    );
  });

  it("names the days on which the plan goes over the limit, and entries while the border is closed", () => {
    const left = student("KZ", "+2025-09-01 -2025-11-29");
    const early = tried(
      left,
      { crossings: [crossing("entry", "2026-02-01"), crossing("exit", "2026-02-03")] },
      "2025-12-01",
    );
    expect(told(early)).toEqual([
      "2026-02-01 entry_closed rolling",
      "2026-02-01 entry_closed anchored",
      "2026-02-01 entry_closed cumulative",
      "2026-02-01 over_limit rolling",
      "2026-02-01 over_limit anchored",
      "2026-02-01 over_limit cumulative",
    ]);
    const late = tried(
      left,
      { crossings: [crossing("entry", "2026-03-01"), crossing("exit", "2026-05-30")] },
      "2025-12-01",
    );
    expect(told(late)).toEqual([
      "2026-05-30 over_limit rolling",
      "2026-05-30 over_limit anchored",
      "2026-05-30 over_limit cumulative",
    ]);
  });

  it("a record set aside takes no part, and the facts stay as they were", () => {
    const facts = student("KZ", "+2025-09-01 -2025-09-10 -2025-09-11");
    const before = structuredClone(facts);
    const planned = tried(facts, { setAside: ["#3"] }, "2025-09-20");
    expect(planned.assessment.readings.rolling).toMatchObject({ usedMin: 10, usedMax: 10 });
    expect(planned.assessment.dataProblems).toEqual([]);
    expect(facts).toEqual(before);
  });

  it("tells what goes wrong in time order, and entries only that are planned from the day on", () => {
    // Day 90 is 29 November. Who leaves on 5 December is kept out up to 5 March.
    const resident = student("KZ", "+2025-09-01");
    const trip = [crossing("exit", "2025-12-05"), crossing("entry", "2025-12-20")];
    const planned = tried(resident, { crossings: trip }, "2025-11-20");
    expect(told(planned).filter((one) => one.endsWith("rolling"))).toEqual([
      "2025-11-30 over_limit rolling",
      "2025-12-20 entry_closed rolling",
    ]);
    const left = student("KZ", "+2025-09-01 -2025-12-05");
    const closed = (asOf: string, ...crossings: Plan["crossings"]) =>
      told(tried(left, { crossings }, asOf)).filter((one) => one.includes("entry_closed rolling"));
    const entry = crossing("entry", "2025-12-20");
    expect(closed("2025-12-20", entry)).toHaveLength(1);
    expect(closed("2025-12-21", entry)).toEqual([]);
    expect(closed("2025-12-10", crossing("exit", "2025-12-20"))).toEqual([]);
  });

  it("numbers what is planned, crossings first, and sets grounds aside too", () => {
    const registered = student("KZ", "+2025-09-01", [granted("2025-09-05", null)]);
    const ground = (kind: "address" | "visa") => ({ kind, from: day("2025-10-01"), to: null });
    const planned = tried(
      registered,
      {
        crossings: [crossing("exit", "2025-10-10")],
        grounds: [ground("address"), ground("visa")],
        setAside: ["dormitory 2025-09-05"],
      },
      "2025-10-05",
    );
    expect(planned.facts.grounds.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual([
      "address plan:2",
      "visa plan:3",
    ]);
  });

  it("is the same as facts typed in, and names breaches as asking every day does", () => {
    const asOf = day("2026-02-15");
    fc.assert(
      fc.property(studentsAround(asOf), plansAround(asOf), anySettings, (facts, plan, settings) => {
        const ruleSet = ruleSetFor("kg");
        const planned = whatIf(facts, plan, ruleSet, settings, asOf, YEAR);
        const typed = typedIn(facts, plan);
        const on = Math.max(asOf, ...plan.crossings.map((one) => one.day)) as Day;
        expect(planned.asOf).toBe(on);
        const from = planned.ledger[0]?.day ?? on;
        const to = planned.ledger.at(-1)?.day ?? on;
        expect(planned.assessment).toEqual(assess(typed, ruleSet, settings, on, YEAR));
        expect(planned.ledger).toEqual(dayLedger(typed, ruleSet, settings, from, to, on));
        const over = planned.breaches.filter(({ kind }) => kind === "over_limit");
        const names = comparable(planned, settings);
        const told = over.filter((one) => names.includes(one.reading));
        const found = Object.fromEntries(told.map((one) => [one.reading, one.day]));
        expect(found).toEqual(firstDaysOver(typed, settings, asOf, on, names));
      }),
      { numRuns: 20 },
    );
  });
});

function typedIn(facts: StudentFacts, plan: Plan): StudentFacts {
  const crossings = plan.crossings.map((one, index) => ({ ...one, ref: `plan:${index + 1}` }));
  const grounds = plan.grounds.map((one, index) => ({
    ...one,
    status: "granted" as const,
    ref: `plan:${crossings.length + index + 1}`,
  }));
  return {
    ...facts,
    crossings: [...facts.crossings, ...crossings],
    grounds: [...facts.grounds, ...grounds],
  };
}

/**
 * In a broken log, `used` of an anchored period may come from the fewest days, breaches come from the most; and
 * where the day of exit does not count, the fewest may hold a day that the most do not.
 */
function comparable({ assessment }: WhatIf, settings: Settings): ReadingName[] {
  if (assessment.dataProblems.length === 0) return [...settings.readings];
  return settings.exitDayCounts ? settings.readings.filter((name) => name !== "anchored") : [];
}

/** Day by day: counted, and more days used than the limit. */
function firstDaysOver(
  facts: StudentFacts,
  settings: Settings,
  after: Day,
  until: Day,
  names: ReadingName[],
) {
  const over: Partial<Record<ReadingName, Day>> = {};
  for (let on = addDays(after, 1); on <= until; on = addDays(on, 1)) {
    const { readings } = assess(facts, ruleSetFor("kg"), settings, on, YEAR);
    if (stripOf(facts, ruleSetFor("kg"), settings, on, on) !== "c") continue;
    for (const name of names) {
      if ((readings[name]?.used ?? 0) > 90) over[name] ??= on;
    }
  }
  return over;
}

function plansAround(asOf: Day): fc.Arbitrary<Plan> {
  const on = fc.integer({ min: -20, max: 120 }).map((n) => addDays(asOf, n));
  const planned = fc.record({
    day: on,
    minute: fc.constant(null),
    direction: fc.constantFrom("entry" as const, "exit" as const),
  });
  const ground = fc.record({
    kind: fc.constantFrom("dormitory" as const, "visa" as const),
    from: on,
    to: fc.constant(null),
  });
  return fc.record({
    crossings: fc.array(planned, { maxLength: 4 }),
    grounds: fc.array(ground, { maxLength: 1 }),
    setAside: fc.constant([]),
  });
}
