import { describe, expect, it } from "vitest";
import type { Crossing, Direction, Ground } from "../facts";
import { dayNumber, dayText, isWeekend } from "./calendar";
import { DEFAULT_OFFICE } from "./nasty-students";
import { consult, type OracleAnswer } from "./oracle";
import { asDay } from "./typed-days";

/** "2025-09-01 in": date only, in the order written. */
function crossings(...lines: string[]): Crossing[] {
  return lines.map((line, i) => {
    const [at = "", direction] = line.split(" ");
    const way: Direction = direction === "in" ? "entry" : "exit";
    return { day: asDay(dayNumber(at)), minute: null, direction: way, ref: String(i) };
  });
}

function sameDays(first: string, last: string, isDay: (day: number) => boolean): string[] {
  const lines: string[] = [];
  for (let d = dayNumber(first); d <= dayNumber(last); d += 1) {
    if (isDay(d)) lines.push(`${dayText(d)} in`, `${dayText(d)} out`);
  }
  return lines;
}

function ask(asOf: string, lines: string[], grounds: Ground[] = []): OracleAnswer {
  return consult({
    facts: { citizenship: "KZ", crossings: crossings(...lines), grounds },
    regime: "kg",
    asOf: dayNumber(asOf),
    academicYear: { from: asDay(dayNumber("2025-09-01")), to: asDay(dayNumber("2026-06-30")) },
    ...DEFAULT_OFFICE,
  });
}

const of = (
  answer: OracleAnswer,
  key: "used" | "firstBreach" | "lastLawfulDay" | "earliestEntry",
) =>
  Object.values(answer.readings).map((one) => {
    const value = one[key];
    return key === "used" || value === null ? value : dayText(value);
  });
const all = <T>(value: T) => [value, value, value];

describe("the oracle on the reference cases of the law", { timeout: 60_000 }, () => {
  it("inside from 1 September: day 90 is 29 November, the breach 30 November", () => {
    const stay = ["2025-09-01 in"];
    expect(of(ask("2025-11-29", stay), "used")).toEqual(all(90));
    expect(of(ask("2025-11-15", stay), "lastLawfulDay")).toEqual(all("2025-11-29"));
    expect(of(ask("2025-11-30", stay), "firstBreach")).toEqual(all("2025-11-30"));
  });

  it("home every second weekend: 90 days on 5 December, and closed until 28 February", () => {
    const stay = ["2025-09-01 in"];
    for (let friday = dayNumber("2025-09-12"); friday < dayNumber("2025-12-05"); friday += 14) {
      stay.push(`${dayText(friday)} out`, `${dayText(friday + 2)} in`);
    }
    const leaving = ask("2025-12-05", [...stay, "2025-12-05 out"]);
    expect(of(leaving, "used")).toEqual(all(90));
    expect(of(leaving, "earliestEntry")).toEqual(["2026-02-28", "2026-02-28", "2026-03-06"]);
    const turned = ask("2025-12-07", [...stay, "2025-12-05 out", "2025-12-07 in"]);
    expect(of(turned, "firstBreach")).toEqual(all("2025-12-07"));
  });

  it("a commuter reaches day 90 without ever needing a registration", () => {
    const workdays = sameDays("2025-09-01", "2026-01-02", (d) => !isWeekend(d));
    expect(of(ask("2026-01-02", workdays), "used")).toEqual(all(90));
    const more = sameDays("2025-09-01", "2026-01-05", (d) => !isWeekend(d));
    expect(of(ask("2026-01-05", more), "firstBreach")).toEqual(all("2026-01-05"));
    const sixDays = sameDays("2025-09-01", "2025-12-13", (d) => d % 7 !== 3);
    expect(of(ask("2025-12-13", sixDays), "used")).toEqual(all(90));
  });

  it("ten days every month: the cumulative reading alone breaks, on 1 June", () => {
    const months = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((m) => {
      const month = String(((m - 1) % 12) + 1).padStart(2, "0");
      return `${m > 12 ? 2026 : 2025}-${month}`;
    });
    const answer = ask(
      "2026-08-10",
      months.flatMap((month) => [`${month}-01 in`, `${month}-10 out`]),
    );
    expect(of(answer, "used")).toEqual([60, 60, 120]);
    expect(of(answer, "firstBreach")).toEqual([null, null, "2026-06-01"]);
  });

  it("two long stays: one breach, three counts", () => {
    const stays = ["2025-09-01 in", "2025-10-31 out", "2025-12-20 in", "2026-03-31 out"];
    expect(of(ask("2026-03-15", stays), "used")).toEqual([131, 16, 147]);
    expect(of(ask("2026-03-15", stays), "firstBreach")).toEqual(all("2026-01-18"));
  });

  it("a day shared by two stays, and the days before the rule, are counted as the law says", () => {
    const shared = ["2025-09-01 in", "2025-09-05 out", "2025-09-05 in", "2025-09-10 out"];
    expect(of(ask("2025-09-10", shared), "used")).toEqual(all(10));
    const summer = ["2025-06-01 in", "2025-09-30 out"];
    expect(of(ask("2025-09-30", summer), "used")).toEqual(all(30));
  });

  it("a registration pauses the count", () => {
    const registration: Ground = {
      kind: "dormitory",
      status: "granted",
      from: asDay(dayNumber("2025-11-25")),
      to: asDay(dayNumber("2026-06-30")),
      ref: "g",
    };
    const answer = ask("2025-11-30", ["2025-09-01 in", "2025-11-30 out"], [registration]);
    expect(of(answer, "used")).toEqual(all(85));
    expect(of(answer, "firstBreach")).toEqual(all(null));
  });
});
