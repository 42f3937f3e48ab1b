import { describe, expect, it } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { dayTrips } from "../cases/day-trips";
import { granted, student } from "../cases/student-facts";
import type { StudentFacts } from "../facts";
import type { Cause } from "../recount";
import { ruleSetFor } from "../rule-set";
import { defaultSettings, type Settings } from "../settings";
import { cutOf, fewVariants, manyVariants } from "./variants";

const KG = ruleSetFor("kg");

function few(facts: StudentFacts, on: string, settings: Partial<Settings> = {}) {
  const basis = { facts, settings: { ...defaultSettings, ...settings }, on: day(on) };
  return { basis, variants: fewVariants(basis, KG) };
}

function many(facts: StudentFacts, on: string) {
  return manyVariants({ facts, settings: defaultSettings, on: day(on) });
}

/** "setting exitDayCounts=false", "counted_to 2025-09-10". */
function told(cause: Cause): string {
  switch (cause.kind) {
    case "setting": {
      const { setting, value } = cause;
      return `${setting}=${typeof value === "number" ? formatDay(value) : value}`;
    }
    case "counted_to":
    case "stated_day_too":
      return `${cause.kind} ${formatDay(cause.day)}`;
    case "crossing_known":
      return `${cause.direction} ${formatDay(cause.days.from)} ${cause.refs.join("+")}`;
    case "crossing_unknown":
      return `${cause.kind} ${cause.ref} ${cause.openDays}`;
    case "ground_unknown":
      return `${cause.kind} ${cause.ref}`;
    case "set_aside":
    case "stay_unknown":
    case "absence_unknown":
    case "stay_twice":
      return `${cause.kind} ${cause.refs.join("+")}`;
    default:
      return cause.kind;
  }
}

const causesOf = (variants: readonly { cause: Cause }[]) =>
  variants.map(({ cause }) => told(cause));
const OTHERWISE = [
  "exitDayCounts=false",
  "sameDayCounts=twice",
  "registrationEffect=resets",
  "registrationEffect=nothing",
  "registrationCovers=entry",
];

describe("what can be done otherwise in a few ways", () => {
  it("are the other answers to the open questions", () => {
    expect(causesOf(few(student("TR", ""), "2025-10-01").variants)).toEqual([
      ...OTHERWISE,
      "stated_day_too 2025-10-01",
    ]);
    const answered = few(student("TR", ""), "2025-10-01", {
      exitDayCounts: false,
      sameDayCounts: "twice",
      registrationEffect: "resets",
      registrationCovers: "entry",
    });
    expect(causesOf(answered.variants).slice(0, -1)).toEqual([
      "exitDayCounts=true",
      "sameDayCounts=once",
      "registrationEffect=pauses",
      "registrationEffect=nothing",
      "registrationCovers=ownStart",
    ]);
    const { basis, variants } = few(student("TR", ""), "2025-10-01");
    expect(variants[4]?.apply(basis).settings).toEqual({
      ...defaultSettings,
      registrationCovers: "entry",
    });
  });

  it("of a citizen of Kazakhstan another first day too", () => {
    expect(causesOf(few(student("KZ", ""), "2025-10-01").variants)).toEqual([
      "kzCountingStart=2025-12-01",
      "kzCountingStart=2023-10-21",
      "kzCountingStart=2023-10-10",
      ...OTHERWISE,
      "stated_day_too 2025-10-01",
    ]);
  });

  it("a granted ground is not known: that one alone", () => {
    const requested = { ...granted("2025-09-05", null, "visa"), status: "requested" as const };
    const grounds = [granted("2025-09-10", null), granted("2025-09-20", null), requested];
    const { basis, variants } = few(student("TR", "", grounds), "2025-10-01");
    expect(causesOf(variants).slice(5, -1)).toEqual([
      "ground_unknown dormitory 2025-09-10",
      "ground_unknown dormitory 2025-09-20",
    ]);
    expect(variants[5]?.apply(basis).facts.grounds).toEqual([grounds[1], requested]);
  });

  it("days up to the day before, or to the last exit, where that is earlier", () => {
    const days = (log: string, on: string) =>
      causesOf(few(student("TR", log), on).variants).slice(OTHERWISE.length);
    expect(days("+2025-09-01", "2025-09-20")).toEqual(["counted_to 2025-09-19"]);
    expect(days("+2025-09-01 -2025-09-10", "2025-09-20")).toEqual([
      "counted_to 2025-09-10",
      "stated_day_too 2025-09-20",
    ]);
    expect(days("+2025-09-01 -2025-09-10", "2025-09-10")).toEqual(["stated_day_too 2025-09-10"]);
  });

  it("records set aside that may be there twice", () => {
    const twice = few(student("TR", "+2025-09-01T10:00 +2025-09-01T10:00"), "2025-09-20");
    expect(causesOf(twice.variants)).toContain("set_aside #2");
    const { facts } = twice.variants.at(-1)?.apply(twice.basis) ?? {};
    expect(facts?.crossings.map(({ ref }) => ref)).toEqual(["#1"]);
  });
});

describe("what can be done otherwise in many ways", () => {
  it("a missing crossing on each of its days, the latest gap first; stays and absences; single crossings", () => {
    const log = "+2025-09-01 -2025-09-03 -2025-09-05 +2025-09-10 +2025-09-11";
    expect(causesOf(many(student("TR", log), "2025-09-20"))).toEqual([
      "exit 2025-09-10 #4+#5",
      "exit 2025-09-11 #4+#5",
      "entry 2025-09-03 #2+#3",
      "entry 2025-09-04 #2+#3",
      "entry 2025-09-05 #2+#3",
      "absence_unknown #3+#4",
      "stay_unknown #1+#2",
      "crossing_unknown #5 most",
      "crossing_unknown #4 most",
      "crossing_unknown #3 most",
      "crossing_unknown #2 most",
      "crossing_unknown #1 most",
    ]);
  });

  it("an entry that is missing is added as an entry", () => {
    const facts = student("TR", "+2025-09-01 -2025-09-03 -2025-09-05");
    const [first] = many(facts, "2025-09-20");
    const basis = { facts, settings: defaultSettings, on: day("2025-09-20") };
    expect(first?.apply(basis).facts.crossings.at(-1)).toMatchObject({
      direction: "entry",
      day: day("2025-09-03"),
    });
  });

  it("a log that begins with an exit says nothing of when the entry was", () => {
    expect(causesOf(many(student("TR", "-2025-09-05"), "2025-09-20"))).toEqual([
      "crossing_unknown #1 most",
    ]);
  });

  it("are tried for the latest 120 stays and for 400 days, and it is told what is left out", () => {
    const trips = (count: number) =>
      student(
        "TR",
        dayTrips(day("2025-01-01"), addDays(day("2025-01-01"), count - 1), [1, 2, 3, 4, 5, 6, 7]),
      );
    const gap = (days: number) =>
      student("TR", `+2024-01-01 +${formatDay(addDays(day("2024-01-01"), days - 1))}`);
    const cut = (facts: StudentFacts) =>
      cutOf({ facts, settings: defaultSettings, on: day("2025-12-31") });
    expect([cut(trips(120)), cut(trips(121))]).toEqual([[], [{ what: "stays", count: 120 }]]);
    expect([cut(gap(400)), cut(gap(401))]).toEqual([[], [{ what: "days", count: 400 }]]);
    const known = (facts: StudentFacts) =>
      many(facts, "2025-12-31").filter(({ cause }) => cause.kind === "crossing_known").length;
    expect([known(gap(399)), known(gap(400)), known(gap(401))]).toEqual([399, 400, 400]);
    const stays = causesOf(many(trips(121), "2025-12-31"));
    expect(stays.filter((one) => one.startsWith("stay_unknown"))).toHaveLength(120);
    expect([
      stays.includes("stay_unknown #1+#2"),
      stays.includes("stay_unknown #241+#242"),
    ]).toEqual([false, true]);
  });
});
