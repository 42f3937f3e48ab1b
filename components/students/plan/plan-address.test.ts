import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Day, day, formatDay } from "@/lib/civil-date/day";
import { planIn, readPlan, withPlan, writePlan } from "./plan-address";
import { MOST_ROWS, PLAN_ROUTES, type PlanRow } from "./plan-row";

const days = fc.integer({ min: 0, max: 60_000 }).map((n) => n as Day);
const maybe = fc.option(days);
const isOn = fc.boolean();

const rows: fc.Arbitrary<PlanRow> = fc.oneof(
  fc.record({ kind: fc.constantFrom("trip", "visit"), isOn, from: maybe, to: maybe }),
  fc.record({
    kind: fc.constant("registration" as const),
    isOn,
    route: fc.constantFrom(...PLAN_ROUTES),
    from: maybe,
    to: maybe,
  }),
  fc.record({
    kind: fc.constant("crossing" as const),
    isOn,
    direction: fc.constantFrom("entry" as const, "exit" as const),
    from: maybe,
  }),
);

describe("a plan in an address", () => {
  test("is read again as it was written, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: MOST_ROWS }), (plan) => {
        expect(readPlan(writePlan(plan))).toEqual({ rows: plan, unreadable: [] });
      }),
    );
  });

  test("stands there as it is, without escapes", () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: MOST_ROWS }), (plan) => {
        const text = writePlan(plan);
        expect(new URLSearchParams({ plan: text }).toString()).toBe(`plan=${text}`);
      }),
    );
  });

  test("can be read by people", () => {
    const trip: PlanRow = {
      kind: "trip",
      isOn: true,
      from: day("2025-12-05"),
      to: day("2026-01-10"),
    };
    const exit: PlanRow = {
      kind: "crossing",
      isOn: false,
      direction: "exit",
      from: day("2025-10-03"),
    };
    expect(writePlan([trip, exit])).toBe("trip.2025-12-05.2026-01-10_off.exit.2025-10-03");
  });

  test("never crashes, and gives back every piece that it cannot read", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const { rows: read, unreadable } = readPlan(text);
        const pieces = text === "" ? 0 : text.split("_").length;
        expect(read.length + unreadable.length).toBe(pieces);
      }),
    );
  });

  test.each([
    "trip.2026-02-31.2026-03-01",
    "trip.2026-02-01",
    "trip.2026-02-01.2026-02-02.2026-02-03",
    "visa.2026-02-01.2026-02-02",
    "entry.2026-02-01.2026-02-02",
    "entry",
    "off",
    "off.off.trip.2026-02-01.",
    "TRIP.2026-02-01.",
  ])("%s is no row", (piece) => {
    expect(readPlan(`trip.2026-02-01._${piece}`)).toEqual({
      rows: [{ kind: "trip", isOn: true, from: day("2026-02-01"), to: null }],
      unreadable: [piece],
    });
  });

  test("rows beyond the most that a plan holds are told, not read", () => {
    const text = Array.from({ length: MOST_ROWS + 2 }, (_, n) => {
      return `exit.${formatDay((20_000 + n) as Day)}`;
    });
    const { rows: read, unreadable } = readPlan(text.join("_"));
    expect(read).toHaveLength(MOST_ROWS);
    expect(unreadable).toEqual(text.slice(MOST_ROWS));
  });
});

test("an address takes a plan along beside its day and filter, and loses nothing else with it", () => {
  const plan = "trip.2025-11-20.2026-01-10_exit.";
  const href = withPlan("/students/7/account?asOf=2026-02-28&q=li", plan);
  expect(planIn(Object.fromEntries(new URLSearchParams(href.split("?")[1])))).toBe(plan);
  expect(withPlan(href, "")).toBe("/students/7/account?asOf=2026-02-28&q=li");
  expect(withPlan("/students/7", "")).toBe("/students/7");
});
