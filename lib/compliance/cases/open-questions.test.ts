import { describe, expect, it } from "vitest";
import { day } from "@/lib/civil-date/day";
import type { Crossing, Ground } from "../facts";
import type { Settings } from "../settings";
import { assessedOn, written } from "./assessed";
import { granted, student } from "./student-facts";

/** Days used by a citizen of Russia in the rolling window, registered in a dormitory on some days. */
function used(
  log: string,
  on: string,
  settings: Partial<Settings>,
  ...registered: [string, string][]
): number | undefined {
  const grounds = registered.map(([from, to]) => granted(from, to));
  return assessedOn(student("RU", log, grounds), on, settings).readings.rolling?.used;
}

describe("a registration made during a stay (A10)", () => {
  const entry = { registrationCovers: "entry" } as const;
  const log = "+2025-09-01 -2025-09-30 +2025-10-11";

  it("covers from the entry of that stay, of no other", () => {
    expect(used(log, "2025-10-31", {}, ["2025-10-20", "2025-10-25"])).toBe(30 + 15);
    expect(used(log, "2025-10-31", entry, ["2025-10-20", "2025-10-25"])).toBe(30 + 6);
  });

  it("made on the day of entry or of exit is made during the stay; made outside it covers its own days", () => {
    expect(used(log, "2025-10-31", entry, ["2025-10-11", "2025-10-12"])).toBe(30 + 19);
    expect(used(log, "2025-10-31", entry, ["2025-09-30", "2025-09-30"])).toBe(21);
    expect(used(log, "2025-10-31", entry, ["2025-10-05", "2025-10-11"])).toBe(30 + 20);
  });

  it("covers nothing before it is made, but from the day on which it is", () => {
    const registration: [string, string] = ["2025-10-20", "2026-06-30"];
    expect(used(log, "2025-10-19", entry, registration)).toBe(30 + 9);
    expect(used(log, "2025-10-20", entry, registration)).toBe(30);
  });

  it("is a registration: a permit covers its own days alone", () => {
    const permit = granted("2025-10-20", "2025-10-25", "residence_permit");
    const facts = student("RU", log, [permit]);
    expect(assessedOn(facts, "2025-10-31", entry).readings.rolling?.used).toBe(30 + 15);
  });
});

describe("a registration that resets the count (A9)", () => {
  const resets = { registrationEffect: "resets" } as const;

  it("forgets the days before its first day, however many registrations there are and in whatever order", () => {
    const log = "+2025-09-01 -2025-12-31";
    const first: [string, string] = ["2025-10-01", "2025-10-05"];
    const second: [string, string] = ["2025-11-01", "2025-11-05"];
    expect(used(log, "2025-10-31", resets, second, first)).toBe(26);
    expect(used(log, "2025-11-30", resets, second, first)).toBe(25);
    expect(used(log, "2025-11-30", resets, first, second)).toBe(25);
    expect(used(log, "2025-11-30", {}, first, second)).toBe(81);
  });

  it("does so where the person is outside on its first day, and not before that day", () => {
    const log = "+2025-09-01 -2025-09-30 +2025-10-20";
    expect(used(log, "2025-10-25", resets, ["2025-10-10", "2025-10-15"])).toBe(6);
    expect(used(log, "2025-10-25", resets, ["2025-10-26", "2025-10-30"])).toBe(36);
  });

  it("is no permit, which only pauses", () => {
    const permit = granted("2025-10-01", "2025-10-10", "residence_permit");
    const facts = student("RU", "+2025-09-01", [permit]);
    expect(assessedOn(facts, "2025-10-31", resets).readings.rolling?.used).toBe(30 + 21);
  });
});

describe("a registration that does nothing to the count (A9)", () => {
  it("still answers the duty to register, and does not hide that the limit is near", () => {
    const nothing = { registrationEffect: "nothing" } as const;
    const facts = student("RU", "+2025-09-01", [granted("2025-09-05", "2026-06-30")]);
    expect(assessedOn(facts, "2025-11-10", nothing)).toMatchObject({
      verdict: "at_risk",
      registrationDueOn: null,
      protectedUntil: day("2026-06-30"),
      readings: { rolling: { used: 71 } },
    });
    expect(assessedOn(facts, "2025-11-10").verdict).toBe("covered");
  });
});

describe("the day of exit, where it does not count (A5)", () => {
  const without = { exitDayCounts: false } as const;

  it("is no day inside, but the day of entry always is one", () => {
    expect(used("+2025-09-01 -2025-09-10", "2025-09-30", without)).toBe(9);
    expect(used("+2025-09-01 -2025-09-01", "2025-09-30", without)).toBe(1);
    expect(used("+2025-09-01 -2025-09-10 +2025-09-10", "2025-09-10", without)).toBe(10);
  });

  it("closes the border all the same for who leaves over the limit", () => {
    const facts = student("RU", "+2025-09-01 -2025-12-02");
    const { rolling } = assessedOn(facts, "2025-12-03", without).readings;
    expect(rolling).toMatchObject({ used: 92, overstayDays: 2 });
    expect(written(rolling?.earliestEntry)).toBe("2026-03-03");
  });
});

describe("a day that two stays share, where it is two days (A7)", () => {
  const twice = { sameDayCounts: "twice" } as const;

  it("weighs as many days as stays hold it", () => {
    expect(used("+2025-09-01 -2025-09-05 +2025-09-05 -2025-09-10", "2025-09-10", twice)).toBe(11);
    expect(used("+2025-09-01T08:00 -2025-09-01T12:00 +2025-09-01T18:00", "2025-09-01", twice)).toBe(
      2,
    );
  });

  it("may be over the limit entered again, although the next day is not", () => {
    // 89 days from 1 March to 28 May and 27 August are 90; 1 March leaves the window on 28 August.
    const facts = student("RU", "+2025-03-01 -2025-05-28 +2025-08-27 -2025-08-27");
    const opens = (settings: Partial<Settings>) =>
      written(assessedOn(facts, "2025-08-27", settings).readings.rolling?.earliestEntry);
    expect([opens({}), opens(twice)]).toEqual(["2025-08-27", "2025-08-28"]);
  });

  it("is one day of each of them where each stay is counted by itself", () => {
    const log = "+2026-08-25 -2026-09-23";
    const kz = (text: string) =>
      assessedOn(student("GB", text), "2026-09-23", twice, "kz").readings;
    // The thirtieth day: entering again on it is the first day of another stay.
    expect(written(kz(log).per_stay?.earliestEntry)).toBe("2026-09-23");
    expect(kz(`${log} +2026-09-23`).per_stay).toMatchObject({ used: 30, overstayDays: 0 });
  });
});

describe("records that say the same thing", () => {
  const record = (ref: string): Crossing => ({
    day: day("2025-09-01"),
    minute: 480,
    direction: "entry",
    ref,
  });
  const dropped = (...refs: string[]) =>
    assessedOn(
      { citizenship: "RU", crossings: refs.map(record), grounds: [] },
      "2025-09-05",
    ).dataProblems.map(({ ref }) => ref);

  it("are named by the later row, whatever order they come in", () => {
    expect([dropped("#9", "#10"), dropped("#10", "#9")]).toEqual([["#10"], ["#10"]]);
    expect([dropped("#a", "#b"), dropped("#b", "#a")]).toEqual([["#b"], ["#b"]]);
    expect(dropped("#10", "#9", "#11")).toEqual(["#10", "#11"]);
  });
});

describe("a registration that begins the count anew (A9)", () => {
  // Out on the 96th day, in again on the same day with the exit lost, and registered when next seen: 0 days are used.
  const log = "+2025-09-01 -2025-12-05 +2025-12-05 +2026-01-10 -2026-01-15";
  const facts = student("KZ", log, [granted("2026-01-10", "2026-01-20")]);
  const resets = { registrationEffect: "resets" } as const;

  it("does not open the border before the wait of the recorded exit is over, 91 days after it", () => {
    expect(assessedOn(facts, "2026-03-05", resets).verdictAtLeast).toBe("barred");
    expect(assessedOn(facts, "2026-03-06", resets).verdictAtLeast).not.toBe("barred");
  });

  it("begins it anew also where a permit holds on its first day already", () => {
    const permit = granted("2025-09-11", "2025-09-30", "residence_permit");
    const registered = granted("2025-09-21", "2025-10-10");
    const used = (...grounds: Ground[]) =>
      assessedOn(student("RU", "+2025-09-01", grounds), "2025-10-20", resets).readings.rolling
        ?.used;
    // Ten days before the permit, ten after the registration.
    expect(used(permit, { ...registered, kind: "residence_permit" })).toBe(20);
    expect(used(permit, registered)).toBe(10);
  });

  it("leaves nothing of a range from its first day on", () => {
    // The exit of a first stay is missing: it was 1 September alone, or all days to the next entry.
    const gap = "+2025-09-01 +2025-09-10 -2025-09-20";
    const range = (on: string) => {
      const registered = student("KZ", gap, [granted("2025-10-01", "2025-12-01")]);
      const { anchored } = assessedOn(registered, on, resets).readings;
      return [anchored?.usedMin, anchored?.usedMax];
    };
    expect(range("2025-09-30")).toEqual([12, 20]);
    expect(range("2025-10-01")).toEqual([0, 0]);
  });
});
