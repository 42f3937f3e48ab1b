import { expect, test } from "vitest";
import { day, formatDay } from "@/lib/civil-date/day";
import { NO_ANSWERS } from "./answers";
import { datesReader } from "./dates-read";
import type { Target } from "./targets";

const MAPPING: Target[] = ["student_no", "at", "birth_date"];
const TODAY = day("2025-11-15");
const read = (at: string, born = "", answers = {}) =>
  datesReader(
    MAPPING,
    { ...NO_ANSWERS, ...answers },
    TODAY,
  )(["03/04/2024", at, born]).map(({ column, text, day, minute }) => [
    column,
    text,
    formatDay(day),
    minute,
  ]);

test("dates that say themselves what they are, and what is no date, are not told", () => {
  expect(read("07.12.2025", "2004-03-15")).toEqual([]);
  expect(read("7 декабря 2025 14:05", "")).toEqual([]);
  expect(read("вчера", "31/02/2004")).toEqual([]);
});

test("a date with slashes is told as the file or a person has it, with its time where it has one", () => {
  expect(read("03/04/2024 14:05", "05/06/2004")).toEqual([
    [1, "03/04/2024 14:05", "2024-04-03", 845],
    [2, "05/06/2004", "2004-06-05", null],
  ]);
  expect(read("03/04/2024", "", { dateOrder: "monthFirst" })).toEqual([
    [1, "03/04/2024", "2024-03-04", null],
  ]);
});

test("years of two digits and Excel's count of days are told where they are read", () => {
  expect(read("03.04.24", "05.06.04")).toEqual([[1, "03.04.24", "2024-04-03", null]]);
  expect(read("45901.5", "05.06.04", { serials: true, birthYears: true })).toEqual([
    [1, "45901.5", "2025-09-01", 720],
    [2, "05.06.04", "2004-06-05", null],
  ]);
});
