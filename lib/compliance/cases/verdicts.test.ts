import { describe, expect, it } from "vitest";
import type { StudentFacts } from "../facts";
import { assessedOn, written } from "./assessed";
import { granted, student } from "./student-facts";

function alertsOn(facts: StudentFacts, asOf: string): string[] {
  return assessedOn(facts, asOf).alerts.map(
    ({ code, severity, on }) => `${severity} ${code} ${written(on)}`,
  );
}

const YEAR = ["2025-09-01", "2026-06-30"] as const;

describe("each verdict, with the day before and the day after", () => {
  it("overstaying from the 91st day on, and never on the 90th", () => {
    const facts = student("KZ", "+2025-09-01", [granted("2025-09-20", "2025-09-20")]);
    // One day of September is under a ground: day 90 is 30 November.
    expect(assessedOn(facts, "2025-11-30").readings.rolling?.used).toBe(90);
    expect(assessedOn(facts, "2025-12-01")).toMatchObject({
      verdict: "overstaying",
      headline: "rolling",
      readings: { rolling: { used: 91, remaining: 0, lastLawfulDay: null } },
    });
    expect(alertsOn(facts, "2025-12-01")).toEqual([
      "critical limit_exceeded 2025-12-01",
      "critical registration_overdue 2025-09-30",
    ]);
  });

  it("a ground granted while over the limit ends the overstay on its first day", () => {
    const facts = student("KZ", "+2025-09-01", [granted("2025-12-10", "2026-06-30")]);
    expect(assessedOn(facts, "2025-12-09").verdict).toBe("overstaying");
    expect(assessedOn(facts, "2025-12-10")).toMatchObject({ verdict: "covered" });
  });

  it("barred for 90 whole days after leaving over the limit, and free on exit + 91", () => {
    const facts = student("KZ", "+2025-09-01 -2025-12-01");
    expect(written(assessedOn(facts, "2025-12-01").readings.cumulative?.earliestEntry)).toBe(
      "2026-03-02",
    );
    expect(assessedOn(facts, "2026-03-01").verdict).toBe("barred");
    expect(alertsOn(facts, "2026-03-01")).toEqual(["critical entry_closed 2026-03-02"]);
    expect(assessedOn(facts, "2026-03-02").verdict).toBe("unregistered");
    const earlier = { reentryAfterDays: 90 } as const;
    const { anchored } = assessedOn(facts, "2025-12-02", earlier).readings;
    expect(written(anchored?.earliestEntry)).toBe("2026-03-01");
  });

  it("the re-entry wait holds although a ground covers the days, and a refused attempt changes nothing", () => {
    const grounds = [granted("2025-12-05", "2026-06-30")];
    const facts = student("KZ", "+2025-09-01 -2025-12-01", grounds);
    expect(assessedOn(facts, "2025-12-20").verdict).toBe("barred");
    expect(written(assessedOn(facts, "2025-12-20").readings.rolling?.earliestEntry)).toBe(
      "2026-03-02",
    );
  });

  it("no wait for a person who leaves over the limit but protected on that day", () => {
    const grounds = [granted("2025-12-01", "2025-12-05")];
    const facts = student("KZ", "+2025-09-01 -2025-12-05", grounds);
    expect(written(assessedOn(facts, "2025-12-06").readings.rolling?.earliestEntry)).toBe(
      "2026-03-01",
    );
  });

  it("registration is due on the 30th day: near from 14 days before, overdue on the day after", () => {
    const facts = student("KZ", "+2025-10-01");
    expect(written(assessedOn(facts, "2025-10-15").registrationDueOn)).toBe("2025-10-30");
    expect(assessedOn(facts, "2025-10-15").verdict).toBe("unregistered");
    expect(assessedOn(facts, "2025-10-16").verdict).toBe("registration_due");
    expect(assessedOn(facts, "2025-10-30").verdict).toBe("registration_due");
    expect(assessedOn(facts, "2025-10-31").verdict).toBe("registration_overdue");
    expect(alertsOn(facts, "2025-10-31")).toEqual(["critical registration_overdue 2025-10-30"]);
  });

  it("registration is due on the fifth working day, entry day included, holidays left out", () => {
    // 11 November 2025 is a Tuesday, 15 November a Saturday.
    const tuesday = student("UZ", "+2025-11-11");
    expect(written(assessedOn(tuesday, "2025-11-11").registrationDueOn)).toBe("2025-11-17");
    const saturday = student("IN", "+2025-11-15");
    expect(written(assessedOn(saturday, "2025-11-15").registrationDueOn)).toBe("2025-11-21");
    const holidays = [assessedOn(tuesday, "2025-11-12").asOf];
    expect(written(assessedOn(tuesday, "2025-11-11", { holidays }).registrationDueOn)).toBe(
      "2025-11-18",
    );
  });

  it("at risk from 30 days before the limit is reached by staying", () => {
    const facts = student("KZ", "+2025-08-01 -2025-08-01 +2025-09-01", [
      granted("2025-09-01", "2025-09-01", "other"),
    ]);
    // Day 90 is 30 November, so 1 December is the day on which the limit is reached.
    expect(written(assessedOn(facts, "2025-10-31").readings.rolling?.reachedOn)).toBe("2025-12-01");
    const registered = student("KZ", "+2025-11-03 -2025-11-03 +2025-11-04");
    expect(assessedOn(registered, "2025-11-04").verdict).toBe("unregistered");
    const commuter = student("KZ", "+2025-09-01 -2025-09-29 +2025-09-30 -2025-10-28 +2025-10-29");
    expect(written(assessedOn(commuter, "2025-10-30").readings.rolling?.reachedOn)).toBe(
      "2025-11-30",
    );
    expect(assessedOn(commuter, "2025-10-30").verdict).toBe("unregistered");
    expect(assessedOn(commuter, "2025-10-31").verdict).toBe("at_risk");
    expect(alertsOn(commuter, "2025-10-31")).toEqual(["warning limit_ahead 2025-11-30"]);
  });

  it("at risk outside, where the rhythm of the last 28 days reaches the limit", () => {
    const facts = student(
      "KZ",
      "+2025-09-01 -2025-09-28 +2025-09-29 -2025-10-26 +2025-10-27 -2025-11-19",
    );
    const { inside, verdict, readings } = assessedOn(facts, "2025-11-20");
    expect({ inside, verdict, used: readings.rolling?.used }).toEqual({
      inside: false,
      verdict: "at_risk",
      used: 80,
    });
    // 23 October to 19 November were days inside, 20 November was not.
    expect(written(readings.rolling?.reachedOn)).toBe("2025-12-01");
  });

  it("lapsing where the chain of grounds ends before the academic year, even by a day", () => {
    const lapsing = student("KZ", "+2025-09-01", [granted("2025-09-01", "2026-06-29")]);
    expect(assessedOn(lapsing, "2025-10-01").verdict).toBe("lapsing");
    expect(alertsOn(lapsing, "2025-10-01")).toEqual(["notice ground_ends 2026-06-30"]);
    expect(alertsOn(lapsing, "2026-05-01")).toEqual(["warning ground_ends 2026-06-30"]);
    const whole = student("KZ", "+2025-09-01", [granted(...YEAR)]);
    expect(assessedOn(whole, "2025-10-01")).toMatchObject({ verdict: "covered", alerts: [] });
  });

  it("grounds that follow each other day by day are one chain; a day between breaks it", () => {
    const chain = [granted("2025-09-01", "2025-12-31"), granted("2026-01-01", null, "address")];
    expect(assessedOn(student("KZ", "+2025-09-01", chain), "2025-10-01")).toMatchObject({
      protectedUntil: "open",
      verdict: "covered",
    });
    const broken = [granted("2025-09-01", "2025-12-31"), granted("2026-01-02", null)];
    const { protectedUntil, verdict } = assessedOn(
      student("KZ", "+2025-09-01", broken),
      "2025-10-01",
    );
    expect([written(protectedUntil), verdict]).toEqual(["2025-12-31", "lapsing"]);
  });

  it("before the academic year: lapsing while the present ground ends before it, although the next begins with it", () => {
    const grounds = [granted("2025-08-01", "2025-08-25"), granted(...YEAR)];
    const facts = student("RU", "+2025-08-01 -2025-08-26", grounds);
    expect(assessedOn(facts, "2025-08-25").verdict).toBe("lapsing");
    expect(assessedOn(facts, "2025-08-26").verdict).toBe("covered");
  });

  it("requested, refused and revoked grounds protect no day", () => {
    const requested = { ...granted(...YEAR), status: "requested" as const };
    const facts = student("KZ", "", [requested]);
    expect(assessedOn(facts, "2025-10-01")).toMatchObject({
      verdict: "unregistered",
      protectedUntil: null,
    });
  });

  it("unknown without any crossing or ground; exempt at home and where no limit applies yet", () => {
    expect(assessedOn(student("KZ", ""), "2025-10-01").verdict).toBe("unknown");
    expect(assessedOn(student("KZ", "+2025-10-02"), "2025-10-01").verdict).toBe("unknown");
    expect(assessedOn(student("KG", "+2025-09-01"), "2026-10-01")).toMatchObject({
      verdict: "exempt",
      registrationDueOn: null,
      readings: {},
    });
    const kazakh = student("KZ", "+2025-08-01");
    expect(assessedOn(kazakh, "2025-08-10")).toMatchObject({ verdict: "exempt", readings: {} });
    expect(assessedOn(kazakh, "2025-08-17").verdict).toBe("registration_due");
  });

  it("unknown on a day before the known law, never the first known rule", () => {
    expect(assessedOn(student("RU", "+2023-10-01"), "2023-10-20")).toMatchObject({
      verdict: "unknown",
      readings: {},
      registrationDueOn: null,
      citations: [],
    });
  });

  it("visa nationals have no count of days and are not exempt; a visa alone is no registration", () => {
    const bare = student("IN", "+2025-09-01");
    expect(assessedOn(bare, "2025-09-05").verdict).toBe("registration_due");
    expect(assessedOn(bare, "2025-09-06").verdict).toBe("registration_overdue");
    const visa = granted("2025-09-01", "2026-08-31", "visa");
    const withVisa = student("IN", "+2025-09-01", [visa]);
    expect(assessedOn(withVisa, "2025-09-06")).toMatchObject({ verdict: "covered", readings: {} });
    expect(alertsOn(withVisa, "2025-09-05")).toEqual(["warning register_besides_visa 2025-09-05"]);
    // Past the day it is as overdue as without the visa.
    expect(alertsOn(withVisa, "2025-09-06")).toEqual(["critical register_besides_visa 2025-09-05"]);
    const both = student("IN", "+2025-09-01", [visa, granted(...YEAR)]);
    expect(alertsOn(both, "2025-09-06")).toEqual([]);
  });

  it("a registration does not outlive the visa in silence: the end is told 60 days before, and afterwards", () => {
    const visa = granted("2025-08-20", "2026-03-31", "visa");
    const registered = student("IN", "+2025-09-01", [visa, granted("2025-09-03", "2026-06-30")]);
    expect(alertsOn(registered, "2026-01-29")).toEqual([]);
    expect(alertsOn(registered, "2026-01-30")).toEqual(["warning visa_ends 2026-03-31"]);
    expect(alertsOn(registered, "2026-03-31")).toEqual(["warning visa_ends 2026-03-31"]);
    expect(alertsOn(registered, "2026-04-01")).toEqual(["critical visa_ends 2026-03-31"]);
    const permit = granted("2026-04-01", null, "residence_permit");
    const settled = student("IN", "+2025-09-01", [...registered.grounds, permit]);
    expect(alertsOn(settled, "2026-03-31")).toEqual(["warning visa_ends 2026-03-31"]);
    expect(alertsOn(settled, "2026-04-01")).toEqual([]);
    expect(alertsOn({ ...registered, citizenship: "KZ" }, "2026-04-01")).toEqual([]);
  });

  it("a change of the rule starts a new count: the Gulf states on 4 January 2026", () => {
    const facts = student("AE", "+2025-12-01", [granted("2025-12-01", "2025-12-01")]);
    const before = assessedOn(facts, "2026-01-03").readings.rolling;
    const after = assessedOn(facts, "2026-01-04").readings.rolling;
    expect([before?.limit, before?.used, after?.limit, after?.used]).toEqual([60, 33, 180, 1]);
    // A stay that runs on is measured by the rule that will then be in force.
    expect(written(before?.lastLawfulDay)).toBe("2026-07-02");
  });
});

describe("the headline", () => {
  it("is the worst of the readings that the office has enabled", () => {
    const months = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"];
    const trips = [...months, "2026-04", "2026-05", "2026-06"].map((m) => `+${m}-01 -${m}-10`);
    const facts = student("KZ", trips.slice(0, -1).concat("+2026-06-01").join(" "));
    expect(assessedOn(facts, "2026-06-05")).toMatchObject({
      verdict: "overstaying",
      headline: "cumulative",
    });
    const readings = ["rolling", "anchored"] as const;
    expect(assessedOn(facts, "2026-06-05", { readings })).toMatchObject({ headline: "rolling" });
    expect(assessedOn(facts, "2026-06-05", { readings }).verdict).not.toBe("overstaying");
  });
});

describe("the last lawful day", () => {
  it("of a protected person with used-up days is the last protected one", () => {
    const facts = student("KZ", "+2025-09-01", [granted("2025-12-05", "2025-12-31")]);
    expect(assessedOn(facts, "2025-12-20").readings.rolling).toMatchObject({ used: 95 });
    expect(written(assessedOn(facts, "2025-12-20").readings.rolling?.lastLawfulDay)).toBe(
      "2025-12-31",
    );
  });

  it("is none under a ground without end, and is named where that ground begins too late", () => {
    const covered = student("KZ", "+2025-09-01", [granted("2025-10-01", null)]);
    expect(assessedOn(covered, "2025-10-05").readings.rolling?.lastLawfulDay).toBeNull();
    const late = student("KZ", "+2025-09-01", [granted("2025-12-15", null)]);
    expect(written(assessedOn(late, "2025-11-20").readings.rolling?.lastLawfulDay)).toBe(
      "2025-11-29",
    );
  });
});
