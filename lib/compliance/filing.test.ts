import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "@/lib/civil-date/day";
import type { Ground, StudentFacts } from "./facts";
import { type FilingPapers, type FilingRoute, filingOf, type Paper } from "./filing";
import { ruleSetFor } from "./rule-set";
import type { Settings } from "./settings";

const YEAR = { from: day("2025-09-01"), to: day("2026-06-30") };
const ON = day("2025-11-15");

/** "+2025-11-09 -2025-11-14": a student's crossings. */
function crossings(text: string): StudentFacts["crossings"] {
  return text
    .split(" ")
    .filter((part) => part !== "")
    .map((part, index) => ({
      direction: part.startsWith("+") ? "entry" : "exit",
      day: day(part.slice(1)),
      minute: null,
      ref: String(index),
    }));
}

function ground(kind: Ground["kind"], from: string, to: string | null): Ground {
  const end = to === null ? null : day(to);
  return { kind, status: "granted", from: day(from), to: end, ref: "g" };
}

const inside: StudentFacts = {
  citizenship: "KZ",
  crossings: crossings("+2025-09-01 -2025-10-01 +2025-11-09"),
  grounds: [],
};

const lives = (route: FilingRoute, ...missing: Paper[]): FilingPapers["residence"] => ({
  route,
  has: (paper) => !missing.includes(paper),
});

const complete: FilingPapers = {
  birthDate: day("2005-03-01"),
  document: { expires: day("2030-01-01") },
  residence: lives("dormitory"),
};

function filing(
  facts: Partial<StudentFacts> = {},
  papers: Partial<FilingPapers> = {},
  on = ON,
  year = YEAR,
  registrationEnd: Settings["registrationEnd"] = "earliest",
) {
  const student = { ...inside, ...facts };
  const kg = ruleSetFor("kg");
  return filingOf(student, { ...complete, ...papers }, kg, on, year, registrationEnd);
}
const obstacles = (...given: Parameters<typeof filing>) => filing(...given).obstacles;

test("a student who is inside and has all papers can be filed to the end of the academic year", () => {
  expect(filing()).toMatchObject({
    obstacles: [],
    period: { from: ON, to: day("2026-06-30") },
    visa: null,
    entry: { day: day("2025-11-09") },
  });
});

describe("a registration is made only while the person is inside", () => {
  test("whoever has left cannot be filed", () => {
    expect(obstacles({ crossings: crossings("+2025-09-01 -2025-11-14") })).toEqual([
      { kind: "outside", since: day("2025-11-14") },
    ]);
  });

  test("on the day before the exit it is still possible", () => {
    const leaves = { crossings: crossings("+2025-09-01 -2025-11-15") };
    expect(obstacles(leaves, {}, day("2025-11-14"))).toEqual([]);
    expect(obstacles(leaves, {}, day("2025-11-15"))).toHaveLength(1);
  });

  test("without crossings nobody knows", () => {
    expect(filing({ crossings: [] })).toMatchObject({
      obstacles: [{ kind: "whereaboutsUnknown" }],
      entry: null,
    });
  });
});

describe("the registration ends with what ends first", () => {
  test.each([
    ["2026-06-30", "2026-07-01"],
    ["2026-06-30", "2026-06-30"],
    ["2026-06-29", "2026-06-29"],
  ])("on %s for a document that expires on %s", (end, expires) => {
    expect(filing({}, { document: { expires: day(expires) } }).period?.to).toBe(day(end));
  });

  test("with the visa that lasts longest of those that hold", () => {
    const grounds = [
      ground("visa", "2025-09-01", "2026-01-31"),
      ground("visa", "2025-10-01", "2026-03-31"),
      ground("visa", "2026-04-01", "2026-12-31"),
    ];
    expect(filing({ citizenship: "IN", grounds })).toMatchObject({
      obstacles: [],
      period: { from: ON, to: day("2026-03-31") },
      visa: { to: day("2026-03-31") },
    });
  });

  test("a document that is good for the day itself is good", () => {
    expect(filing({}, { document: { expires: ON } })).toMatchObject({
      obstacles: [],
      period: { from: ON, to: ON },
    });
    const expired = day("2025-11-14");
    expect(filing({}, { document: { expires: expired } })).toMatchObject({
      obstacles: [{ kind: "documentExpired", expired }],
      period: null,
    });
  });

  test("after the academic year nothing can be filed for it", () => {
    expect(filing({}, {}, day("2026-07-01"))).toMatchObject({
      obstacles: [{ kind: "yearOver", ended: YEAR.to }],
      period: null,
    });
  });
});

describe("whoever is covered needs no registration", () => {
  test.each([
    ["2026-06-29", []],
    ["2026-06-30", [{ kind: "covered", until: day("2026-06-30") }]],
    [null, [{ kind: "covered", until: null }]],
  ])("a ground to %s", (to, expected) => {
    expect(obstacles({ grounds: [ground("address", "2025-09-10", to)] })).toEqual(expected);
  });

  test("a chain of grounds covers, a gap of a day does not", () => {
    const first = ground("dormitory", "2025-09-10", "2025-12-31");
    const rest = (from: string) => ground("address", from, "2026-06-30");
    expect(obstacles({ grounds: [first, rest("2026-01-01")] })).toHaveLength(1);
    expect(obstacles({ grounds: [first, rest("2026-01-02")] })).toEqual([]);
  });

  test("a visa does not take the duty to register away", () => {
    expect(
      obstacles({ citizenship: "IN", grounds: [ground("visa", "2025-09-01", "2026-08-31")] }),
    ).toEqual([]);
  });

  test("a request that is not yet granted covers nothing", () => {
    const asked = { ...ground("address", "2025-09-10", null), status: "requested" as const };
    expect(obstacles({ grounds: [asked] })).toEqual([]);
  });
});

describe("papers", () => {
  test.each<[FilingRoute, Paper[]]>([
    ["dormitory", ["dormitory", "room"]],
    [
      "address",
      [
        "address",
        "ownerName",
        "ownerDocument",
        "consentNotary",
        "consentNumber",
        "consentDate",
        "technicalPassportNo",
      ],
    ],
    ["employment", ["address", "contractNo", "contractDate"]],
  ])("by %s all of %j are asked for", (route, papers) => {
    const residence = { route, has: () => false };
    expect(obstacles({}, { residence })).toEqual(
      papers.map((paper) => ({ kind: "paperMissing", paper })),
    );
    expect(obstacles({}, { residence: { route, has: () => true } })).toEqual([]);
  });

  test("one that is missing is named", () => {
    expect(obstacles({}, { residence: lives("address", "consentNumber") })).toEqual([
      { kind: "paperMissing", paper: "consentNumber" },
    ]);
  });

  test("a dormitory that the student has left gives no certificate, from the day after the last one", () => {
    const until = (last: Day | null, route: FilingRoute = "dormitory") =>
      obstacles({}, { residence: { route, until: last, has: () => true } });
    expect(until(null)).toEqual([]);
    expect(until(ON)).toEqual([]);
    expect(until(addDays(ON, -1))).toEqual([{ kind: "movedOut", ended: addDays(ON, -1) }]);
    expect(until(addDays(ON, -1), "address")).toEqual([]);
  });

  test("a dormitory that the student moves into later gives none before the first day", () => {
    const since = (first: Day | null, route: FilingRoute = "dormitory") =>
      obstacles({}, { residence: { route, since: first, has: () => true } });
    expect(since(null)).toEqual([]);
    expect(since(ON)).toEqual([]);
    expect(since(addDays(ON, 1))).toEqual([{ kind: "notMovedIn", begins: addDays(ON, 1) }]);
    expect(since(addDays(ON, 1), "address")).toEqual([]);
  });

  test("all that is missing is said at once", () => {
    const nothing = { birthDate: null, document: null, residence: null };
    expect(obstacles({ crossings: [], citizenship: "IN" }, nothing)).toEqual([
      { kind: "whereaboutsUnknown" },
      { kind: "birthDateMissing" },
      { kind: "documentMissing" },
      { kind: "visaMissing" },
      { kind: "residenceMissing" },
    ]);
  });

  test("a residence permit stands in for a visa", () => {
    const permit = ground("residence_permit", "2025-01-01", "2026-01-31");
    expect(obstacles({ citizenship: "IN", grounds: [permit] })).toEqual([]);
    expect(
      obstacles({ citizenship: "IN", grounds: [{ ...permit, to: day("2025-11-14") }] }),
    ).toEqual([{ kind: "visaMissing" }]);
  });
});

describe("the edges of what holds on the day of filing", () => {
  const visaOn = (from: string, to: string | null, status: Ground["status"] = "granted") =>
    filing({ citizenship: "IN", grounds: [{ ...ground("visa", from, to), status }] });

  test("a visa holds from its first day to its last, or without end, and only if granted", () => {
    expect(visaOn("2025-11-15", "2026-01-31").obstacles).toEqual([]);
    expect(visaOn("2025-09-01", "2025-11-15")).toMatchObject({
      obstacles: [],
      period: { from: ON, to: ON },
    });
    expect(visaOn("2025-09-01", null)).toMatchObject({
      obstacles: [],
      visa: { to: null },
      period: { from: ON, to: YEAR.to },
    });
    const missing = { obstacles: [{ kind: "visaMissing" }], visa: null };
    expect(visaOn("2025-11-16", "2026-01-31")).toMatchObject(missing);
    expect(visaOn("2025-09-01", "2025-11-14")).toMatchObject(missing);
    expect(visaOn("2025-09-01", null, "requested")).toMatchObject(missing);
  });

  test("a permit is no visa, and its end does not end a registration", () => {
    const permit = ground("residence_permit", "2025-01-01", "2026-01-31");
    expect(filing({ citizenship: "IN", grounds: [permit] })).toMatchObject({
      visa: null,
      period: { to: YEAR.to },
    });
  });

  test("the last day of the academic year still belongs to it", () => {
    expect(filing({}, {}, YEAR.to)).toMatchObject({
      obstacles: [],
      period: { from: YEAR.to, to: YEAR.to },
    });
  });

  test("a document whose end nobody knows ends nothing", () => {
    expect(filing({}, { document: { expires: null } })).toMatchObject({
      obstacles: [],
      period: { to: YEAR.to },
    });
  });

  test("the entry is that of the open stay, and there is none outside", () => {
    const fourth = crossings(
      "+2025-09-01 -2025-09-10 +2025-09-20 -2025-10-01 +2025-10-20 -2025-11-01 +2025-11-09",
    );
    expect(filing({ crossings: fourth }).entry).toMatchObject({ day: day("2025-11-09") });
    expect(filing({ crossings: fourth.slice(0, -1) }).entry).toBeNull();
  });

  test("crossings before birth are nobody's", () => {
    const before = { birth: day("2005-01-01"), crossings: crossings("+1999-09-01") };
    expect(filing(before)).toMatchObject({
      obstacles: [{ kind: "whereaboutsUnknown" }],
      entry: null,
    });
  });
});

test("citizens of Kyrgyzstan are at home", () => {
  expect(obstacles({ citizenship: "KG" })).toEqual([{ kind: "ownCitizen" }]);
});

test("where only the visa ends a registration, it may outlast the academic year and the document; without a visa it may not", () => {
  const visa = ground("visa", "2025-09-01", "2026-12-31");
  const papers = { document: { expires: day("2026-03-01") } };
  const ends = (grounds: StudentFacts["grounds"], read: Settings["registrationEnd"]) =>
    filing({ grounds }, papers, ON, YEAR, read).period?.to;
  expect(ends([visa], "visaOnly")).toBe(day("2026-12-31"));
  expect(ends([visa], "earliest")).toBe(day("2026-03-01"));
  expect(ends([], "visaOnly")).toBe(day("2026-03-01"));
});
