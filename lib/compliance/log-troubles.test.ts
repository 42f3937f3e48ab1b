import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { assess } from "./assess";
import { VERDICTS } from "./assessment";
import { studentsAround } from "./cases/any-student";
import { written } from "./cases/assessed";
import { dayTrips } from "./cases/day-trips";
import { student } from "./cases/student-facts";
import type { StudentFacts } from "./facts";
import { type ChosenRepair, troublesOf, withRepair } from "./log-troubles";
import { ruleSetFor } from "./rule-set";
import { defaultSettings } from "./settings";
import type { Effect, Repair, Trouble } from "./trouble";

const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };
const KG = ruleSetFor("kg");

function troubles(facts: StudentFacts, asOf: string, today = asOf): Trouble[] {
  return troublesOf(facts, KG, defaultSettings, day(asOf), YEAR, day(today));
}

function told(repair: Repair): string {
  const { usedMin, usedMax } = repair.effect;
  const figures = `${usedMin}..${usedMax}`;
  if (repair.kind === "set_aside") return `set_aside ${repair.refs.join("+")} ${figures}`;
  const { kind, between, likely } = repair;
  const span = `${formatDay(between.from)}..${formatDay(between.to)}`;
  return `${kind} ${span} (${written(likely)}) ${figures}`;
}

function summary(facts: StudentFacts, asOf: string, today = asOf) {
  return troubles(facts, asOf, today).map((one) => [
    one.kind,
    one.refs.join("+"),
    ...one.repairs.map(told),
  ]);
}

/** The facts of a log with a document for each crossing. */
function underDocuments(log: string, documents: string): StudentFacts {
  const facts = student("KZ", log);
  return {
    ...facts,
    crossings: facts.crossings.map((one, index) => ({
      ...one,
      document: documents[index] ?? null,
    })),
  };
}

describe("the troubles of a log and their repairs", () => {
  it("has none in a log in good order", () => {
    expect(troubles(student("KZ", "+2025-09-01 -2025-09-10 +2025-09-12"), "2025-10-01")).toEqual(
      [],
    );
  });

  it("an entry after an entry: an exit between them, or either is too many", () => {
    // Inside 1 Sep to 3 Oct for sure only on 1 Sep; 3 to 10 Oct is 8 days.
    expect(summary(student("KZ", "+2025-09-01 +2025-10-03 -2025-10-10"), "2025-10-20")).toEqual([
      [
        "entry_without_exit",
        "#1+#2",
        "add_exit 2025-09-01..2025-10-03 (null) 9..40",
        "set_aside #2 40..40",
        "set_aside #1 8..8",
      ],
    ]);
  });

  it("an exit after an exit, and a log that begins with an exit", () => {
    expect(summary(student("KZ", "+2025-09-01 -2025-09-05 -2025-09-20"), "2025-10-01")).toEqual([
      [
        "exit_without_entry",
        "#2+#3",
        "add_entry 2025-09-05..2025-09-20 (null) 6..20",
        "set_aside #3 5..5",
        "set_aside #2 20..20",
      ],
    ]);
    expect(summary(student("KZ", "-2025-09-20"), "2025-10-01")).toEqual([
      [
        "exit_without_entry",
        "#1",
        "add_entry 2025-09-01..2025-09-20 (null) 1..20",
        "set_aside #1 0..0",
      ],
    ]);
  });

  it("guesses the likely day by the rhythm: two days at home, or a day trip", () => {
    const home =
      "+2025-09-01 -2025-09-12 +2025-09-14 -2025-09-26 +2025-09-28 -2025-10-10 +2025-10-12";
    const [trouble] = troubles(student("KZ", `${home} +2025-10-26`), "2025-11-01");
    const [best] = trouble?.repairs ?? [];
    expect(best && told(best)).toBe("add_exit 2025-10-12..2025-10-26 (2025-10-24) 46..59");
    expect(best?.kind === "add_exit" && best.effectIfLikely).toMatchObject({
      usedMin: 58,
      usedMax: 58,
    });
    const trips = dayTrips(day("2025-09-01"), day("2025-09-12"), [1, 2, 3, 4, 5]);
    const commuter = student(
      "KZ",
      `${trips} +2025-09-15T08:00 +2025-09-17T08:00 -2025-09-17T18:00`,
    );
    expect(summary(commuter, "2025-09-20")[0]?.[2]).toBe(
      "add_exit 2025-09-15..2025-09-17 (2025-09-15) 12..13",
    );
    const lost = student("KZ", `${trips} -2025-09-15T18:00`);
    expect(summary(lost, "2025-09-20")[0]?.[2]).toBe(
      "add_entry 2025-09-12..2025-09-15 (2025-09-15) 11..13",
    );
  });

  it("the same crossing twice, to the minute and a few minutes later", () => {
    const exact = student("KZ", "+2025-09-01T10:00 +2025-09-01T10:00 -2025-09-10");
    expect(summary(exact, "2025-10-01")).toEqual([
      ["duplicate_crossing", "#2", "set_aside #2 10..10"],
    ]);
    const near = student("KZ", "+2025-09-01T10:00 -2025-09-10T10:00 -2025-09-10T10:05");
    expect(summary(near, "2025-10-01")[0]?.slice(0, 3)).toEqual([
      "duplicate_crossing",
      "#2+#3",
      "set_aside #3 10..10",
    ]);
  });

  it("one direction before and after midnight is likely one crossing", () => {
    const log = "+2025-09-01T10:00 -2025-10-03T23:58 -2025-10-04T00:03";
    expect(summary(student("KZ", log), "2025-11-01")).toEqual([
      [
        "midnight_pair",
        "#2+#3",
        "set_aside #3 33..33",
        "set_aside #2 34..34",
        "add_entry 2025-10-03..2025-10-04 (null) 34..34",
      ],
    ]);
  });

  it("minutes inside, or outside, around midnight are named", () => {
    expect(summary(student("KZ", "+2025-09-03T23:50 -2025-09-04T00:10"), "2025-10-01")).toEqual([
      ["midnight_pair", "#1+#2", "set_aside #1+#2 0..0"],
    ]);
    const out = student("KZ", "+2025-09-01 -2025-09-03T23:50 +2025-09-04T00:10 -2025-09-05");
    expect(summary(out, "2025-10-01")).toEqual([
      ["midnight_pair", "#2+#3", "set_aside #2+#3 5..5"],
    ]);
    expect(troubles(student("KZ", "+2025-09-03T23:00 -2025-09-04T00:10"), "2025-10-01")).toEqual(
      [],
    );
  });

  it("two documents: the missing half may be under the other one", () => {
    const facts = underDocuments(
      "+2025-09-01 -2025-09-10 +2025-09-12 +2025-10-01 -2025-10-05",
      "AAABB",
    );
    expect(summary(facts, "2025-11-01")[0]?.slice(0, 3)).toEqual([
      "two_documents",
      "#3+#4",
      "add_exit 2025-09-12..2025-10-01 (null) 16..34",
    ]);
    const same = underDocuments(
      "+2025-09-01 -2025-09-10 +2025-09-12 +2025-10-01 -2025-10-05",
      "AAAAA",
    );
    expect(troubles(same, "2025-11-01")[0]?.kind).toBe("entry_without_exit");
  });

  it("a stay under one document inside a stay under the other is set aside whole", () => {
    const facts = underDocuments("+2025-09-01 +2025-09-05 -2025-09-07 -2025-09-20", "ABBA");
    const found = troubles(facts, "2025-11-01");
    expect(found.map(({ kind }) => kind)).toEqual(["two_documents", "two_documents"]);
    for (const { repairs } of found) {
      expect(repairs[0] && told(repairs[0])).toBe("set_aside #2+#3 20..20");
    }
  });

  it("a crossing before birth or in the future", () => {
    const born = { ...student("KZ", "+1999-09-01 +2025-09-01"), birth: day("2005-01-01") };
    expect(summary(born, "2025-09-10")).toEqual([["before_birth", "#1", "set_aside #1 10..10"]]);
    const ahead = student("KZ", "+2025-09-01 -2025-12-24");
    expect(summary(ahead, "2025-09-10")).toEqual([["in_future", "#2", "set_aside #2 10..10"]]);
    expect(summary(ahead, "2025-12-31", "2025-12-20")).toEqual([
      ["in_future", "#2", "set_aside #2 122..122"],
    ]);
    expect(troubles(ahead, "2025-09-10", "2025-12-24")).toEqual([]);
  });

  it("every effect is what holds when the repair is really made, and the ranking is kept", () => {
    const asOf = day("2026-02-15");
    fc.assert(
      fc.property(studentsAround(asOf), (drawn) => {
        const crossings = drawn.crossings.map((one, index) => ({ ...one, ref: `r${index}` }));
        const facts = { ...drawn, crossings };
        for (const { repairs } of troublesOf(facts, KG, defaultSettings, asOf, YEAR, asOf)) {
          for (const repair of repairs) expect(repair.effect).toEqual(made(facts, repair));
          const open = repairs.map(daysLeft(facts));
          expect(open).toEqual([...open].sort((a, b) => a - b));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("every problem that the engine finds is among the troubles", () => {
    const asOf = day("2026-02-15");
    fc.assert(
      fc.property(studentsAround(asOf), (drawn) => {
        const crossings = drawn.crossings.map((one, index) => ({ ...one, ref: `r${index}` }));
        const facts = { ...drawn, crossings, birth: addDays(asOf, -150) };
        const found = troublesOf(facts, KG, defaultSettings, asOf, YEAR, asOf);
        const { dataProblems } = assess(facts, KG, defaultSettings, asOf, YEAR);
        const named = found.flatMap(({ refs }) => refs);
        for (const { ref } of dataProblems) expect(named).toContain(ref);
      }),
      { numRuns: 60 },
    );
  });
});

/** The effect of a repair, found by making it on each of its days. */
function made(facts: StudentFacts, repair: Repair): Effect {
  const { headline } = assess(facts, KG, defaultSettings, day("2026-02-15"), YEAR);
  const all = choices(repair).map((choice) =>
    assess(withRepair(facts, choice), KG, defaultSettings, day("2026-02-15"), YEAR),
  );
  const used = all.flatMap(({ readings }) => readings[headline ?? "rolling"] ?? []);
  const rank = (verdict: (typeof VERDICTS)[number]) => VERDICTS.indexOf(verdict);
  const worst = Math.min(...all.map(({ verdict }) => rank(verdict)));
  const mildest = Math.max(...all.map(({ verdictAtLeast }) => rank(verdictAtLeast)));
  return {
    reading: headline,
    usedMin: Math.min(...used.map(({ usedMin }) => usedMin)),
    usedMax: Math.max(...used.map(({ usedMax }) => usedMax)),
    verdict: VERDICTS[worst] ?? "unknown",
    verdictAtLeast: VERDICTS[mildest] ?? "unknown",
  };
}

function choices(repair: Repair): ChosenRepair[] {
  if (repair.kind === "set_aside") return [repair];
  const { kind, between } = repair;
  const days = Array.from({ length: between.to - between.from + 1 }, (_, n) => n);
  return days.map((n) => ({ kind, day: addDays(between.from, n) }));
}

/** Days between fewest and most, with the missing crossing on its likely day or on the worst. */
function daysLeft(facts: StudentFacts): (repair: Repair) => number {
  return (repair) => {
    if (repair.kind !== "set_aside" && repair.effectIfLikely !== null) {
      return (repair.effectIfLikely.usedMax ?? 0) - (repair.effectIfLikely.usedMin ?? 0);
    }
    const each = choices(repair).map((choice) => {
      const only = made(facts, { ...repair, ...asOne(choice) } as Repair);
      return (only.usedMax ?? 0) - (only.usedMin ?? 0);
    });
    return Math.max(...each);
  };
}

function asOne(choice: ChosenRepair) {
  return choice.kind === "set_aside" ? choice : { between: { from: choice.day, to: choice.day } };
}
