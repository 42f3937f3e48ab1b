import { describe, expect, it } from "vitest";
import { type QuestionKey, settingAnswered } from "./answers";
import kg from "./kg.json" with { type: "json" };
import { GONE, problemsWith } from "./planted-faults";
import { readRegime } from "./read-regime";

type Fault = [fault: string, path: string, value: unknown, problem: string];

function expectProblem(path: string, value: unknown, problem: string): void {
  expect(problemsWith([path, value])).toContain(`kg.json: ${problem}`);
}

describe("the holidays of a regime's file", () => {
  const year = "holidays.years.3";
  const inYear = "holidays: years[3] (2026)";
  const christmas = `${inYear}: days[1] from 2026-01-07`;

  it.each<Fault>([
    [
      "a year twice",
      "holidays.years.4",
      kg.holidays.years[3],
      "holidays: years: the year 2026 stands twice",
    ],
    ["a day twice", `${year}.days.1.from`, "2026-01-06", `${inYear}: 2026-01-06 stands twice`],
    [
      "an end before its start",
      `${year}.days.1.to`,
      "2026-01-06",
      `${christmas}: ends before it starts, 2026-01-06`,
    ],
    [
      "more than a month of a holiday",
      `${year}.days.1.to`,
      "2026-02-08",
      `${christmas}: a holiday of 33 days`,
    ],
    [
      "a year in words",
      `${year}.year`,
      "MMXXVI",
      'holidays: years[3]: year: expected a whole number from 1 on, found "MMXXVI"',
    ],
    ["an empty note", `${year}.note.ky`, " ", `${inYear}: note: ky: is empty`],
    [
      "a name that is no words",
      "holidays.names.may",
      5,
      "holidays: names: may: expected {…}, found 5",
    ],
    ["no names", "holidays.names", null, "holidays: names: expected {…}, found null"],
    ["no name for a day", `${year}.days.1.name`, "", `${christmas}: name: is empty`],
    ["no source for a day", `${year}.days.1.citations`, [], `${christmas}: no source`],
    ["no grade for a day", `${year}.days.1.grade`, "", `${christmas}: grade: is empty`],
  ])("with %s are refused", (_, path, value, problem) => expectProblem(path, value, problem));

  it("may be as long as a month, and need no note", () => {
    expect(problemsWith([`${year}.days.1.to`, "2026-02-07"])).toEqual([]);
    expect(problemsWith([`${year}.note`, GONE])).toEqual([]);
  });
});

describe("the questions of a regime's file", () => {
  it.each<Fault>([
    [
      "a value twice",
      "questions.2.values",
      ["true", "false", "true"],
      "questions[2] (A5): the value true stands twice",
    ],
    ["no values", "questions.2.values", [], "questions[2] (A5): no values"],
    ["no default", "questions.2.default", [], "questions[2] (A5): no default"],
    [
      "several defaults",
      "questions.2.default",
      ["true", "false"],
      "questions[2] (A5): several defaults",
    ],
    ["an empty note", "questions.10.note.ru", "", "questions[10] (A22): note: ru: is empty"],
    [
      "an unknown setting",
      "questions.2.setting",
      "mood",
      'questions[2] (A5): setting: unknown "mood"; known are readings, kzCountingStart, exitDayCounts, sameDayCounts, registrationEffect, registrationCovers, registrationTrigger, reentryAfterDays, unconfirmedLimit, registrationEnd',
    ],
    [
      "a statement of an unknown source",
      "questions.2.statements.0.citation",
      "HEARSAY",
      "questions[2] (A5): statements[0]: unknown source HEARSAY",
    ],
    [
      "a statement of no day",
      "questions.2.statements.0.on",
      "soon",
      'questions[2] (A5): statements[0]: on: "soon" is no year, month or day (YYYY-MM-DD)',
    ],
    ["a question twice", "questions.10.id", "A1", "questions: A1 stands twice"],
  ])("with %s are refused", (_, path, value, problem) => expectProblem(path, value, problem));

  it("may have one value, one statement and no setting", () => {
    const problems = problemsWith(["questions.2.values", ["true"]], ["questions.2.setting", null]);
    expect(problems).toEqual([]);
    expect(
      problemsWith(["questions.2.statements", kg.questions[2]?.statements.slice(0, 1)]),
    ).toEqual([]);
  });
});

describe("an answer in a regime's words", () => {
  it.each<[QuestionKey, string[], unknown]>([
    ["readings", ["cumulative", "rolling"], ["rolling", "cumulative"]],
    ["readings", ["rolling", "rolling"], ["rolling"]],
    ["readings", ["rolling", "gliding"], null],
    ["readings", [], null],
    ["kzCountingStart", ["1970-01-02"], 1],
    ["kzCountingStart", ["soon"], null],
    ["exitDayCounts", ["true"], true],
    ["exitDayCounts", ["false"], false],
    ["exitDayCounts", ["yes"], null],
    ["exitDayCounts", ["true", "false"], null],
    ["exitDayCounts", [], null],
    ["sameDayCounts", ["once"], "once"],
    ["sameDayCounts", ["twice"], "twice"],
    ["registrationEffect", ["nothing"], "nothing"],
    ["registrationCovers", ["entry"], "entry"],
    ["registrationTrigger", ["inWindow"], "inWindow"],
    ["reentryAfterDays", ["91"], 91],
    ["reentryAfterDays", ["90"], 90],
    ["reentryAfterDays", ["92"], null],
    ["unconfirmedLimit", ["30/60"], "30/60"],
    ["registrationEnd", ["visaOnly"], "visaOnly"],
    ["registrationEnd", ["never"], null],
  ])("to %s: %j", (setting, texts, value) => {
    expect(settingAnswered(setting, texts)).toEqual(value);
  });
});

describe("what is shown of a value that is wrong", () => {
  const list = (letters: number) => ["a".repeat(letters)];

  it("is forty characters, or thirty-nine and the sign of more", () => {
    expectProblem("version", list(36), `version: expected text, found ["${"a".repeat(36)}"]`);
    expectProblem("version", list(37), `version: expected text, found ["${"a".repeat(37)}…`);
  });

  it("is nothing where there is none", () => {
    const problems = ["kg.json: expected {…}, found nothing"];
    expect(readRegime(undefined, "kg.json")).toEqual({ problems });
  });
});

describe("the days of sources", () => {
  it.each(["2023", "2023-02", "2023-02-28"])("may be as rough as %s", (on) => {
    expect(problemsWith(["sources.0.date", on])).toEqual([]);
  });

  it.each(["2023-02-30", "2023-02-28-01", "in 2023", "2023-2", "20233"])("are not %s", (on) => {
    const place = "sources[0] (KG-541): date";
    expectProblem("sources.0.date", on, `${place}: "${on}" is no year, month or day (YYYY-MM-DD)`);
  });
});
