import { expect, test } from "vitest";
import { day, formatDay } from "@/lib/civil-date/day";
import { type AnswerExample, dateExamples, zeroExamples } from "./answer-examples";

const TODAY = day("2025-11-15");

const days = (examples: readonly AnswerExample[]) =>
  examples.map(({ text, read }) => [
    text,
    ...Object.entries(read).map(
      ([answer, day]) => `${answer} ${typeof day === "number" ? formatDay(day) : String(day)}`,
    ),
  ]);

test("dates with slashes come with the day of either answer, those that tell them apart first", () => {
  const rows = [
    ["03/04/2025", "S-1", "05/05/2025"],
    ["2025-09-01", "S-2", ""],
    ["25/12/2025 14:05", "S-3", "03/04/2025"],
  ];
  expect(days(dateExamples("dateOrder", ["at", "student_no", "birth_date"], rows, TODAY))).toEqual([
    ["03/04/2025", "dayFirst 2025-04-03", "monthFirst 2025-03-04"],
    ["25/12/2025 14:05", "dayFirst 2025-12-25", "monthFirst null"],
    ["05/05/2025", "dayFirst 2025-05-05", "monthFirst 2025-05-05"],
  ]);
});

test("years of two digits come with the day of either answer too, those of birth as the last possible", () => {
  const rows = [["03/04/25", "S-1", "05/06/98"]];
  expect(days(dateExamples("dateOrder", ["at", "student_no", "birth_date"], rows, TODAY))).toEqual([
    ["03/04/25", "dayFirst 2025-04-03", "monthFirst 2025-03-04"],
    ["05/06/98", "dayFirst 1998-06-05", "monthFirst 1998-05-06"],
  ]);
  const born = (order: "dayFirst" | "monthFirst") =>
    days(dateExamples("birthYears", ["at", null, "birth_date"], rows, TODAY, order));
  expect([born("dayFirst"), born("monthFirst")]).toEqual([
    [["05/06/98", "yes 1998-06-05"]],
    [["05/06/98", "yes 1998-05-06"]],
  ]);
});

test("that the year stands first is an answer where it may in all dates, and is of these years where none is a birth date", () => {
  const answers = (...dates: [at: string, born: string][]) =>
    days(dateExamples("dateOrder", ["at", "birth_date"], dates, TODAY)).map((one) => one.at(3));
  expect(answers(["25/12/07", "99/05/31"], ["24/09/01", ""])).toEqual([
    "yearFirst 2025-12-07",
    "yearFirst 1999-05-31",
    "yearFirst 2024-09-01",
  ]);
  const none = [undefined, undefined];
  expect(answers(["25/12/07", ""], ["24/13/01", ""])).toEqual(none);
  expect(answers(["25/12/07", ""], ["24/12/2025", ""])).toEqual(none);
  // Read so, they would be of 2003 and of 2025.
  expect(answers(["03/04/25", ""], ["25/04/25", ""])).toEqual(none);
});

test("only columns of dates are looked at, and at most three dates are told", () => {
  const rows = ["01", "02", "03", "04"].map((first) => [`${first}/05/2025`, "45901"]);
  expect(dateExamples("dateOrder", ["at", "student_no"], rows, TODAY)).toHaveLength(3);
  expect(dateExamples("serials", ["at", "student_no"], rows, TODAY)).toEqual([]);
});

test("Excel's count of days comes with its day", () => {
  expect(
    days(dateExamples("serials", ["at"], [["2025-01-01"], ["45901"], ["45901"]], TODAY)),
  ).toEqual([["45901", "yes 2025-09-01"]]);
});

test("years of birth of two digits come with the last that is possible, other dates are left alone", () => {
  const rows = [
    ["19.09.05", "01.09.25"],
    ["7-дек-98", ""],
    ["19.09.2004", ""],
  ];
  expect(days(dateExamples("birthYears", ["birth_date", "document_expires"], rows, TODAY))).toEqual(
    [
      ["19.09.05", "yes 2005-09-19"],
      ["7-дек-98", "yes 1998-12-07"],
    ],
  );
});

test("numbers come with their zeros and without, each once", () => {
  const numbers = [
    { text: "12345678", zeros: 1 },
    { text: "12345678", zeros: 1 },
    { text: "77", zeros: 3 },
  ];
  expect(zeroExamples(numbers)).toEqual([
    { text: "12345678", read: { restore: "012345678", keep: "12345678" } },
    { text: "77", read: { restore: "00077", keep: "77" } },
  ]);
});
