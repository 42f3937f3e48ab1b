import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { NO_ANSWERS } from "./answers";
import { issuesOf, readAll, refusalOf } from "./file-for-tests";
import { guessKind } from "./header-mapping";
import { dormitoryKey, dormitoryReader } from "./values/dormitory";

const HALLS = [
  { id: 7, name: "Общежитие № 2" },
  { id: 8, name: "Общежитие № 12" },
  { id: 9, name: "Ала-Тоо" },
];
const OPTIONS = { kind: "residents", dormitories: HALLS, today: day("2025-11-15") } as const;

const read = (text: string) => readAll(text, OPTIONS);
async function factsIn(text: string) {
  const { rows } = await read(text);
  return rows.map(({ parsed }) => (parsed.ok ? parsed.fact : parsed.issues));
}

describe("a dormitory is known by", () => {
  const idOf = (text: string) => {
    const found = dormitoryReader(HALLS)(text);
    return found === null ? null : dormitoryKey(found);
  };
  test.each([
    "Общежитие № 2",
    "общежитие №2",
    "ОБЩЕЖИТИЕ 2",
    "общ. №02",
    "№2",
    "2",
    "2-жатакана",
    "№ 2 жатаканасы",
    "Жатақхана №2",
    "Dormitory No. 2",
    "student hostel 2",
  ])("%s", (text) => {
    expect(idOf(text)).toBe(7);
  });
  test("its own name in either script", () => {
    expect([idOf("АЛА-ТОО"), idOf("общежитие «Ала Тоо»"), idOf("Ala-Too dormitory")]).toEqual([
      9, 9, 9,
    ]);
  });
  test.each(["", "Общежитие", "Общежитие № 3", "22", "1", "корпус 2"])(
    "is not guessed from «%s»",
    (text) => {
      expect(idOf(text)).toBeNull();
    },
  );
  test("is not guessed where two could be meant, but by their whole names", () => {
    const twins = dormitoryReader([
      { id: 1, name: "Общежитие № 5" },
      { id: 2, name: "Жатакана № 5" },
    ]);
    expect([twins("5"), twins("общежитие №5"), twins("Жатакана 5")]).toEqual([
      null,
      "dormitory:1",
      "dormitory:2",
    ]);
  });
  test("whatever a text is, it means one of the office's dormitories or none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const found = dormitoryReader(HALLS)(text);
        expect([null, "dormitory:7", "dormitory:8", "dormitory:9"]).toContain(found);
      }),
    );
  });
});

describe("a list of residents", () => {
  test("as a manager writes it: full name, birth date, hall, room, from, until", async () => {
    const [fact] = await factsIn(
      `Список проживающих на 01.11.2025;;;;;
№;Ф.И.О.;Дата рождения;Общежитие;№ комнаты;Дата заселения;Проживает до;Дата выселения
1;Өмүрбекова Айзада Нурлановна;28.02.2005;Общ. № 2;412;01.09.2025;30.06.2026;
`,
    );
    expect(fact).toEqual({
      studentNo: "",
      lastName: "",
      firstName: "",
      middleName: "",
      lastNameCyrillic: "Өмүрбекова",
      firstNameCyrillic: "Айзада",
      middleNameCyrillic: "Нурлановна",
      birthDate: day("2005-02-28"),
      documentNo: "",
      iin: "",
      dormitoryId: 7,
      room: "412",
      livesFrom: day("2025-09-01"),
      livesTo: day("2026-06-30"),
      ended: "",
    });
  });

  test.each([
    ["ky", "Студенттин номери;Жатакана;Бөлмө;Жашай баштаган күнү;Чыккан күнү"],
    ["kk", "Студент нөмірі;Жатақхана;Бөлме;Орналасқан күні;Шыққан күні"],
    ["en", "Student ID;Dormitory;Room No.;Moved in;Moved out"],
    ["ru, misspelt", "Номер студента;Обшежитие;Комнта;Дата заселени;Дата выселния"],
  ])("is recognised by its headings in %s", async (_language, header) => {
    const { mapping } = await read(`${header}\nS-1;2;101;01.09.2025;\n`);
    expect(mapping).toEqual(["student_no", "dormitory", "room", "lives_from", "moved_out"]);
  });

  test("whoever has moved out lived there until that day, whatever was agreed; a day to come is no past stay", async () => {
    const facts = await factsIn(
      `student_no;dormitory;room;lives_from;lives_to;moved_out
S-1;2;1;01.09.2025;30.06.2026;31.10.2025
S-2;2;1;01.09.2025;30.06.2026;01.12.2025
S-3;2;1;01.09.2024;30.06.2025;
S-4;2;1;;;
S-5;2;1;;15.11.2025;
`,
    );
    expect(facts).toMatchObject([
      { livesTo: day("2025-10-31"), ended: "yes" },
      { livesTo: day("2025-12-01"), ended: "" },
      { livesTo: day("2025-06-30"), ended: "yes" },
      { livesFrom: null, livesTo: null, ended: "" },
      { livesTo: day("2025-11-15"), ended: "" },
    ]);
  });

  test("tells what is wrong with a row, all of it", async () => {
    const { rows } = await read(
      `student_no;ФИО;dormitory;lives_from;lives_to;moved_out
;;№ 3;31.02.2025;;
S-2;;;01.09.2025;01.08.2025;
;Токтогулов;2;;;
S-4;;2;01.09.2025;;01.08.2025
`,
    );
    expect(issuesOf(rows)).toEqual({
      2: ["student_no: missingValue", "dormitory: unknownDormitory", "lives_from: impossibleDate"],
      3: ["dormitory: missingValue", "lives_to: endBeforeStart"],
      4: ["last_name_cyrillic: unclearName"],
      5: ["moved_out: endBeforeStart"],
    });
  });

  test("reads a word as the office has decided, while that dormitory is there", async () => {
    const text = "student_no;dormitory\nS-1;Дом студентов\n";
    const words = { dormitory: { "дом студентов": "dormitory:9" } };
    const { rows } = await readAll(text, { ...OPTIONS, words });
    expect(rows[0]?.parsed).toMatchObject({
      ok: true,
      fact: { dormitoryId: 9 },
      notices: [{ code: "decidedWord", params: { meaning: "dormitory:9" } }],
    });
    const gone = await readAll(text, { ...OPTIONS, words, dormitories: HALLS.slice(0, 2) });
    expect(issuesOf(gone.rows)).toEqual({ 2: ["dormitory: unknownDormitory"] });
  });

  test.each([
    ["Список проживающих в общежитии №2 на 15.11.2025", 7],
    ["Общежитие № 12", 8],
    ["2-жатакананын тизмеси", 7],
    ["Жатакана № 12, 2025-2026-окуу жылы", 8],
    ["Студенческое общежитие «Ала-Тоо»", 9],
    ["Ала-Тоо, 2025", 9],
    ["Residents of Dormitory No. 2", 7],
  ])("takes the dormitory of all rows from the title «%s»", async (title, dormitoryId) => {
    const text = `${title}\nФИО;Дата рождения;Комната\nИванов Пётр;01.02.2004;5\n`;
    const { rows, format } = await read(text);
    expect(rows[0]?.parsed).toMatchObject({ fact: { dormitoryId, room: "5" } });
    expect(format).toMatchObject({ dormitoryFromTitle: true });
  });

  test.each([
    "Список на 15.11.2025",
    "Общежития № 2 и «Ала-Тоо»: Ала-Тоо",
    "Приказ № 2 о заселении",
  ])("takes none from the title «%s»", async (title) => {
    const text = `${title}\nФИО;Дата рождения;Комната\nИванов Пётр;01.02.2004;5\n`;
    expect(await refusalOf(text, OPTIONS)).toMatchObject({ code: "missingColumns" });
  });

  test("asks about a dormitory of a title that the office does not have", async () => {
    const text = "Общежитие № 3\nФИО;Дата рождения;Комната\nИванов Пётр;01.02.2004;5\n";
    expect(issuesOf((await read(text)).rows)).toEqual({ 3: ["dormitory: unknownDormitory"] });
  });

  test("the title counts before an earlier file of the layout, a person and a column before the title", async () => {
    const text = "Общежитие № 2\nФИО;Дата рождения;Комната\nИванов Пётр;01.02.2004;5\n";
    const columns = [
      { heading: "ФИО", target: "full_name" as const },
      { heading: "Дата рождения", target: "birth_date" as const },
      { heading: "Комната", target: "room" as const },
    ];
    const earlier = { id: "1", columns, constants: { dormitory: "dormitory:9" } };
    const next = await readAll(text, { ...OPTIONS, remembered: [earlier] });
    expect(next.rows[0]?.parsed).toMatchObject({ fact: { dormitoryId: 7 } });
    const answers = { ...NO_ANSWERS, constants: { dormitory: "dormitory:8" } };
    const told = await readAll(text, { ...OPTIONS, answers });
    expect(told.rows[0]?.parsed).toMatchObject({ fact: { dormitoryId: 8 } });
    expect(told.format).toMatchObject({ dormitoryFromTitle: false });
    const column = "Общежитие № 2\nФИО;Дата рождения;Общежитие\nИванов Пётр;01.02.2004;12\n";
    const own = await read(column);
    expect(own.rows[0]?.parsed).toMatchObject({ fact: { dormitoryId: 8 } });
    expect(own.format).toMatchObject({ dormitoryFromTitle: false });
  });

  test("without a column for the dormitory takes one for all rows, or asks for it", async () => {
    const text = "ФИО;Дата рождения;Комната\nИванов Пётр;01.02.2004;5\n";
    expect(await refusalOf(text, OPTIONS)).toMatchObject({ code: "missingColumns" });
    const { rows } = await readAll(text, {
      ...OPTIONS,
      answers: {
        constants: { dormitory: "dormitory:8" },
        dateOrder: null,
        serials: false,
        zeros: null,
      },
    });
    expect(rows[0]?.parsed).toMatchObject({ fact: { dormitoryId: 8, room: "5" } });
  });
});

test.each([
  ["residents", "ФИО;Дата рождения;Общежитие;Комната;Заселен;Выселен"],
  ["residents", "student_no;dormitory;room;lives_from;lives_to"],
  ["roster", "№ студента;Фамилия;Имя;Гражданство;Общежитие"],
  ["grounds", "student_no;kind;number;valid_from;valid_to;address;status"],
  ["crossings", "№ студента;Номер документа;Направление;Дата и время;Пункт пропуска"],
] as const)("a file is taken for %s by the headings %s", (kind, header) => {
  expect(guessKind(header.split(";"))).toBe(kind);
});
