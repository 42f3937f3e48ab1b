import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "@/lib/civil-date/day";
import { studentsAround } from "./cases/any-student";
import { dayTrips } from "./cases/day-trips";
import { student } from "./cases/student-facts";
import { stripOf } from "./ledger";
import { type Rhythm, rhythmOf } from "./presence-rhythm";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";

function rhythm(log: string, asOf: string): Rhythm {
  return rhythmOf(student("KZ", log), day(asOf));
}

describe("the rhythm of a log", () => {
  it("knows who never leaves", () => {
    expect(rhythm("+2025-09-01", "2025-11-15")).toEqual({
      kind: "resident",
      everyDays: null,
      daysInside: 28,
    });
  });

  it("still calls a resident who left once, long ago or for the day, a resident", () => {
    expect(rhythm("+2025-09-01 -2025-10-01 +2025-10-03", "2025-11-15").kind).toBe("resident");
    expect(rhythm("+2025-09-01 -2025-11-01T09:00 +2025-11-01T18:00", "2025-11-15").kind).toBe(
      "resident",
    );
  });

  it("knows who goes home every second weekend, and from Friday to Saturday without a whole day away", () => {
    const fortnightly =
      "+2025-09-01 -2025-09-12 +2025-09-14 -2025-09-26 +2025-09-28 -2025-10-10 +2025-10-12";
    expect(rhythm(fortnightly, "2025-10-15")).toEqual({
      kind: "goes_home",
      everyDays: 14,
      daysInside: 26,
    });
    const nights =
      "+2025-09-01 -2025-09-12 +2025-09-13 -2025-09-19 +2025-09-20 -2025-09-26 +2025-09-27";
    expect(rhythm(nights, "2025-09-28")).toEqual({
      kind: "goes_home",
      everyDays: 7,
      daysInside: 28,
    });
  });

  it("counts the visit that is going on, and forgets visits that stopped", () => {
    const away = "+2025-09-01 -2025-09-12 +2025-09-14 -2025-09-26 +2025-09-28 -2025-10-10";
    expect(rhythm(away, "2025-10-11").everyDays).toBe(14);
    const stopped = "+2025-09-01 -2025-09-12 +2025-09-14 -2025-09-26 +2025-09-28";
    expect(rhythm(stopped, "2025-11-20").kind).toBe("resident");
  });

  it("knows who comes for the day", () => {
    const log = dayTrips(day("2025-09-01"), day("2025-11-14"), [1, 2, 3, 4, 5]);
    expect(rhythm(log, "2025-11-15")).toEqual({
      kind: "commuter",
      everyDays: null,
      daysInside: 20,
    });
  });

  it("knows who is away", () => {
    const gone = "+2025-09-01 -2025-10-01";
    expect(rhythm(gone, "2025-10-29")).toEqual({ kind: "away", everyDays: null, daysInside: 0 });
    expect(rhythm(gone, "2025-10-28")).toEqual({
      kind: "irregular",
      everyDays: null,
      daysInside: 1,
    });
  });

  it("says nothing of an empty log, of fewer than 14 days seen, and across a gap", () => {
    expect(rhythm("", "2025-10-29")).toEqual({ kind: "unknown", everyDays: null, daysInside: 0 });
    expect(rhythm("+2025-09-01", "2025-09-13").kind).toBe("unknown");
    expect(rhythm("+2025-09-01", "2025-09-14").kind).toBe("resident");
    expect(rhythm("+2025-02-01 -2025-06-30 +2025-09-01", "2025-09-14").kind).toBe("resident");
    expect(rhythm("+2025-09-01 +2025-10-20", "2025-11-01").kind).toBe("unknown");
    expect(rhythm("+2025-09-01 +2025-10-04", "2025-11-01").kind).toBe("resident");
  });

  it("passes over crossings before birth and after the day", () => {
    const facts = {
      ...student("KZ", "+1999-01-01 +2025-09-01 -2025-11-16"),
      birth: day("2005-03-04"),
    };
    expect(rhythmOf(facts, day("2025-11-15")).kind).toBe("resident");
  });

  it("counts the days inside that the ledger shows, whatever the log", () => {
    const asOf = day("2026-02-15");
    fc.assert(
      fc.property(studentsAround(asOf), (facts) => {
        const strip = stripOf(
          facts,
          ruleSetFor("schengen"),
          defaultSettings,
          addDays(asOf, -27),
          asOf,
        );
        const inside = [...strip].filter((letter) => "cpn".includes(letter)).length;
        const found = rhythmOf(facts, asOf);
        if (found.kind !== "unknown") expect(found.daysInside).toBeGreaterThanOrEqual(inside);
        if (!strip.includes("u")) expect(found.daysInside).toBe(inside);
      }),
    );
  });
});
