import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { crossings } from "@/lib/compliance/cases/student-facts";
import { dayLedger } from "@/lib/compliance/ledger";
import { project } from "@/lib/compliance/project";
import { ruleSetFor } from "@/lib/compliance/rule-set";
import { defaultSettings } from "@/lib/compliance/settings";
import { rhythmLimit } from "./rhythm-limit";

function limitOf(text: string, asOfText: string) {
  const facts = { citizenship: "KZ", crossings: crossings(text), grounds: [] };
  const asOf = day(asOfText);
  const kg = ruleSetFor("kg");
  const breach = project(facts, kg, defaultSettings, asOf, 1).rolling?.rhythmBreach ?? null;
  if (breach === null) throw new Error("the rhythm never passes the limit");
  const ledger = dayLedger(facts, kg, defaultSettings, day("2025-03-01"), day("2026-02-28"), asOf);
  return { breach, ...rhythmLimit(ledger, asOf, breach) };
}

const EVERY_SECOND_WEEKEND = `+2025-09-01 -2025-09-12 +2025-09-14 -2025-09-26 +2025-09-28 -2025-10-10
  +2025-10-12 -2025-10-24 +2025-10-26 -2025-11-07 +2025-11-09`;

test.each([
  ["three weeks before", EVERY_SECOND_WEEKEND, "2025-11-15"],
  ["having left", `${EVERY_SECOND_WEEKEND} -2025-11-21 +2025-11-23 -2025-12-05`, "2025-12-05"],
])(
  "home every second weekend, %s: day 90 is 5 December, the entry of 7 December is day 91",
  (_, text, asOf) => {
    expect(limitOf(text, asOf)).toEqual({
      breach: day("2025-12-07"),
      last: day("2025-12-05"),
      byEntry: true,
    });
  },
);

test("inside without a break the day after day 90 is the breach, and no entry is", () => {
  expect(limitOf("+2025-09-01", "2025-11-15")).toEqual({
    breach: day("2025-11-30"),
    last: day("2025-11-29"),
    byEntry: false,
  });
});

test("every working day for the day: the weekend lies between day 90 and the breach", () => {
  const days = Array.from({ length: 55 }, (_, n) => `2025-09-01/${n}`).map((_, n) => {
    const date = new Date(Date.UTC(2025, 8, 1 + Math.floor(n / 5) * 7 + (n % 5)));
    const text = date.toISOString().slice(0, 10);
    return `+${text} -${text}`;
  });
  expect(limitOf(days.join(" "), "2025-11-16")).toEqual({
    breach: day("2026-01-05"),
    last: day("2026-01-02"),
    byEntry: true,
  });
});
