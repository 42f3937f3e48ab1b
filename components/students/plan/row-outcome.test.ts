import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { readPlan } from "./plan-address";
import type { PlanBasis } from "./plan-basis";
import { tryPlan } from "./tried-plan";

/** Inside since 1 September and registered from 1 November to the end of the academic year. */
const REGISTERED: PlanBasis = {
  facts: {
    citizenship: "KZ",
    crossings: [{ day: day("2025-09-01"), minute: null, direction: "entry", ref: "1" }],
    grounds: [
      {
        kind: "dormitory",
        status: "granted",
        from: day("2025-11-01"),
        to: day("2026-06-30"),
        ref: "1",
      },
    ],
  },
  ruleSet: ruleSetFor("kg"),
  settings: defaultSettings,
  asOf: day("2025-11-15"),
  academicYear: { from: day("2025-09-01"), to: day("2026-06-30") },
};

const outcomeOf = (plan: string) => tryPlan(readPlan(plan).rows, REGISTERED).outcomes[0];

test("a return on a day on which a ground holds is told as a day that is not counted", () => {
  expect(outcomeOf("trip.2025-11-20.2026-01-10")).toMatchObject({
    kind: "enters",
    covered: true,
    refused: false,
    count: { used: 61, limit: 90 },
  });
});

test("the last day of a ground still covers an entry, the day after it does not", () => {
  expect(outcomeOf("trip.2025-11-20.2026-06-30")).toMatchObject({ covered: true });
  expect(outcomeOf("trip.2025-11-20.2026-07-01")).toMatchObject({ covered: false });
});
