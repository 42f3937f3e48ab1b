import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import type { DaySpan } from "@/lib/civil-date/day-range";
import { breachAhead } from "../breach-ahead";
import { explain } from "../explain";
import type { StudentFacts } from "../facts";
import { type RegimeId, ruleSetFor } from "../rule-set";
import { defaultSettings } from "../settings";
import { assessedOn, written } from "./assessed";
import { granted, student } from "./student-facts";

describe("the sources that an assessment names", () => {
  it.each<[string, string, string, RegimeId, string]>([
    [
      "KZ",
      "+2025-09-01",
      "2025-10-01",
      "kg",
      "KG-541 MFA-2025-12 SBC-6 GPS-2025-12 KG-855 GPS-2026-01 KG-KZ-2012 KG-689",
    ],
    ["KZ", "+2025-08-01", "2025-08-10", "kg", "KG-541 KG-KZ-2012 KG-689"],
    ["IN", "+2025-08-01", "2025-08-10", "kg", "KG-541 KG-855 KG-689"],
    ["KZ", "+2025-08-01", "2025-08-10", "schengen", "SBC-6 EU-610-2013"],
    ["KG", "+2025-08-01", "2025-08-10", "kz", "KZ-148 KZ-MVD-2023"],
    ["KZ", "+2025-08-01", "2025-08-10", "ru", "RU-115 RU-260 RU-MFA-2024"],
    ["KZ", "+2025-08-01", "2025-08-10", "ge", "GE-255"],
  ])(
    "of %s with %s on %s under %s are %s: of the limit, of its readings, of the duty",
    (citizenship, log, on, regime, sources) => {
      const { citations } = assessedOn(student(citizenship, log), on, {}, regime);
      expect(citations.join(" ")).toBe(sources);
    },
  );

  it("of a reading are its own; of a limit that is read in one way, those of the limit", () => {
    const sourcesOf = (regime: RegimeId) => {
      const facts = student("KG", "+2025-09-01");
      return explain(facts, ruleSetFor(regime), defaultSettings, day("2025-09-10")).readings;
    };
    expect(sourcesOf("kz").rolling?.citations).toEqual(["KZ-148"]);
    expect(sourcesOf("kz").per_stay?.citations).toEqual(["KZ-148", "KZ-MVD-2023"]);
  });

  it("are none for a citizen at home, whose days nothing explains either", () => {
    const facts = student("KG", "+2025-09-01");
    expect(assessedOn(facts, "2025-10-01")).toMatchObject({ citations: [], alerts: [] });
    expect(explain(facts, ruleSetFor("kg"), defaultSettings, day("2025-10-01"))).toEqual({
      asOf: day("2025-10-01"),
      countsFrom: null,
      readings: {},
      registration: null,
    });
  });
});

describe("the alert of a broken log", () => {
  const alertsOf = (log: string) =>
    assessedOn(student("RU", log), "2025-10-20")
      .alerts.filter(({ code }) => code === "log_broken")
      .map(({ severity, on }) => `${severity} ${written(on)}`);

  it("is a notice on the first day that leaves a range", () => {
    expect(alertsOf("+2025-10-01 +2025-10-10 -2025-10-12 -2025-10-15")).toEqual([
      "notice 2025-10-01",
    ]);
  });

  it("is none for a record that is there twice, or for a log without a gap", () => {
    expect(alertsOf("+2025-10-01 +2025-10-01 -2025-10-12")).toEqual([]);
    expect(alertsOf("+2025-10-01 -2025-10-12")).toEqual([]);
  });
});

describe("the alert of a visa without a registration", () => {
  const visa = granted("2025-09-01", "2026-08-31", "visa");
  const alertsOf = (facts: StudentFacts, on: string) =>
    assessedOn(facts, on).alerts.filter(({ code }) => code === "register_besides_visa");

  it("is for who is inside on a visa that holds on the day, and has nothing else", () => {
    expect(alertsOf(student("IN", "+2025-09-01", [visa]), "2025-09-01")).toHaveLength(1);
    expect(alertsOf(student("IN", "+2025-09-01", [visa]), "2026-08-31")).toHaveLength(1);
    expect(alertsOf(student("IN", "+2025-09-01", [visa]), "2026-09-01")).toEqual([]);
    expect(alertsOf(student("IN", "+2025-08-25", [visa]), "2025-08-31")).toEqual([]);
    expect(alertsOf(student("IN", "+2025-09-01 -2025-09-03", [visa]), "2025-09-05")).toEqual([]);
  });

  it("is not for who is registered besides, nor where days are counted instead of papers", () => {
    const registered = [visa, granted("2025-09-02", "2025-09-10", "dormitory")];
    expect(alertsOf(student("IN", "+2025-09-01", registered), "2025-09-05")).toEqual([]);
    expect(alertsOf(student("IN", "+2025-09-01", registered), "2025-09-11")).toHaveLength(1);
    expect(alertsOf(student("KZ", "+2025-09-01", [visa]), "2025-09-05")).toEqual([]);
  });
});

describe("the alert of a citizen by visa of whose papers nothing is known", () => {
  const registered = granted("2025-09-02", "2026-06-30", "dormitory");
  const alertsOf = (facts: StudentFacts, on: string) =>
    assessedOn(facts, on)
      .alerts.filter(({ code }) => code === "ground_unknown" || code === "visa_ends")
      .map(({ code, severity, on }) => `${severity} ${code} ${written(on)}`);

  it("is important, from the day of entry, with a registration or without", () => {
    const unknown = ["warning ground_unknown 2025-09-01"];
    expect(alertsOf(student("IN", "+2025-09-01"), "2025-09-01")).toEqual(unknown);
    expect(alertsOf(student("IN", "+2025-09-01"), "2025-11-01")).toEqual(unknown);
    expect(alertsOf(student("IN", "+2025-09-01", [registered]), "2025-11-01")).toEqual(unknown);
  });

  it("stands until a visa or a permit is granted and has begun", () => {
    const visa = granted("2025-10-01", "2026-08-31", "visa");
    const asked = { ...visa, status: "requested" as const };
    const permit = granted("2025-10-01", null, "residence_permit");
    const on = (ground: typeof visa, day: string) =>
      alertsOf(student("IN", "+2025-09-01", [registered, ground]), day);
    expect(on(visa, "2025-09-30")).toEqual(["warning ground_unknown 2025-09-01"]);
    expect(on(visa, "2025-10-01")).toEqual([]);
    expect(on(permit, "2025-10-01")).toEqual([]);
    expect(on(asked, "2025-10-01")).toEqual(["warning ground_unknown 2025-09-01"]);
    expect(on(granted("2025-09-01", "2025-09-30", "visa"), "2025-10-01")).toEqual([
      "critical visa_ends 2025-09-30",
    ]);
  });

  it("is none outside, for who needs no visa, and while nobody knows the law", () => {
    expect(alertsOf(student("IN", "+2025-09-01 -2025-09-20"), "2025-09-21")).toEqual([]);
    expect(alertsOf(student("IN", ""), "2025-09-21")).toEqual([]);
    expect(alertsOf(student("KZ", "+2025-09-01"), "2025-09-21")).toEqual([]);
    expect(alertsOf(student("IN", "+2023-10-01"), "2023-10-20")).toEqual([]);
    const ended = granted("2023-09-01", "2023-10-10", "visa");
    expect(alertsOf(student("IN", "+2023-10-01", [ended]), "2023-10-20")).toEqual([]);
  });
});

describe("a planned stay", () => {
  const ahead = (from: string, to: string): DaySpan[] => [{ from: day(from), to: day(to) }];
  const inKazakhstan = (citizenship: string, plan: DaySpan[]) =>
    breachAhead(
      student(citizenship, "+2025-09-01"),
      ruleSetFor("kz"),
      defaultSettings,
      day("2025-09-10"),
      plan,
      day("2025-10-31"),
    );

  it("from tomorrow on goes on with the stay that is open, from a later day on it is another", () => {
    expect(written(inKazakhstan("GB", ahead("2025-09-11", "2025-10-05")).per_stay)).toBe(
      "2025-10-01",
    );
    expect(inKazakhstan("GB", ahead("2025-09-15", "2025-10-14"))).toEqual({
      rolling: null,
      per_stay: null,
    });
    expect(written(inKazakhstan("GB", ahead("2025-09-15", "2025-10-15")).per_stay)).toBe(
      "2025-10-15",
    );
  });

  it("that is none breaks no limit, and no plan of a citizen at home does", () => {
    expect(inKazakhstan("GB", [])).toEqual({ rolling: null, per_stay: null });
    expect(inKazakhstan("KZ", ahead("2025-09-11", "2025-10-31"))).toEqual({});
  });
});
