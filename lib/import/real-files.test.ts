import { describe, expect, test, vi } from "vitest";
import { day } from "@/lib/civil-date/day";
import { NO_ANSWERS } from "./answers";
import { encode, issuesOf, readAll, workbook } from "./file-for-tests";

// Many files are written and read here; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const KHAN = {
  studentNo: "S-001",
  lastName: "",
  firstName: "",
  middleName: "",
  lastNameCyrillic: "Ахметова",
  firstNameCyrillic: "Айгуль",
  middleNameCyrillic: "Сериковна",
  birthDate: day("2003-02-28"),
  sex: "F",
  citizenship: "KZ",
  documentType: "паспорт",
  documentNo: "N12345678",
  documentExpires: day("2030-01-15"),
  iin: "",
  faculty: "Медицинский",
  programme: "Лечебное дело",
  year: "2",
  studyForm: "очная",
  status: "обучается",
  housing: "общежитие № 3",
  phone: "+996 700 123456",
  email: "a@example.org",
};

describe("a roster as an office has it", () => {
  const russian = [
    "№ студ. билета;Фамилия;Имя;Отчество;Дата рождения;Пол;Гражданство;Вид документа;Номер паспорта;Срок действия паспорта;ИИН;Факультет;Специальность;Курс;Форма обучения;Статус;Проживание;Телефон;Эл. почта;Примечание",
    "S-001;Ахметова;Айгуль;Сериковна;28.02.2003;ж;Казахстан;паспорт;N12345678;15.01.2030;;Медицинский;Лечебное дело;2;очная;обучается;общежитие № 3;+996 700 123456;a@example.org;староста",
    "",
  ].join("\r\n");

  test.each([
    ["windows-1251", encode(russian, "windows-1251")],
    ["ibm866", encode(russian, "ibm866")],
    ["utf-8", Buffer.from(`\uFEFF${russian}`)],
    ["utf-8", Buffer.from(russian)],
    ["utf-16le", Buffer.from(`\uFEFF${russian}`, "utf16le")],
    ["utf-16be", Buffer.from(`\uFEFF${russian}`, "utf16le").swap16()],
  ] as const)("in %s with semicolons and Russian headings", async (encoding, file) => {
    const { format, unmapped, rows } = await readAll(file, { kind: "roster" });
    expect(format).toMatchObject({ type: "csv", encoding, delimiter: ";" });
    expect(unmapped).toEqual([19]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.parsed).toEqual({ ok: true, fact: KHAN, notices: [] });
  });

  test("in UTF-8 with Kyrgyz headings, tabs, and letters that Windows-1251 lacks", async () => {
    const file = [
      "Студенттин номери\tФамилиясы\tАты\tАтасынын аты\tТуулган күнү\tЖынысы\tЖарандыгы\tПаспорттун номери\tПаспорттун мөөнөтү\tФакультети\tКурсу\tЖашаган жери",
      "17\tӨмүрбекова\tҢурила\tҮсөн кызы\t2004-12-31\tаял\tКазакстан Республикасы\tN87654321\t01.06.2031\tЮридикалык\t1\tжатакана",
    ].join("\n");
    const { mapping, rows } = await readAll(file, { kind: "roster" });
    expect(mapping).not.toContain(null);
    expect(rows[0]?.parsed).toMatchObject({
      ok: true,
      notices: [],
      fact: {
        lastNameCyrillic: "Өмүрбекова",
        firstNameCyrillic: "Ңурила",
        sex: "F",
        citizenship: "KZ",
        documentExpires: day("2031-06-01"),
      },
    });
  });

  test("in English, with names in both scripts", async () => {
    const file = [
      "Student No.,Surname,Given names,Фамилия,Имя,Date of birth,Gender,Citizenship,Passport No.",
      "1,OMURBEKOVA,AIGUL,Өмүрбекова,Айгүл,2003-02-28,Female,KAZ,N1",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "roster" });
    expect(rows[0]?.parsed).toMatchObject({
      ok: true,
      fact: {
        lastName: "OMURBEKOVA",
        firstName: "AIGUL",
        lastNameCyrillic: "Өмүрбекова",
        firstNameCyrillic: "Айгүл",
        citizenship: "KZ",
      },
    });
  });

  test("what a person should know is told and does not stop the row", async () => {
    const file = [
      "student_no,last_name,first_name,last_name_cyrillic,first_name_cyrillic,birth_date,sex,citizenship,document_no,iin",
      "1,OMURBEKOVA,AIGUL,?м?рбекова,Aйгүл,2020-02-28,F,KZ,АС1234567,030228501235",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "roster", today: day("2025-11-15") });
    expect(rows[0]?.parsed).toMatchObject({ ok: true, fact: { documentNo: "AC1234567" } });
    const notices = rows[0]?.parsed.ok ? rows[0].parsed.notices : [];
    expect(notices.map(({ code, field }) => `${field}: ${code}`)).toEqual([
      "last_name_cyrillic: lostLetters",
      "first_name_cyrillic: mixedScript",
      "birth_date: implausibleBirthDate",
      "document_no: lookAlikeLetters",
      "iin: badIin",
    ]);
    expect(JSON.stringify(notices)).not.toContain("1234567");
  });

  test("a birth date after today, an unknown country and a missing name are issues", async () => {
    const file =
      "student_no,last_name,first_name,birth_date,citizenship\n1,A,,2026-01-01,Нарния\n2,A,B,1803-02-01,ZZ\n";
    const { rows } = await readAll(file, { kind: "roster", today: day("2025-11-15") });
    expect(issuesOf(rows)).toEqual({
      2: ["first_name: missingName", "birth_date: futureDate", "citizenship: unknownCitizenship"],
      3: ["birth_date: implausibleDate", "citizenship: unknownCitizenship"],
    });
  });

  test("for the engine student number and citizenship are enough", async () => {
    const { rows } = await readAll("student_no,citizenship\nS-1,KZ\n", {
      kind: "roster",
      namesNeeded: false,
    });
    expect(rows[0]?.parsed).toMatchObject({ ok: true, fact: { studentNo: "S-1" } });
  });
});

describe("a crossing log", () => {
  test("in words, with times, aliases of checkpoints and unknown ones kept", async () => {
    const file = encode(
      [
        "№ документа;Дата и время пересечения;Въезд/Выезд;Пункт пропуска",
        "N12345678;01.09.2025 08:05;ВЪЕЗД;АПП «Кордай»",
        "N12345678;02.09.2025 23:59:59;выезд;Ноокат",
      ].join("\r\n"),
      "windows-1251",
    );
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(rows.map(({ parsed }) => parsed)).toEqual([
      {
        ok: true,
        notices: [],
        fact: {
          studentNo: "",
          documentNo: "N12345678",
          direction: "entry",
          day: day("2025-09-01"),
          minute: 485,
          checkpoint: "Ак-Жол",
        },
      },
      {
        ok: true,
        notices: [
          expect.objectContaining({ code: "nearMidnight", field: "at" }),
          expect.objectContaining({ code: "unknownCheckpoint", column: 3, value: "Ноокат" }),
        ],
        fact: {
          studentNo: "",
          documentNo: "N12345678",
          direction: "exit",
          day: day("2025-09-02"),
          minute: 1439,
          checkpoint: "Ноокат",
        },
      },
    ]);
  });

  test("dates with slashes are day first where one date of the file proves it, also far below", async () => {
    const rows = Array.from({ length: 300 }, (_, i) => `S-${i},entry,03/04/2025`);
    const proven = await readAll(
      ["student_no,direction,at", ...rows, "S,exit,25/04/2025"].join("\n"),
      {
        kind: "crossings",
      },
    );
    expect(issuesOf(proven.rows)).toEqual({});
    expect(proven.rows[0]?.parsed).toMatchObject({ fact: { day: day("2025-04-03") } });
  });

  test.each([
    ["nothing decides", "03/04/2025"],
    ["another date can only be month first", "04/25/2025"],
  ])("dates with slashes are issues where %s", async (_why, other) => {
    const file = `student_no,direction,at\n1,entry,2025-04-03\n2,exit,${other}\n3,entry,05/06/2025\n`;
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(issuesOf(rows)).toEqual({ 3: ["at: ambiguousDate"], 4: ["at: ambiguousDate"] });
  });

  test("a crossing after today is an issue only where today is given", async () => {
    const file = "student_no,direction,at\n1,entry,2025-11-16\n2,entry,2025-11-15\n";
    const strict = await readAll(file, { kind: "crossings", today: day("2025-11-15") });
    expect(issuesOf(strict.rows)).toEqual({ 2: ["at: futureDate"] });
    expect(issuesOf((await readAll(file, { kind: "crossings" })).rows)).toEqual({});
  });
});

describe("grounds of stay", () => {
  test("in words of three languages", async () => {
    const file = [
      "Номер студента;Основание;Номер;Дата начала;Дата окончания;Адрес;Статус",
      "S-1;Регистрация в общежитии;12/3;01.09.2025;30.06.2026;Бишкек, ул. Киевская, 44;выдано",
      "S-2;жашап турууга уруксат;;01.09.2025;;;берилди",
      "S-3;visa;V-1;2025-09-01;2025-12-31;;requested",
      "S-4;виза;V-2;01.09.2025;31.08.2025;;может быть",
    ].join("\n");
    const { rows } = await readAll(file, { kind: "grounds" });
    const facts = rows.map(({ parsed }) => (parsed.ok ? parsed.fact : null));
    expect(facts).toMatchObject([
      { kind: "dormitory", number: "12/3", validTo: day("2026-06-30"), status: "granted" },
      { kind: "residence_permit", validTo: null, status: "granted" },
      { kind: "visa", status: "requested" },
      null,
    ]);
    expect(issuesOf(rows)).toEqual({
      5: ["valid_to: endBeforeStart", "status: unknownGroundStatus"],
    });
  });
});

describe("a workbook", () => {
  test("gives real dates, texts that look like dates, and whole numbers as they are shown", async () => {
    const file = await workbook([
      [
        "student_no",
        "last_name",
        "first_name",
        "citizenship",
        "birth_date",
        "document_no",
        "phone",
        "iin",
      ],
      [
        17,
        "A",
        "B",
        "Казахстан",
        new Date(Date.UTC(2003, 1, 28)),
        12345678,
        996700123456,
        30228501234,
      ],
      ["018", "A", "B", "KZ", "28.02.2003", "012345678", "+996", null],
      [null, null],
      ["19", "A", "B", "KZ", "31.02.2003", true, 1.5, null],
    ]);
    const { format, rows } = await readAll(file, {
      kind: "roster",
      answers: { ...NO_ANSWERS, zeros: "keep" },
    });
    expect(format).toMatchObject({ type: "xlsx", sheet: "Лист1" });
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([2, 3, 5]);
    expect(rows[0]?.cells.slice(4)).toEqual([
      "2003-02-28",
      "12345678",
      "996700123456",
      "30228501234",
    ]);
    expect(rows[0]?.parsed).toMatchObject({
      fact: { studentNo: "17", birthDate: day("2003-02-28"), documentNo: "12345678" },
    });
    expect(rows[1]?.parsed).toMatchObject({
      fact: { studentNo: "018", birthDate: day("2003-02-28"), documentNo: "012345678" },
    });
    expect(issuesOf(rows)).toEqual({ 5: ["birth_date: impossibleDate"] });
  });

  test("keeps the time of day to the minute, from the first minute of the day to the last", async () => {
    const minutes = [1, 59, 60, 485, 720, 1439];
    const file = await workbook([
      ["student_no", "direction", "at"],
      ...minutes.map((minute) => ["S", "entry", new Date(Date.UTC(2025, 8, 1, 0, minute))]),
    ]);
    const { rows } = await readAll(file, { kind: "crossings" });
    expect(
      rows.map(({ parsed }) => (parsed.ok ? [parsed.fact.day, parsed.fact.minute] : null)),
    ).toEqual(minutes.map((minute) => [day("2025-09-01"), minute]));
  });
});
