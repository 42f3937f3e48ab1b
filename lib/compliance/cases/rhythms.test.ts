import { describe, expect, it } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { rhythmIn, rhythmOf } from "../presence-rhythm";
import { staysOf } from "../stays";
import { dayTrips } from "./day-trips";
import { crossings, student } from "./student-facts";

/** "goes_home 14": what the rhythm of a log is on a day. */
function rhythm(log: string, asOf: string): string {
  const { kind, everyDays } = rhythmOf(student("KZ", log), day(asOf));
  return everyDays === null ? kind : `${kind} ${everyDays}`;
}

/** Inside from 1 August on, but for one night after each of the days. */
function nightsAway(...exits: string[]): string {
  const trips = exits.map((exit) => `-${exit} +${exit.slice(0, 8)}${nextOf(exit)}`);
  return ["+2025-08-01", ...trips].join(" ");
}

/** The next day of the month: none of the exits is the last of its month. */
function nextOf(exit: string): string {
  return String(Number(exit.slice(8)) + 1).padStart(2, "0");
}

describe("what makes a rhythm new, or uncertain", () => {
  it("an absence of 21 whole days: before it was another life", () => {
    // 1 October to 23 October: 21 whole days outside. On 4 November 13 days are seen, on the 5th 14.
    const back = "+2025-08-01 -2025-10-01 +2025-10-23";
    expect([rhythm(back, "2025-11-04"), rhythm(back, "2025-11-05")]).toEqual([
      "unknown",
      "resident",
    ]);
    expect(rhythm("+2025-08-01 -2025-10-01 +2025-10-22", "2025-11-04")).toBe("irregular");
  });

  it("a missing crossing within the days, be it of an exit or of an entry, and up to their first day", () => {
    expect(rhythm("+2025-09-01 +2025-10-04", "2025-10-31")).toBe("unknown");
    expect(rhythm("+2025-09-01 +2025-10-04", "2025-11-01")).toBe("resident");
    expect(rhythm("+2025-09-01 -2025-10-20 -2025-11-01", "2025-11-05")).toBe("unknown");
  });

  it("of a log that begins with an exit the day of exit is known, and nothing before it", () => {
    const asOf = day("2025-11-15");
    const seen = (log: string) =>
      rhythmIn(
        staysOf(crossings(log), asOf, () => day("2025-09-01")),
        asOf,
      ).daysInside;
    expect(seen("-2025-11-10")).toBe(1);
    expect(seen("-2025-11-10 +2025-11-14")).toBe(3);
    // An exit that is missing later on leaves the most days: 20 October to 15 November.
    expect(seen("+2025-10-20 +2025-11-10")).toBe(27);
  });
});

describe("who comes for the day or for one night", () => {
  /** Stays of so many days, each begun on the day after the one before ended, from 20 October on. */
  const stays = (...lengths: number[]): string => {
    const log = ["+2025-09-15 -2025-10-05"];
    let at = day("2025-10-20");
    for (const length of lengths) {
      log.push(`+${formatDay(at)} -${formatDay(addDays(at, length - 1))}`);
      at = addDays(at, length);
    }
    return log.join(" ");
  };

  it("is a commuter from two stays a week on: eight in 28 days, not seven", () => {
    const twice = dayTrips(day("2025-09-01"), day("2025-11-14"), [2, 4]);
    expect(rhythm(twice, "2025-11-15")).toBe("commuter");
    expect(rhythm(twice.replace("+2025-11-13T08:00 -2025-11-13T18:00", ""), "2025-11-15")).not.toBe(
      "commuter",
    );
  });

  it("most of them short: nine of twelve, not eight of eleven", () => {
    expect(rhythm(stays(1, 1, 1, 3, 1, 1, 1, 3, 1, 1, 1, 3), "2025-11-15")).toBe("commuter");
    expect(rhythm(stays(1, 1, 1, 3, 1, 1, 1, 3, 1, 1, 3), "2025-11-15")).not.toBe("commuter");
  });

  it("one night is short, two are not", () => {
    expect(rhythm(stays(2, 2, 2, 2, 2, 2, 2, 2, 2, 2), "2025-11-15")).toBe("commuter");
    expect(rhythm(stays(3, 3, 3, 3, 3, 3, 3, 3), "2025-11-15")).not.toBe("commuter");
  });

  it("is none who comes every day: that is a resident", () => {
    const daily = dayTrips(day("2025-09-01"), day("2025-11-15"), [1, 2, 3, 4, 5, 6, 7]);
    expect(rhythm(daily, "2025-11-15")).toBe("resident");
  });
});

describe("who goes home every so many days", () => {
  it("goes twice at least; whoever left today has gone", () => {
    const log = "+2025-08-01 -2025-09-26 +2025-09-28 -2025-10-10";
    expect(rhythm("+2025-08-01 -2025-09-26 +2025-09-28", "2025-10-09")).toBe("irregular");
    expect(rhythm(log, "2025-10-10")).toBe("goes_home 14");
    expect(rhythm(`${log} +2025-10-12`, "2025-10-15")).toBe("goes_home 14");
  });

  it("does not count a crossing for the day as going home, nor who went away for 16 days", () => {
    const errands = ["01", "08", "15"].map((d) => `-2025-10-${d}T09:00 +2025-10-${d}T18:00`);
    expect(rhythm(`+2025-08-01 ${errands.join(" ")}`, "2025-10-20")).toBe("resident");
    const away = (back: string) =>
      rhythm(`+2025-08-01 -2025-09-01 +2025-09-${back} -2025-10-01 +2025-10-${back}`, "2025-10-20");
    expect([away("16"), away("17")]).toEqual(["goes_home 30", "irregular"]);
  });

  it("looks at twelve weeks: what was 84 days ago plays no part", () => {
    const fortnights = "-2025-09-12 +2025-09-14 -2025-09-26 +2025-09-28 -2025-10-10 +2025-10-12";
    const withVisit = (exit: string, entry: string) =>
      rhythm(`+2025-05-01 -${exit} +${entry} ${fortnights}`, "2025-10-15");
    // 84 days before 15 October are 23 July.
    expect(withVisit("2025-07-23", "2025-07-25")).toBe("goes_home 14");
    expect(withVisit("2025-07-24", "2025-07-26")).toBe("irregular");
  });

  it("takes the middle of an odd number of steps, be they as they may", () => {
    // Steps of 14, 10 and 15 days.
    const log = nightsAway("2025-08-25", "2025-09-08", "2025-09-18", "2025-10-03");
    expect(rhythm(log, "2025-10-12")).toBe("goes_home 14");
  });

  it("takes the middle of the steps, of an even number of them the mean of the middle two", () => {
    expect(
      rhythm(nightsAway("2025-08-20", "2025-09-04", "2025-09-24", "2025-10-09"), "2025-10-12"),
    ).toBe("goes_home 15");
    expect(rhythm(nightsAway("2025-09-10", "2025-09-24", "2025-10-10"), "2025-10-12")).toBe(
      "goes_home 15",
    );
    expect(rhythm(nightsAway("2025-09-10", "2025-09-26", "2025-10-10"), "2025-10-12")).toBe(
      "goes_home 15",
    );
  });

  it("every step is within a third of the usual one: of 15 days 20, not 21", () => {
    const last = (exit: string) =>
      rhythm(nightsAway("2025-08-20", "2025-09-04", "2025-09-19", exit), "2025-10-12");
    expect([last("2025-10-09"), last("2025-10-10")]).toEqual(["goes_home 15", "resident"]);
  });

  it("within two days where a third is less", () => {
    // Steps of 3, 3, 5 and of 3, 3, 6 days.
    const last = (exit: string) =>
      rhythm(nightsAway("2025-09-20", "2025-09-23", "2025-09-26", exit), "2025-10-04");
    expect([last("2025-10-01"), last("2025-10-02")]).toEqual(["goes_home 3", "resident"]);
  });

  it("has stopped where the next departure is late by more than a third", () => {
    const log = nightsAway("2025-09-15", "2025-09-29");
    // 14 days and a third: up to the 18th day after the last.
    expect([rhythm(log, "2025-10-17"), rhythm(log, "2025-10-18")]).toEqual([
      "goes_home 14",
      "resident",
    ]);
    const every15 = nightsAway("2025-09-14", "2025-09-29");
    expect([rhythm(every15, "2025-10-19"), rhythm(every15, "2025-10-20")]).toEqual([
      "goes_home 15",
      "resident",
    ]);
  });

  it("goes every 42 days at the rarest, and every second day at the most", () => {
    const rare = (exit: string) => rhythm(nightsAway("2025-09-01", exit), "2025-11-10");
    expect([rare("2025-10-13"), rare("2025-10-14")]).toEqual(["goes_home 42", "resident"]);
    const every = (step: number) => {
      const days = Array.from({ length: 20 }, (_, n) => addDays(day("2025-09-01"), n * step));
      const trips = days.map(
        (exit) => `-${formatDay(exit)}T20:00 +${formatDay(addDays(exit, 1))}T08:00`,
      );
      return rhythm(
        ["+2025-08-01", ...trips].join(" "),
        formatDay(addDays(days.at(-1) ?? day("2025-09-01"), 2)),
      );
    };
    expect([every(1), every(2)]).toEqual(["resident", "goes_home 2"]);
  });

  it("an exit that is missing before the 28 days is no departure", () => {
    expect(rhythm("+2025-08-01 -2025-09-01 -2025-09-10 +2025-09-12", "2025-10-15")).toBe(
      "resident",
    );
  });
});
