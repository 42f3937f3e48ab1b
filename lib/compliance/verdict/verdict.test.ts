import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import { assessedOn, written } from "../cases/assessed";
import { granted, student } from "../cases/student-facts";
import { explain } from "../explain";
import type { StudentFacts } from "../facts";
import type { Reading } from "../readings/reading-result";
import { isRegimeId, ruleSetFor } from "../rule-set";
import { defaultSettings } from "../settings";
import { situationOf } from "../situation";
import { usedByDay } from "../used-by-day";
import { headlineOf } from "./headline";

function alertsOn(facts: StudentFacts, asOf: string): string[] {
  return assessedOn(facts, asOf).alerts.map(
    ({ code, severity, on }) => `${severity} ${code} ${written(on)}`,
  );
}

describe("alerts", () => {
  it("are told the worst first, whatever they are about", () => {
    // Day 90 is 29 November; the duty to register ended on 30 September.
    const late = student("KZ", "+2025-09-01");
    expect(alertsOn(late, "2025-11-05")).toEqual([
      "critical registration_overdue 2025-09-30",
      "warning limit_ahead 2025-11-30",
    ]);
    const broken = student("KZ", "+2025-09-25 +2025-10-01");
    expect(alertsOn(broken, "2025-10-16")).toEqual([
      "warning registration_due 2025-10-24",
      "notice log_broken 2025-09-25",
    ]);
  });

  it("of a registration that is due say until when", () => {
    const facts = student("KZ", "+2025-10-01");
    expect(alertsOn(facts, "2025-10-15")).toEqual([]);
    expect(alertsOn(facts, "2025-10-16")).toEqual(["warning registration_due 2025-10-30"]);
  });

  it("of a crossing before birth are none: it leaves no range", () => {
    const facts = { ...student("RU", "+1999-09-01 +2025-10-15"), birth: day("2005-01-01") };
    expect(assessedOn(facts, "2025-10-16").dataProblems).toHaveLength(1);
    expect(alertsOn(facts, "2025-10-16")).toEqual([]);
  });

  it("of a visa without an end ask for a registration all the same", () => {
    const facts = student("IN", "+2025-09-01", [granted("2025-09-01", null, "visa")]);
    expect(alertsOn(facts, "2025-09-03")).toEqual(["warning register_besides_visa 2025-09-05"]);
  });

  it("of a visa that has ended are for who is inside", () => {
    const visa = granted("2025-08-20", "2025-10-31", "visa");
    const registered = granted("2025-09-02", "2026-06-30");
    const log = "+2025-09-01 -2025-11-05";
    expect(alertsOn(student("IN", log, [visa, registered]), "2025-11-04")).toEqual([
      "critical visa_ends 2025-10-31",
    ]);
    expect(alertsOn(student("IN", log, [visa, registered]), "2025-11-05")).toEqual([]);
  });

  it("tell one end once: where visa and chain end together, the chain's", () => {
    const grounds = (visaTo: string, registeredTo: string) => [
      granted("2025-08-20", visaTo, "visa"),
      granted("2025-09-02", registeredTo),
    ];
    const on = (visaTo: string, registeredTo: string, asOf: string) =>
      alertsOn(student("IN", "+2025-09-01", grounds(visaTo, registeredTo)), asOf);
    expect(on("2026-03-31", "2026-03-15", "2026-02-15")).toEqual([
      "warning ground_ends 2026-04-01",
    ]);
    expect(on("2026-03-31", "2026-05-31", "2026-02-15")).toEqual([
      "warning visa_ends 2026-03-31",
      "notice ground_ends 2026-06-01",
    ]);
    // The chain covers the academic year: only the visa's end is something to act on.
    expect(on("2026-06-30", "2026-06-30", "2026-05-15")).toEqual(["warning visa_ends 2026-06-30"]);
  });
});

describe("grounds that begin with the academic year", () => {
  it("cover it only if they last to its end", () => {
    const verdict = (to: string) => {
      const facts = student("RU", "+2025-06-01 -2025-06-20", [granted("2025-09-01", to)]);
      return assessedOn(facts, "2025-08-15").verdict;
    };
    expect([verdict("2026-06-30"), verdict("2026-06-29")]).toEqual(["covered", "unregistered"]);
  });
});

describe("the duty to register counted over the window (A12)", () => {
  const settings = { ...defaultSettings, registrationTrigger: "inWindow" as const };
  const duty = (facts: StudentFacts, asOf: string) =>
    explain(facts, ruleSetFor("kg"), settings, day(asOf)).registration;

  it("ends before the free days are used up, and never where nothing counts any more", () => {
    const log = "+2025-09-01 -2025-09-20 +2025-10-01";
    // 20 days of September and the first ten of October are 30.
    expect(duty(student("KZ", log), "2025-10-02")).toMatchObject({
      entryRef: "#3",
      lastDay: day("2025-10-10"),
    });
    const settled = granted("2025-10-01", null, "residence_permit");
    expect(duty(student("KZ", log, [settled]), "2025-10-02")).toBeNull();
  });

  it("is counted in the stay where no limit of days within days applies", () => {
    expect(duty(student("KZ", "+2025-08-01"), "2025-08-05")?.lastDay).toBe(day("2025-08-30"));
  });
});

describe("the headline", () => {
  const readingOf = (name: Reading["name"], told: Partial<Reading>): Reading => ({
    name,
    overToday: false,
    limit: 90,
    window: 180,
    used: 10,
    remaining: 80,
    firstBreach: null,
    overstayDays: 0,
    lastLawfulDay: null,
    earliestEntry: null,
    reachedOn: null,
    ...told,
  });
  const situation = (log: string) =>
    situationOf(student("KZ", log), ruleSetFor("kg"), defaultSettings, day("2025-12-15"));
  const INSIDE = situation("+2025-09-01");
  const OUTSIDE = situation("+2025-09-01 -2025-12-01");

  /** The headline of two readings in either order. */
  function headline(where: typeof INSIDE, a: Partial<Reading>, b: Partial<Reading>): string {
    const both = [readingOf("rolling", a), readingOf("cumulative", b)];
    const [one, other] = [both, [...both].reverse()].map((all) => headlineOf(where, all)?.name);
    return one === other ? String(one) : `${one} or ${other}`;
  }

  it("is the longest overstay, before all else", () => {
    const over = (overstayDays: number) => ({ overToday: true, overstayDays });
    expect(headline(INSIDE, over(5), over(7))).toBe("cumulative");
    expect(headline(INSIDE, over(7), over(5))).toBe("rolling");
    expect(headline(INSIDE, { reachedOn: day("2025-12-10"), remaining: 0 }, over(1))).toBe(
      "cumulative",
    );
  });

  it("then the border that is closed the longest", () => {
    const closed = (until: string) => ({ earliestEntry: day(until) });
    expect(headline(OUTSIDE, closed("2026-03-02"), closed("2026-03-01"))).toBe("rolling");
    expect(headline(OUTSIDE, closed("2026-03-01"), closed("2026-03-02"))).toBe("cumulative");
    expect(headline(OUTSIDE, { remaining: 0 }, closed("2025-12-16"))).toBe("cumulative");
    // Open today is not closed.
    expect(headline(OUTSIDE, { remaining: 0 }, closed("2025-12-15"))).toBe("rolling");
  });

  it("then the limit that is reached first, then the fewest days that remain", () => {
    const reached = (on: string | null, remaining = 80) => ({
      reachedOn: on === null ? null : day(on),
      remaining,
    });
    expect(headline(INSIDE, reached("2026-01-02"), reached("2026-01-01"))).toBe("cumulative");
    expect(headline(INSIDE, reached("2026-01-01"), reached("2026-01-02"))).toBe("rolling");
    expect(headline(INSIDE, reached(null, 5), reached("2026-01-02"))).toBe("cumulative");
    expect(headline(INSIDE, reached("2026-01-02"), reached(null, 5))).toBe("rolling");
    expect(headline(INSIDE, reached(null, 6), reached(null, 5))).toBe("cumulative");
    expect(headline(INSIDE, reached("2026-01-02", 5), reached("2026-01-02", 6))).toBe("rolling");
    expect(headline(INSIDE, reached(null), reached(null))).toBe("rolling");
    expect(headlineOf(INSIDE, [])).toBeNull();
  });
});

describe("what is asked outside the known law, or by another name", () => {
  it("has no series and no regime", () => {
    const facts = student("RU", "+2023-10-01");
    const [from, to] = [day("2023-10-10"), day("2023-10-15")];
    expect(usedByDay(facts, ruleSetFor("kg"), defaultSettings, from, to)).toEqual({});
    expect([isRegimeId("kg"), isRegimeId("KG"), isRegimeId("")]).toEqual([true, false, false]);
  });

  it("a series ends where it is asked to, before the day of the assessment too", () => {
    const facts = student("KZ", "+2025-09-01");
    const [from, to, asOf] = [day("2025-09-02"), day("2025-09-04"), day("2025-09-10")];
    const series = usedByDay(facts, ruleSetFor("kg"), defaultSettings, from, to, asOf);
    expect([...(series.rolling ?? [])]).toEqual([2, 3, 4]);
    const ahead = usedByDay(facts, ruleSetFor("kg"), defaultSettings, from, to, from);
    expect([...(ahead.rolling ?? [])]).toEqual([2, -1, -1]);
  });
});
