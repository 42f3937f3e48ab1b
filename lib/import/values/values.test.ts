import fc from "fast-check";
import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { addDays, day, formatDay } from "@/lib/civil-date/day";
import { DIRECTIONS, GROUND_KINDS, GROUND_STATUSES } from "../facts";
import { readCheckpoint } from "./checkpoint";
import { readCitizenship } from "./country";
import { readDirection } from "./direction";
import { readGroundKind, readGroundStatus } from "./ground-words";
import { readMoment } from "./moment";
import { readSex } from "./sex";

describe("a date", () => {
  const days = fc.integer({ min: -25_000, max: 47_000 }).map((n) => addDays(day("1970-01-01"), n));
  const forms = fc.constantFrom(
    (y: string, m: string, d: string) => `${y}-${m}-${d}`,
    (y: string, m: string, d: string) => `${y}/${m}/${d}`,
    (y: string, m: string, d: string) => `${d}.${m}.${y}`,
    (y: string, m: string, d: string) => `${Number(d)}.${Number(m)}.${y} г.`,
    (y: string, m: string, d: string) => ` ${d}-${m}-${y} `,
    (y: string, m: string, d: string) => `${d}/${m}/${y}`,
  );
  const minutes = fc.option(fc.integer({ min: 0, max: 1439 }));

  test("is read in every form that offices write, with and without a time", () => {
    fc.assert(
      fc.property(
        days,
        forms,
        minutes,
        fc.constantFrom("T", " ", ", "),
        (at, form, minute, gap) => {
          const [y = "", m = "", d = ""] = formatDay(at).split("-");
          const pad = (n: number) => String(n).padStart(2, "0");
          const time =
            minute === null ? "" : `${gap}${pad(Math.floor(minute / 60))}:${pad(minute % 60)}:59`;
          const written = form(y, m, d);
          if (time !== "" && written.endsWith("г.")) return;
          expect(readMoment(written.trimEnd() + time, "dayFirst")).toEqual({
            ok: true,
            day: at,
            minute,
          });
        },
      ),
    );
  });

  test.each([
    ["31.02.2026", "impossibleDate"],
    ["29.02.2025", "impossibleDate"],
    ["2026-13-01", "impossibleDate"],
    ["00.01.2026", "impossibleDate"],
    ["01.02.26", "shortYear"],
    ["1 сентября", "unreadableDate"],
    ["вчера", "unreadableDate"],
    ["2026-02", "unreadableDate"],
    ["01.02-2026", "unreadableDate"],
    ["03/04/2026", "ambiguousDate"],
    ["45976", "serialDate"],
    ["45976,5", "serialDate"],
    ["2026-02-01T24:01", "impossibleTime"],
    ["2026-02-01 13:00 PM", "impossibleTime"],
    ["2026-02-01 25.30", "impossibleTime"],
    ["45976 12:30", "serialDate"],
    ["2026-02-01 10:60", "impossibleTime"],
    ["2026-02-01 10", "impossibleTime"],
    ["2026-02-01T10:00Z", "timeZone"],
    ["2026-02-01T10:00:00.000+06:00", "timeZone"],
    ["01.02.2026 10:00 UTC", "timeZone"],
  ])("%s is refused: %s", (text, code) => {
    expect(readMoment(text, "unknown")).toEqual({ ok: false, code });
  });

  test.each([
    ["13.09.2025 12.30", "2025-09-13", 750],
    ["13.09.2025 12.30.15", "2025-09-13", 750],
    ["13.09.2025 3:30 PM", "2025-09-13", 930],
    ["2025-09-13 12:05am", "2025-09-13", 5],
    ["13.09.2025 3 p.m.", "2025-09-13", 900],
    ["13.09.2025 15 ч 30 мин", "2025-09-13", 930],
    ["14 сентября 2025 г. 12.30", "2025-09-14", 750],
    ["31.12.2025 24:00", "2026-01-01", 0],
    ["2026-02-01T24:00:00", "2026-02-02", 0],
    ["5,9,2025", "2025-09-05", null],
    ["10 09 2025", "2025-09-10", null],
    ["10 09 2025 10:00", "2025-09-10", 600],
  ] as const)("%s is read", (text, iso, minute) => {
    expect(readMoment(text, "unknown")).toEqual({ ok: true, day: day(iso), minute });
  });

  test("is never guessed out of other text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const read = readMoment(text, "dayFirst");
        if (read.ok) expect(text).toMatch(/\d{4}/);
      }),
    );
  });
});

describe("a citizenship", () => {
  test("is read from every code of two and three letters, in either case", () => {
    for (const [alpha2 = "", alpha3 = ""] of codes) {
      expect([alpha2, readCitizenship(alpha2), readCitizenship(alpha3.toLowerCase())]).toEqual([
        alpha2,
        alpha2,
        alpha2,
      ]);
    }
  });

  test.each([
    ["KZ", "Казахстан", "Қазақстан", "Казакстан", "Kazakhstan", "республика казахстан", "РК"],
    [
      "KG",
      "Киргизия",
      "Кыргызстан",
      "Кыргызская Республика",
      "Kyrgyz Republic",
      "Қырғызстан",
      "КР",
    ],
    ["RU", "Россия", "РФ", "Российская Федерация", "Russia", "Russian Federation", "Ресей"],
    ["UZ", "Узбекистан", "Өзбекстан", "Uzbekistan", "Өзбекстан Республикасы", "UZB", "uz"],
    ["TJ", "Таджикистан", "Тажикстан", "Tajikistan", "Тәжікстан", "TJK", "Республика Таджикистан"],
    ["TM", "Туркменистан", "Туркмения", "Түркмөнстан", "Turkmenistan", "TKM", "Түрікменстан"],
    ["IN", "Индия", "India", "Indian", "IND", "Үндістан", "in"],
    ["PK", "Пакистан", "Pakistan", "PAK", "Пәкістан", "pk", "Pakistani"],
    ["CN", "Китай", "КНР", "Кытай", "China", "Қытай", "CHN"],
    ["TR", "Турция", "Түркия", "Turkey", "Türkiye", "TUR", "tr"],
    [
      "KR",
      "Южная Корея",
      "Республика Корея",
      "Түштүк Корея",
      "South Korea",
      "KOR",
      "Republic of Korea",
    ],
  ])("%s is read from the names that offices write", (alpha2, ...names) => {
    expect(names.map((name) => [name, readCitizenship(name)])).toEqual(
      names.map((name) => [name, alpha2]),
    );
  });

  test.each(["", "Нарния", "СССР", "ZZ", "Корея", "нет"])("%j is unknown", (text) => {
    expect(readCitizenship(text)).toBeNull();
  });
});

describe("words of closed lists", () => {
  test("canonical words are read as themselves", () => {
    expect(DIRECTIONS.map(readDirection)).toEqual([...DIRECTIONS]);
    expect(GROUND_KINDS.map(readGroundKind)).toEqual([...GROUND_KINDS]);
    expect(GROUND_STATUSES.map(readGroundStatus)).toEqual([...GROUND_STATUSES]);
  });

  test.each([
    ["entry", "Въезд", "ВЪЕЗД ", "вьезд", "Прибытие", "кирүү", "КИРДИ", "in", "Arrival"],
    ["exit", "Выезд", "выезд.", "убытие", "чыгуу", "чыкты", "out", "Departure", "EXIT"],
  ])("%s is read from its words", (direction, ...words) => {
    expect(words.map(readDirection)).toEqual(words.map(() => direction));
  });

  test.each(["туда", "", "въезд/выезд", "1", "транзит"])("%j is no direction", (word) => {
    expect(readDirection(word)).toBeNull();
  });

  test.each([
    ["M", "М", "муж.", "Эркек", "male"],
    ["F", "Ж", "жен.", "аял", "Female"],
  ])("%s is read from its words", (sex, ...words) => {
    expect(words.map(readSex)).toEqual(words.map(() => sex));
    expect(readSex("?")).toBeNull();
  });
});

describe("a checkpoint", () => {
  test.each([
    ["Ак-Жол", "Ak-Jol", "Akzhol", "АК ЖОЛ", "Кордай", "Qordai", "КПП «Ак-Жол»"],
    ["Ак-Тилек", "Карасу", "ак тилек", "Ak-Tilek", "Karasu", "пункт пропуска Ак-Тилек", "АКТИЛЕК"],
    ["Чалдыбар", "Чалдовар", "Chaldovar", "CHALDYBAR", "чалдыбар", "пп Чалдовар", "Чалдовар"],
    [
      "Камышановка",
      "Томонку-Чуй",
      "Төмөнкү-Чүй",
      "Tomonku-Chui",
      "Kamyshanovka",
      "Томонку Чуй",
      "камышановка",
    ],
    ["Чон-Капка", "Чоң-Капка", "Айша-биби", "Aisha-Bibi", "айша биби", "Chon-Kapka", "ЧОН-КАПКА"],
    [
      "Манас",
      "аэропорт Манас",
      "Manas",
      "Manas International Airport",
      "FRU",
      "манас",
      "Аэропорт «Манас»",
    ],
  ])("%s has its aliases", (name, ...aliases) => {
    expect(aliases.map((alias) => [alias, readCheckpoint(alias)])).toEqual(
      aliases.map((alias) => [alias, name]),
    );
  });

  test("one that the table does not know is unknown", () => {
    expect(readCheckpoint("Достук")).toBeNull();
    expect(readCheckpoint("")).toBeNull();
  });
});
