import { describe, expect, it } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { crossings, student } from "../cases/student-facts";
import type { StudentFacts } from "../facts";
import { staysOf } from "../stays";
import { likelyDay } from "./likely-day";
import { faultsOf } from "./log-faults";

/** The facts of a log; "AB-" gives its crossings documents, "-" one without. */
function underDocuments(log: string, documents: string): StudentFacts {
  const facts = student("KZ", log);
  const under = facts.crossings.map((one, index) => {
    const document = documents[index] ?? "-";
    return { ...one, document: document === "-" ? null : document };
  });
  return { ...facts, crossings: under };
}

/** "entry_without_exit 2025-09-01 exit? [#2][#1]": each fault, what is missing, what could be set aside; "!": rather that. */
function faults(facts: StudentFacts, today = "2025-12-31"): string[] {
  return faultsOf(facts, day("2025-12-31"), day(today)).map(
    ({ kind, at, missing, aside, isTwice }) => {
      const records = aside.map((refs) => `[${refs.join("+")}]`).join("");
      const lacks = missing === null ? "nothing" : `${missing.direction}?`;
      return `${kind} ${formatDay(at)} ${lacks} ${records}${isTwice ? "!" : ""}`;
    },
  );
}

describe("the faults of a log", () => {
  it("stand on the entry that lacks its exit, and on the exit that lacks its entry", () => {
    expect(faults(student("KZ", "+2025-09-01 +2025-09-10 -2025-09-12 -2025-09-20"))).toEqual([
      "entry_without_exit 2025-09-01 exit? [#2][#1]",
      "exit_without_entry 2025-09-20 entry? [#4][#3]",
    ]);
    expect(faults(student("KZ", "-2025-09-05"))).toEqual([
      "exit_without_entry 2025-09-05 entry? [#1]",
    ]);
  });

  it("come in time order, whatever their kind", () => {
    const log = "+2025-09-01 +2025-09-10 +2025-09-20T10:00 +2025-09-20T10:00 -2025-12-30";
    expect(faults(student("KZ", log), "2025-12-20")).toEqual([
      "entry_without_exit 2025-09-01 exit? [#2][#1]",
      "entry_without_exit 2025-09-10 exit? [#3][#2]",
      "duplicate_crossing 2025-09-20 nothing [#4]!",
      "in_future 2025-12-30 nothing [#5]!",
    ]);
    const born = { ...student("KZ", "+2025-09-02 +2025-09-01"), birth: day("2025-09-02") };
    expect(faults(born)).toEqual(["before_birth 2025-09-01 nothing [#2]!"]);
  });

  it("minutes around midnight are one visit, minutes of one day are a visit like any other", () => {
    expect(faults(student("KZ", "+2025-09-03T23:50 -2025-09-04T00:20"))).toEqual([
      "midnight_pair 2025-09-03 nothing [#1+#2]!",
    ]);
    expect(faults(student("KZ", "+2025-09-03T23:50 -2025-09-04T00:21"))).toEqual([]);
    expect(faults(student("KZ", "+2025-09-03T10:00 -2025-09-03T10:10"))).toEqual([]);
    expect(faults(student("KZ", "+2025-09-03T23:50 -2025-09-04"))).toEqual([]);
    expect(faults(student("KZ", "+2025-09-03 -2025-09-04T00:10"))).toEqual([]);
  });
});

describe("two documents", () => {
  const log = "+2025-09-01 +2025-09-05 -2025-09-07 -2025-09-20";

  it("a stay under one inside a stay under the other is set aside whole, rather than that a crossing were missing", () => {
    expect(faults(underDocuments(log, "ABBA"))).toEqual([
      "two_documents 2025-09-01 exit? [#2+#3][#2][#1]!",
      "two_documents 2025-09-20 entry? [#2+#3][#4][#3]!",
    ]);
  });

  it.each([
    ["ABCA", "two_documents"],
    ["ABBC", "two_documents"],
    ["AAAA", "entry_without_exit"],
    ["A-BA", "entry_without_exit"],
    ["-BB-", "entry_without_exit"],
    ["----", "entry_without_exit"],
  ])("the records under %s are no such pair", (documents, kind) => {
    const [first] = faults(underDocuments(log, documents));
    expect(first).toBe(`${kind} 2025-09-01 exit? [#2][#1]`);
  });

  it("nor is a stay that does not lie inside the other", () => {
    const single = (text: string, documents: string) => faults(underDocuments(text, documents));
    // The inner one has no exit, the outer one none, it has an entry of its own, and so for a missing entry.
    expect(single("+2025-09-01 +2025-09-05 +2025-09-07 -2025-09-20", "ABBB")[0]).toBe(
      "two_documents 2025-09-01 exit? [#2][#1]",
    );
    expect(single("+2025-09-01 +2025-09-05 -2025-09-07", "ABB")).toEqual([
      "two_documents 2025-09-01 exit? [#2][#1]",
    ]);
    expect(single("+2025-09-01 +2025-09-05 -2025-09-07 +2025-09-10 -2025-09-20", "ABBAA")).toEqual([
      "two_documents 2025-09-01 exit? [#2][#1]",
    ]);
    expect(single("-2025-09-05 -2025-09-07 -2025-09-20", "ABA").slice(1)).toEqual([
      "two_documents 2025-09-07 entry? [#2][#1]",
      "two_documents 2025-09-20 entry? [#3][#2]",
    ]);
    expect(single("+2025-09-05 -2025-09-07 -2025-09-20", "BBA")).toEqual([
      "two_documents 2025-09-20 entry? [#3][#2]",
    ]);
    expect(single("+2025-09-01 -2025-09-03 +2025-09-05 -2025-09-07 -2025-09-20", "AABBA")).toEqual([
      "two_documents 2025-09-20 entry? [#5][#4]",
    ]);
  });
});

describe("the likely day of a missing crossing", () => {
  function likely(
    log: string,
    direction: "entry" | "exit",
    from = "2025-09-20",
    to = "2025-09-30",
  ): string | null {
    const { stays } = staysOf(crossings(log), day("2026-12-31"));
    const found = likelyDay(stays, direction, { from: day(from), to: day(to) });
    return found === null ? null : formatDay(found);
  }

  /** Long stays with absences of so many days, from exit to entry, the last of them ending on 1 September. */
  function absences(...lengths: number[]): string {
    const log: string[] = ["+2025-09-01 -2025-09-18"];
    let entry = day("2025-09-01");
    for (const length of [...lengths].reverse()) {
      const exit = addDays(entry, -length);
      entry = addDays(exit, -10);
      log.unshift(`+${formatDay(entry)} -${formatDay(exit)}`);
    }
    return log.join(" ");
  }

  it("of who lives here leaves the usual time at home: the middle of the absences", () => {
    const log = absences(2, 10, 3);
    expect([likely(log, "exit"), likely(log, "entry")]).toEqual(["2025-09-27", "2025-09-23"]);
  });

  it("of who comes for a day or a night is by the usual stay", () => {
    const days = "+2025-09-01 -2025-09-01 +2025-09-05 -2025-09-05 +2025-09-09 -2025-09-09";
    expect([likely(days, "exit"), likely(days, "entry")]).toEqual(["2025-09-20", "2025-09-30"]);
    const nights = "+2025-09-01 -2025-09-02 +2025-09-05 -2025-09-06 +2025-09-09 -2025-09-10";
    expect([likely(nights, "exit"), likely(nights, "entry")]).toEqual(["2025-09-21", "2025-09-29"]);
    const two =
      "+2025-09-01 -2025-09-03 +2025-09-05 -2025-09-07 +2025-09-09 -2025-09-11 +2025-09-13";
    expect(likely(two, "exit")).toBe("2025-09-28");
  });

  it("never lies outside the days on which it can have been", () => {
    const log = absences(20, 20, 20);
    expect([likely(log, "exit"), likely(log, "entry")]).toEqual(["2025-09-20", "2025-09-30"]);
  });

  it("is not told by fewer than three stays or absences; more than 60 days away are no visit", () => {
    expect(likely(absences(2, 2), "exit")).toBeNull();
    expect([likely(absences(2, 60, 2), "exit"), likely(absences(2, 61, 2), "exit")]).toEqual([
      "2025-09-28",
      null,
    ]);
  });

  it("is by absences where fewer than three whole stays are known", () => {
    const log =
      "-2025-08-01 +2025-08-04 +2025-08-10 -2025-08-12 +2025-08-15 +2025-08-18 -2025-08-20 +2025-08-23";
    expect(likely(log, "exit", "2025-08-04", "2025-08-10")).toBe("2025-08-07");
  });

  it("is by what lies within 180 days of the gap", () => {
    // Day trips that end 181, or 180, days before 20 September: 23 and 24 March.
    const early = (last: string) =>
      likely(`+2025-03-01 -2025-03-01 +2025-03-05 -2025-03-05 +${last} -${last}`, "exit");
    expect([early("2025-03-23"), early("2025-03-24")]).toEqual([null, null]);
    const near = (first: string) =>
      likely(`+${first} -${first} +2025-04-05 -2025-04-05 +2025-04-09 -2025-04-09`, "exit");
    expect([near("2025-03-23"), near("2025-03-24")]).toEqual([null, "2025-09-20"]);
    // After 30 September, 180 days are 29 March.
    const late = (last: string) =>
      likely(`+2026-03-01 -2026-03-01 +2026-03-05 -2026-03-05 +${last} -${last}`, "exit");
    expect([late("2026-03-29"), late("2026-03-30")]).toEqual(["2025-09-20", null]);
  });
});
