import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameKey, transliterate } from "./transliterate";

describe("transliterate", () => {
  test.each([
    ["Өмүрбекова", "OMURBEKOVA"],
    ["Щукин", "SHCHUKIN"],
    ["Хайруллаев", "KHAIRULLAEV"],
    ["Цой", "TSOI"],
    ["Юлия", "IULIIA"],
    ["Яна", "IANA"],
    ["Подъячев", "PODIEIACHEV"],
    ["Шәріпов", "SHARIPOV"],
  ])("writes %s as %s, as a machine-readable zone does", (cyrillic, latin) => {
    expect(transliterate(cyrillic)).toBe(latin);
  });

  test("leaves no letter of Russian, Kyrgyz or Kazakh in Cyrillic", () => {
    const letters = fc.constantFrom(..."абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі");
    fc.assert(
      fc.property(fc.string({ unit: letters }), (name) => {
        expect(transliterate(name)).toMatch(/^[A-Z]*$/);
      }),
    );
  });
});

describe("nameKey", () => {
  test.each([
    ["Өмүрбекова", "Омурбекова", "OMURBEKOVA", "Omurbekova"],
    ["Юлия", "IULIIA", "YULIYA", "Yulia"],
    ["Жумабай", "ZHUMABAY", "Jumabai", "ZHUMABAI"],
    ["Қасымов", "Касымов", "QASYMOV", "Kasymov"],
    ["Хасанов", "KHASANOV", "Hasanov", "Һасанов"],
    ["Ғалым", "GALYM", "Ghalym", "Галым"],
    ["Ахметова-Ли", "АХМЕТОВА ЛИ", "Akhmetova-Li", "akhmetova li"],
  ])("brings %s, %s, %s and %s together", (...spellings) => {
    expect(new Set(spellings.map(nameKey)).size).toBe(1);
  });

  test("keeps different people apart", () => {
    const names = ["Омурбеков", "Омурбекова", "Омурзаков", "Умарбеков", "Ахметов", "Ахмедов"];
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
  });
});
