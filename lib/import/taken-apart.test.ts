import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { NO_ANSWERS } from "./answers";
import { issuesOf, readAll } from "./file-for-tests";
import { readCheckpoint } from "./values/checkpoint";
import { readMoment } from "./values/moment";

const factsOf = (rows: Awaited<ReturnType<typeof readAll>>["rows"]) =>
  rows.map(({ parsed }) => (parsed.ok ? parsed.fact : null));

describe("columns that are not fields", () => {
  test("a full name is split, a series joined to its number", async () => {
    const file =
      "№ студента;ФИО;Гражданство;Серия паспорта;Номер паспорта\n1;Ахметова Айгуль;KZ;N;12345678\n";
    const { rows } = await readAll(file, { kind: "roster" });
    expect(factsOf(rows)).toMatchObject([
      { lastNameCyrillic: "Ахметова", firstNameCyrillic: "Айгуль", documentNo: "N12345678" },
    ]);
  });

  test.each([
    "Сер.;№ пасп.",
    "серия;номер паспорта",
    "Series;Passport No",
    "Сериясы;Паспорттун номери",
    "Серея;Номер паспрта",
  ])("a series under an abbreviated or misspelt heading too: %s", async (headings) => {
    const file = [
      `Студ.билет;ФИО студента;Д.р.;Пол;Гр-во;${headings};Фак-т`,
      "96-0021;Иванова Анна Мария;05.06.2004;жен.;РФ;75;1234567;Мед",
      "96-0022;Ким Анна;06.06.2004;муж.;РК;N;N44556699;Мед",
      "96-0023;Мамедов Али;06.06.2004;муж.;Азербайджан;C;1234568;Мед",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "roster" });
    expect(factsOf(rows)).toMatchObject([
      { documentNo: "751234567" },
      { documentNo: "N44556699" },
      { documentNo: "C1234568" },
    ]);
  });

  test("a full name that cannot be split is an issue with the cell", async () => {
    const { rows } = await readAll("№ студента;ФИО;Гражданство\n1;Ахметова;KZ\n", {
      kind: "roster",
    });
    expect(issuesOf(rows)).toEqual({ 2: ["last_name_cyrillic: unclearName"] });
  });

  test("so is each of two, by the script that it is in", async () => {
    const file = [
      "№ студента;ФИО (лат);ФИО (кир);Гражданство",
      "1;NURLAN;Нұрлан;KZ",
      "2;KIM ANNA;Анна;KZ",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "roster" });
    expect(issuesOf(rows)).toEqual({
      2: ["last_name: unclearName", "last_name_cyrillic: unclearName"],
      3: ["last_name_cyrillic: unclearName"],
    });
  });

  test("a number that a spreadsheet has rounded is noticed where its series stands apart from it", async () => {
    const file = [
      "№ студента;ФИО;Гражданство;Серия паспорта;Номер паспорта",
      "1;Ахметова Айгуль;KZ;N;1,23E+08",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "roster" });
    expect(issuesOf(rows)).toEqual({ 2: ["document_no: scientificNumber"] });
  });

  test.each(["№ п/п", "п/п", "№", "No.", "т/б"])(
    "a column that only counts the rows is known as such: %s",
    async (heading) => {
      const file = [
        `${heading};№ студента;ФИО;Гражданство;Примечание`,
        "1;25-7;Ахметова Айгуль;KZ;1",
        "2;25-9;Ким Анна;KZ;3",
      ].join("\n");
      const { columns } = await readAll(file, { kind: "roster" });
      expect(columns.map(({ target, by }) => target ?? by)).toEqual([
        "counting",
        "student_no",
        "full_name",
        "citizenship",
        null,
      ]);
    },
  );

  test("date and time in two columns are joined", async () => {
    const file =
      "№ студента;Направление;Дата;Время\n1;въезд;01.09.2025;08:15\n2;выезд;02.09.2025;\n";
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(factsOf(rows)).toMatchObject([{ minute: 495 }, { minute: null }]);
  });

  test("a value for all rows stands in for a column that is missing", async () => {
    const constants = { direction: "entry", checkpoint: "Манас" } as const;
    const { rows } = await readAll("№ студента;Дата\n1;01.09.2025\n", {
      kind: "crossings",
      answers: { ...NO_ANSWERS, constants },
    });
    expect(factsOf(rows)).toMatchObject([{ direction: "entry", checkpoint: "Манас" }]);
  });

  test("entry and exit of one row have the checkpoint of their own column, or that of both", async () => {
    const file = [
      "№ студента;Дата въезда;Пункт въезда;Дата выезда;КПП при выезде;КПП",
      "1;01.09.2025;Кордай;05.09.2025;Манас;",
      "2;01.09.2025;;05.09.2025;Манас;Ак-Тилек",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(factsOf(rows)).toMatchObject([
      { direction: "entry", checkpoint: "Ак-Жол" },
      { direction: "exit", checkpoint: "Манас" },
      { direction: "entry", checkpoint: "Ак-Тилек" },
      { direction: "exit", checkpoint: "Манас" },
    ]);
  });

  test("every row of entry and exit dates is accounted for, once for each date and once without any", async () => {
    const date = fc.constantFrom("", "01.09.2025", "03.09.2025", "31.02.2025", "?");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(date, date), { minLength: 1, maxLength: 8 }),
        async (pairs) => {
          const lines = pairs.map(([entry, exit], i) => `S-${i};${entry};${exit}`);
          const { rows } = await readAll(
            ["№ студента;Дата въезда;Дата выезда", ...lines].join("\n"),
            {
              kind: "crossings",
            },
          );
          const expected = pairs.flatMap((pair, i) => {
            const dates = pair.filter((text) => text !== "").length;
            return Array.from({ length: Math.max(1, dates) }, (_, part) => [i + 2, part]);
          });
          expect(rows.map(({ rowNo, part }) => [rowNo, part])).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("numbers without their zero", () => {
  const file =
    "student_no,last_name,first_name,citizenship,document_no\n1,A,B,KZ,12345678\n2,A,B,TR,12345678\n";

  test("wait for a decision where the card of a citizen of Kazakhstan is a digit short", async () => {
    const { rows } = await readAll(file, { kind: "roster" });
    expect(issuesOf(rows)).toEqual({ 2: ["document_no: lostZero"] });
  });

  test.each([
    ["restore", "012345678"],
    ["keep", "12345678"],
  ] as const)("are read as decided: %s", async (zeros, documentNo) => {
    const { rows } = await readAll(file, { kind: "roster", answers: { ...NO_ANSWERS, zeros } });
    expect(factsOf(rows)).toMatchObject([{ documentNo }, { documentNo: "12345678" }]);
  });
});

test.each([
  ["7 декабря 2025", "2025-12-07"],
  ["07-Dec-2025", "2025-12-07"],
  ["December 7, 2025", "2025-12-07"],
  ["2025-жылдын 7-декабры", "2025-12-07"],
  ["2025 жылғы 7 желтоқсан", "2025-12-07"],
  ["20251207", "2025-12-07"],
])("%s is a date", (text, iso) => {
  expect(readMoment(text, "unknown")).toEqual({ ok: true, day: day(iso), minute: null });
});

test("Excel's count of days is a date where the file is said to have it", () => {
  expect(readMoment("45901", "unknown", true)).toMatchObject({ day: day("2025-09-01") });
  expect(readMoment("45901,5", "unknown", true)).toMatchObject({
    day: day("2025-09-01"),
    minute: 720,
  });
});

test.each([
  ["Ак-Жол/Ak-Jol/Akzhol (Кордай/Qordai)", "Ак-Жол"],
  ["Ак-Тилек (Карасу)", "Ак-Тилек"],
  ["Токмок (Сортобе)", "Токмок"],
  ["Чалдыбар/Чалдовар", "Чалдыбар"],
  ["Камышановка = Томонку-Чуй", "Камышановка"],
  ["Чон-Капка (Айша-биби)", "Чон-Капка"],
  ["Каркыра (Кеген, seasonal)", "Каркыра"],
  ["Каинды (rail)", "Каинды"],
  ["Манас / Ош", null],
])("the checkpoint %s is %s", (text, name) => {
  expect(readCheckpoint(text)).toBe(name);
});
