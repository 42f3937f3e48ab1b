import { expect, test } from "vitest";
import { day, formatDay } from "@/lib/civil-date/day";
import { NO_ANSWERS } from "./answers";
import { issuesOf, readAll } from "./file-for-tests";

const today = day("2025-11-15");

async function crossingsOf(dates: readonly string[], answers: object = {}) {
  const lines = dates.map((text, i) => `${i};въезд;${text}`);
  const file = ["№ студента;Направление;Дата", ...lines].join("\n");
  const { rows } = await readAll(file, {
    ...{ kind: "crossings", today, answers: { ...NO_ANSWERS, ...answers } },
  });
  return rows.map(({ parsed }) =>
    parsed.ok ? formatDay(parsed.fact.day) : parsed.issues[0]?.code,
  );
}

test("a crossing's year of two digits is of this century, or of the last since 1991", async () => {
  const dates = ["19.09.25", "1.2.03 10:00", "5,9,25", "15-сен-25", "14 сентября 25 г. 12:30"];
  expect(await crossingsOf(dates)).toEqual([
    "2025-09-19",
    "2003-02-01",
    "2025-09-05",
    "2025-09-15",
    "2025-09-14",
  ]);
  expect(await crossingsOf(["30.12.95", "31.02.25", "01.12.25", "01.01.46"])).toEqual([
    "1995-12-30",
    "impossibleDate",
    "futureDate",
    "shortYear",
  ]);
});

test("25-09-05 may begin with the year or with the day and is not read", async () => {
  expect(await crossingsOf(["25-09-05", "05-09-25"])).toEqual(["shortYear", "shortYear"]);
});

test("with slashes a short year asks what stands first, as a long one does", async () => {
  const dates = ["03/04/25", "5/9/25 14:05", "03/04/2025"];
  expect(await crossingsOf(dates)).toEqual(["ambiguousDate", "ambiguousDate", "ambiguousDate"]);
  expect(await crossingsOf(dates, { dateOrder: "monthFirst" })).toEqual([
    "2025-03-04",
    "2025-05-09",
    "2025-03-04",
  ]);
  expect(await crossingsOf(["01/02/46", "31/12/95"], { dateOrder: "dayFirst" })).toEqual([
    "shortYear",
    "1995-12-31",
  ]);
  // A day beyond 12 shows that the day stands first, where it can be no year of this century yet.
  expect(await crossingsOf(["03/04/25", "26/04/25", "05/04/2025"])).toEqual([
    "2025-04-03",
    "2025-04-26",
    "2025-04-05",
  ]);
  expect(await crossingsOf(["03/04/25", "25/04/2025"])).toEqual(["2025-04-03", "2025-04-25"]);
});

test("25/09/05 may begin with the year, so that such dates alone do not show what stands first", async () => {
  expect(await crossingsOf(["25/09/05", "24/12/31"])).toEqual(["ambiguousDate", "ambiguousDate"]);
});

test("that the year stands first is an answer, by which years and days are read; a year of four digits stands last", async () => {
  const dates = ["25/09/05", "24/12/31 10:00", "25/02/30", "5/09/25", "03/04/2025"];
  expect(await crossingsOf(dates, { dateOrder: "yearFirst" })).toEqual([
    "2025-09-05",
    "2024-12-31",
    "impossibleDate",
    "impossibleDate",
    "ambiguousDate",
  ]);
});

test("a first part that no month has days for does not show that the day stands first", async () => {
  expect(await crossingsOf(["99/09/05", "03/04/25"])).toEqual(["ambiguousDate", "ambiguousDate"]);
});

test("of a birth date with slashes the century is asked once the order is known", async () => {
  const file = "student_no,last_name,first_name,citizenship,birth_date\n1,A,B,KZ,03/04/05\n";
  const read = async (answers: object) => {
    const options = { kind: "roster", today, answers: { ...NO_ANSWERS, ...answers } } as const;
    const { rows } = await readAll(file, options);
    const [row] = rows;
    if (row === undefined || !row.parsed.ok) return issuesOf(rows)[2];
    return row.parsed.fact.birthDate && formatDay(row.parsed.fact.birthDate);
  };
  expect(await read({})).toEqual(["birth_date: ambiguousDate"]);
  expect(await read({ dateOrder: "dayFirst" })).toEqual(["birth_date: birthCentury"]);
  expect(await read({ dateOrder: "dayFirst", birthYears: true })).toBe("2005-04-03");
});

test("the end of a registration may lie ahead, but not absurdly so", async () => {
  const file = [
    "student_no,kind,valid_from,valid_to,status",
    "1,dormitory,01.09.25,30.06.26,granted",
    "2,dormitory,01.09.25,30.06.45,granted",
    "3,dormitory,01.09.25,30.06.70,granted",
  ].join("\n");
  const { rows } = await readAll(file, { kind: "grounds", today });
  expect(issuesOf(rows)).toEqual({ 4: ["valid_to: shortYear"] });
  const [first] = rows;
  expect(first?.parsed).toMatchObject({
    fact: { validFrom: day("2025-09-01"), validTo: day("2026-06-30") },
  });
});

const ROSTER = [
  "student_no,last_name,first_name,citizenship,birth_date,document_expires",
  "1,A,B,KZ,19.09.05,15.01.30",
  "2,A,B,KZ,19.09.98,",
  "3,A,B,KZ,7-дек-04,",
  "4,A,B,KZ,19.09.2004,",
].join("\n");

test("birth dates ask once for the file, and are read as a person answers", async () => {
  const asked = await readAll(ROSTER, { kind: "roster", today });
  expect(issuesOf(asked.rows)).toEqual({
    2: ["birth_date: birthCentury"],
    3: ["birth_date: birthCentury"],
    4: ["birth_date: birthCentury"],
  });
  const answers = { ...NO_ANSWERS, birthYears: true };
  const { rows } = await readAll(ROSTER, { kind: "roster", today, answers });
  const born = rows.map(({ parsed }) => parsed.ok && formatDay(parsed.fact.birthDate ?? today));
  expect(born).toEqual(["2005-09-19", "1998-09-19", "2004-12-07", "2004-09-19"]);
  expect(rows[0]?.parsed).toMatchObject({ fact: { documentExpires: day("2030-01-15") } });
});
