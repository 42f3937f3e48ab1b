import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IMPORT_KINDS, type ImportKind } from "./fields";
import { mapHeader, recogniseColumns } from "./header-mapping";
import { TARGETS, type Target } from "./targets";

/** Headings as offices write them: kind, what the column is, the headings. */
const REAL: readonly (readonly [ImportKind, Target, string])[] = [
  [
    "roster",
    "student_no",
    "№ студ. билета|Номер студента|№ зачётки|Студенческий билет №|Студенттин номери|Student ID|Matriculation number|Студент нөмірі|Рег. номер студента",
  ],
  [
    "roster",
    "full_name",
    "ФИО|Ф.И.О.|Ф.И.О. студента|Фамилия, имя, отчество|Аты-жөнү|Студенттин аты-жөнү|Фамилиясы, аты|Аты-жөні|Тегі, аты, әкесінің аты|Surname, name",
  ],
  ["roster", "full_name_latin", "ФИО латиницей|ФИО (лат.)|ФИО по паспорту|Аты-жөнү (латын)"],
  [
    "roster",
    "birth_date",
    "Дата рождения|Д.р.|Дата рожд.|Дата рождени|Туулган күнү|Туулган жылы|Туған күні|Date of birth|DOB",
  ],
  [
    "roster",
    "citizenship",
    "Гражданство|Гражд-во|Граждансво|Жарандыгы|Азаматтығы|Citizenship|Nationality",
  ],
  ["roster", "sex", "Пол|Жынысы|Gender|Sex"],
  [
    "roster",
    "document_no",
    "№ паспорта|Номер паспорта|Паспорт №|Серия и номер паспорта|Паспорттун номери|Құжат нөмірі|Passport No.|Номер докум.|Номер паспрта",
  ],
  [
    "roster",
    "document_series",
    "Серия|Сер.|Сер. пасп.|Сериия паспорта|Сериясы|Паспорттун сериясы|Пасп. сериясы|Құжат сериясы|Passport series|Series|Ser.|Passport sereis",
  ],
  [
    "roster",
    "document_expires",
    "Срок действия паспорта|Действителен до|Паспорттун мөөнөтү|Passport expiry|Жарамдылық мерзімі",
  ],
  ["roster", "iin", "ИИН|ЖСН|IIN"],
  ["roster", "faculty", "Факультет|Фак.|Факультети|Faculty|Факльтет"],
  ["roster", "programme", "Специальность|Направление|Адистиги|Мамандығы|Programme|Специальнсть"],
  ["roster", "year", "Курс|Курсу|Год обучения|Year of study|Курсы"],
  ["roster", "phone", "Телефон|Моб. тел.|Телефону|Phone|Телефон нөмірі|Конт. тел."],
  [
    "crossings",
    "direction",
    "Направление|Въезд/выезд|Кирүү/чыгуу|Direction|Кіру/шығу|In/Out|Напрвление",
  ],
  [
    "crossings",
    "at",
    "Дата пересечения|Дата и время|Дата пересеч.|Чек арадан өткөн күнү|Өткен күні|Crossing date|Дата пересечения гос. границы",
  ],
  [
    "crossings",
    "entry_at",
    "Дата въезда|Въезд|Кирген күнү|Кірген күні|Entry date|Дата вьезда|Дата вьъезда",
  ],
  ["crossings", "exit_at", "Дата выезда|Выезд|Чыккан күнү|Шыққан күні|Exit date|Departure date"],
  [
    "crossings",
    "checkpoint",
    "Пункт пропуска|КПП|Пункт проп.|Өткөрүү пункту|Өткізу пункті|Checkpoint|Пункт пропска",
  ],
  ["grounds", "kind", "Основание|Вид регистрации|Негизи|Каттоонун түрү|Тіркеу түрі|Ground"],
  ["grounds", "valid_from", "Дата начала|Действует с|Башталышы|Басталу күні|Valid from|Дата начла"],
  ["grounds", "valid_to", "Дата окончания|Действует до|Аяктаган күнү|Аяқталу күні|Valid until"],
  ["grounds", "address", "Адрес|Адрес регистрации|Дареги|Мекенжайы|Address of stay"],
  [
    "residents",
    "dormitory",
    "Общежитие|№ общежития|Номер общежития|Общеж.|Обшежитие|Жатакана|Жатакана №|Жатақхана|Dormitory|Hostel",
  ],
  ["residents", "room", "Комната|№ комнаты|Комн.|Бөлмө|Бөлмө №|Бөлме|Room|Room No.|Комнта"],
  [
    "residents",
    "lives_from",
    "Дата заселения|Заселён|Проживает с|Киргизилген күнү|Орналасқан күні|Moved in|Check-in date|Дата заселеня",
  ],
  ["residents", "lives_to", "Проживает до|Срок проживания|Жашоо мөөнөтү|Тұру мерзімі|Until"],
  [
    "residents",
    "moved_out",
    "Выселен|Дата выселения|Чыккан күнү|Шыққан күні|Moved out|Дата высел.",
  ],
  [
    "authority",
    "result",
    "Результат|Решение|Результат рассмотрения|Жыйынтыгы|Чечим|Нәтижесі|Result|Decision|Резултат",
  ],
  [
    "authority",
    "reason",
    "Причина|Причина отказа|Себеби|Себебі|Reason|Reason for refusal|Прчина отказа",
  ],
  [
    "authority",
    "registration_no",
    "Номер регистрации|Рег. №|Регистрационный номер|Каттоо номери|Тіркеу нөмірі|Registration No.|Номер регистраци",
  ],
  ["authority", "valid_from", "Дата начала|Дата регистрации|Башталышы|Басталу күні|Valid from"],
  ["authority", "valid_to", "Дата окончания|Действует до|Бүтүшү|Аяқталу күні|Valid until"],
  ["authority", "authority", "Орган регистрации|Орган|Каттаган орган|Тіркеу органы|Authority"],
  [
    "authority",
    "list_no",
    "Номер заявки|№ списка|Өтүнмөнүн номери|Тізім нөмірі|List No.|Номер нашей заявки",
  ],
  ["residents", "full_name", "Ф.И.О. проживающего|ФИО|Аты-жөнү|Аты-жөні"],
];
const CORPUS = REAL.flatMap(([kind, target, headings]) =>
  headings.split("|").map((heading) => [kind, target, heading] as const),
);

test("the corpus has more than eighty headings", () => {
  expect(CORPUS.length).toBeGreaterThan(80);
});

test.each(CORPUS)("in a file of %s, %s is recognised by «%s»", (kind, target, heading) => {
  expect(mapHeader(kind, [heading])).toEqual([target]);
});

describe("what is unsure", () => {
  test.each([
    ["roster", "Full name", "full_name_given_first"],
    ["roster", "Студент", "full_name_given_first"],
  ] as const)("is proposed and not read: %s, %s", (kind, heading, target) => {
    expect(mapHeader(kind, [heading])).toEqual([null]);
    expect(recogniseColumns(kind, [heading])[0]).toMatchObject({ target, confidence: "unsure" });
  });

  test("a column without a telling heading is proposed by its values", () => {
    const found = recogniseColumns("roster", ["A1"], [["ж", "м", "ж", "ж"]]);
    expect(found).toEqual([{ target: "sex", confidence: "unsure", by: "values" }]);
  });

  test("a similar heading over values of another kind is not read", () => {
    const heading = "Дата рождени";
    expect(recogniseColumns("roster", [heading], [["Алматы", "Кордай", "Тараз"]])).toEqual([
      { target: "birth_date", confidence: "unsure", by: "abbreviation" },
    ]);
  });

  test("two columns that are only like one field are both left to a person", () => {
    expect(mapHeader("roster", ["Факльтет", "Факултет"])).toEqual([null, null]);
  });
});

describe("a column beside the number of a document", () => {
  const numbers = ["1234567", "44556699", "1234568"];
  const seriesIn = (heading: string, values: string[]) =>
    recogniseColumns("roster", [heading, "№ пасп."], [values, numbers])[0];

  test.each([
    "Сер.",
    "Серия",
    "Серея",
    "Сирия",
    "Сер-я",
    "Серия док-та",
    "Ser.",
    "Сериясы",
    "Serie",
  ])("is its series by the heading «%s»", (heading) => {
    expect(seriesIn(heading, ["75", "N", "C"])).toMatchObject({ target: "document_series" });
    expect(mapHeader("roster", [heading, "№ пасп."], [["75", "N", "C"], numbers])).toEqual([
      "document_series",
      "document_no",
    ]);
  });

  test("is proposed as its series where only the values, or only the beginning of the heading, say so", () => {
    const unsure = { target: "document_series", confidence: "unsure" };
    expect(seriesIn("Буквы", ["AN", "AN", "ID"])).toMatchObject(unsure);
    expect(seriesIn("Сертификат", ["B2 получен", "нет", "нет"])).toMatchObject(unsure);
    expect(seriesIn("Группа", ["первая", "вторая", "первая"])).toBeNull();
  });
});

test("a heading that is written as it should be takes the field from one that is only like it", () => {
  expect(mapHeader("roster", ["Факльтет", "Факультет"])).toEqual([null, "faculty"]);
});

test("whatever the headings and values, each column has one of its kind's targets, and none twice unless both are sure", () => {
  const kinds = fc.constantFrom<ImportKind>(...IMPORT_KINDS);
  const headings = fc.oneof(
    fc.constantFrom(...CORPUS.map(([, , heading]) => heading)),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  );
  fc.assert(
    fc.property(
      kinds,
      fc.array(headings, { maxLength: 12 }),
      fc.array(fc.array(fc.string(), { maxLength: 4 })),
      (kind, header, samples) => {
        const found = recogniseColumns(kind, header, samples);
        expect(found).toHaveLength(header.length);
        const read = found.filter((one) => one && one.confidence !== "unsure");
        for (const one of read) {
          expect(TARGETS[kind]).toContain(one?.target);
          const same = read.filter((other) => other?.target === one?.target);
          expect(same.length === 1 || same.every((other) => other?.confidence === "sure")).toBe(
            true,
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});
