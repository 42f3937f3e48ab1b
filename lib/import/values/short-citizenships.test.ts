import russian from "i18n-iso-countries/langs/ru.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { nearCountries, readCitizenship } from "./country";
import { wordKey } from "./word";

/** Countries, by code, of which a name in Russian begins so. */
const beginningWith = (text: string) =>
  Object.entries(russian.countries).flatMap(([alpha2, names]) =>
    [names].flat().some((name) => wordKey(name).startsWith(wordKey(text))) ? [alpha2] : [],
  );

test("countries that an abbreviation may mean are proposed, too many are not", () => {
  expect(nearCountries("Инд.")).toEqual(["ID", "IN"]);
  expect(nearCountries("Тур.")).toEqual(expect.arrayContaining(["TM", "TR"]));
  expect(nearCountries("М.")).toEqual([]);
  expect(nearCountries("Ма")).toEqual([]);
});

describe("an abbreviated citizenship", () => {
  test.each([
    ["Азерб.", "AZ"],
    ["Азер.", "AZ"],
    ["Узб.", "UZ"],
    ["Тадж.", "TJ"],
    ["Туркм.", "TM"],
    ["Казах.", "KZ"],
    ["каз", "KZ"],
    ["Кырг.", "KG"],
    ["Кирг.", "KG"],
    ["Пак.", "PK"],
    ["Росс.", "RU"],
    ["Рос.", "RU"],
    ["Банг.", "BD"],
    ["Афг.", "AF"],
    ["Монг.", "MN"],
    ["Арм.", "AM"],
    ["Груз.", "GE"],
    ["Укр.", "UA"],
  ])("«%s» is %s, and no other country's name begins so", (text, alpha2) => {
    expect(readCitizenship(text)).toBe(alpha2);
    expect([[], [alpha2]]).toContainEqual(beginningWith(text));
  });

  test.each(["Инд.", "Тур.", "Бел.", "Кит.", "Ир.", "Мал."])(
    "«%s» may be several countries' and is not guessed",
    (text) => {
      expect(readCitizenship(text)).toBeNull();
      expect(beginningWith(text).length).toBeGreaterThan(0);
    },
  );

  test.each([
    ["гр. РК", "KZ"],
    ["Гражданин Узбекистан", "UZ"],
    ["Респ. Казахстан", "KZ"],
    ["Р-ка Беларусь", "BY"],
    ["Рос. Федерация", "RU"],
    ["Узб-н", "UZ"],
    ["гр.", null],
    ["Респ.", null],
    ["гр. Инд.", null],
    ["Кор.", null],
  ])("«%s» is %s", (text, alpha2) => {
    expect(readCitizenship(text)).toBe(alpha2);
  });
});
