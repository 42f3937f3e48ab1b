import { describe, expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { issuesOf, readAll } from "./file-for-tests";
import { guessKind } from "./header-mapping";
import { readAnswerResult } from "./values/answer-result";

const OPTIONS = { kind: "authority", today: day("2025-12-15") } as const;
const read = (text: string) => readAll(text, OPTIONS);

describe("a result is read from", () => {
  test.each([
    ["зарегистрирован", "registered"],
    ["Зарегистрирована", "registered"],
    ["одобрено", "registered"],
    ["катталды", "registered"],
    ["тіркелді", "registered"],
    ["Registered", "registered"],
    ["отказано", "refused"],
    ["Отказ", "refused"],
    ["не зарегистрирован", "refused"],
    ["баш тартылды", "refused"],
    ["rejected", "refused"],
    ["возвращено", "returned"],
    ["возвращено на доработку", "returned"],
    ["на доработку", "returned"],
    ["кайтарылды", "returned"],
    ["returned", "returned"],
  ] as const)("%s", (text, result) => {
    expect(readAnswerResult(text)).toBe(result);
  });
  test.each(["на рассмотрении", "подано", "аннулировано", "", "да, нет", "регистр"])(
    "but not from «%s»: it is no answer, or unclear",
    (text) => {
      expect(readAnswerResult(text)).toBeNull();
    },
  );
});

describe("an answer of the authority", () => {
  test("as it comes back: title, ordinal numbers, names, results, reasons, the number of our list", async () => {
    const { rows, mapping } = await read(
      `Ответ на список № 3 от 15.11.2025;;;;;;;;
№;ФИО;№ паспорта;Результат;Причина отказа;Регистрационный номер;Дата начала;Дата окончания;Орган
1;Омурбекова Айзада;N11111111;зарегистрирована;;0012/25;01.12.2025;30.06.2026;ЦОН № 1
2;Иванов Пётр;4512 345678;отказано;Нет согласия собственника;;;;ЦОН № 1
3;Асанов Нурлан;N33333333;возвращено;;;;;
`,
    );
    expect(mapping).toEqual([
      null,
      "full_name",
      "document_no",
      "result",
      "reason",
      "registration_no",
      "valid_from",
      "valid_to",
      "authority",
    ]);
    expect(rows.map(({ parsed }) => (parsed.ok ? parsed.fact : parsed.issues))).toMatchObject([
      {
        documentNo: "N11111111",
        result: "registered",
        registrationNo: "0012/25",
        validFrom: day("2025-12-01"),
        validTo: day("2026-06-30"),
        authority: "ЦОН № 1",
        listNo: null,
      },
      { result: "refused", reason: "Нет согласия собственника", validFrom: null, validTo: null },
      { result: "returned", reason: "" },
    ]);
    const told = rows.map(({ parsed }) => parsed.ok && parsed.notices.map(({ code }) => code));
    expect(told).toEqual([[], [], ["reasonMissing"]]);
  });

  test("has both days of a registration: without an end it would protect for ever", async () => {
    const { rows } = await read(
      `document_no;result;valid_from;valid_to;list_no
N1;registered;2025-12-01;;3
N2;registered;;2026-06-30;№ 3
N3;registered;2026-06-30;2025-12-01;Список № 3 от 15.11.2025
N4;refused;2026-06-30;2025-12-01;
N5;неизвестно;;;
;refused;;;третий
`,
    );
    expect(issuesOf(rows)).toEqual({
      2: ["valid_to: missingValue"],
      3: ["valid_from: missingValue"],
      4: ["valid_to: endBeforeStart"],
      6: ["result: unknownResult"],
      7: ["document_no: missingValue", "list_no: unreadableListNo"],
    });
    expect(rows[3]?.parsed).toMatchObject({ fact: { validFrom: null, validTo: null } });
  });

  test("of those registered alone is read with one value for all rows", async () => {
    const { rows } = await readAll("№ паспорта;Каттоо номери\nN1;7\n", {
      ...OPTIONS,
      answers: {
        constants: {
          result: "registered",
          valid_from: "01.12.2025",
          valid_to: "30.06.2026",
          list_no: "12",
        },
        dateOrder: null,
        serials: false,
        zeros: null,
      },
    });
    expect(rows[0]?.parsed).toMatchObject({
      fact: { result: "registered", registrationNo: "7", validTo: day("2026-06-30"), listNo: 12 },
    });
  });

  test.each([
    ["ky", "Паспорттун номери;Жыйынтыгы;Себеби;Каттоо номери;Башталышы;Бүтүшү;Каттаган орган"],
    ["kk", "Паспорт нөмірі;Нәтижесі;Себебі;Тіркеу нөмірі;Басталуы;Аяқталуы;Тіркеу органы"],
    ["en", "Passport No.;Result;Reason;Registration No.;Valid from;Valid until;Authority"],
    [
      "ru, misspelt",
      "№ паспрта;Резултат;Прчина отказа;Номер регистраци;Дата начла;Дата окончния;Орган регистраци",
    ],
  ])("is recognised by its headings in %s", async (_language, header) => {
    const { mapping } = await read(`${header}\nN1234567;refused;x;;;;\n`);
    expect(mapping).toEqual([
      "document_no",
      "result",
      "reason",
      "registration_no",
      "valid_from",
      "valid_to",
      "authority",
    ]);
  });
});

test.each([
  ["authority", "ФИО;№ паспорта;Результат;Причина;Номер регистрации;Дата начала;Дата окончания"],
  ["authority", "document_no;result;reason;registration_no;valid_from;valid_to;authority;list_no"],
  ["grounds", "№ студента;Вид;Номер;Действует с;Действует до;Статус"],
  ["roster", "№ студента;Фамилия;Имя;Гражданство;№ паспорта;Статус"],
] as const)("a file is taken for %s by the headings %s", (kind, header) => {
  expect(guessKind(header.split(";"))).toBe(kind);
});
