import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanDocumentNo, foldDocumentNo } from "./document-no";
import { checkIin } from "./iin";
import { hasLostLetters, scriptOf } from "./script";
import { searchKey, searchWords } from "./search-key";

describe("foldDocumentNo", () => {
  test.each([
    ["N12345678", "N12345678", false],
    [" n 1234-5678 ", "N12345678", false],
    ["АС 1234567", "AC1234567", true],
    ["№ 012345678", "012345678", false],
    ["ӨЖ-5", "ӨЖ5", false],
    ["АЖ 5", "AЖ5", false],
  ])("folds %s to %s", (written, folded, lookAlikes) => {
    expect(foldDocumentNo(written)).toEqual({ folded, lookAlikes, numero: false });
  });

  test("takes № before eight digits for the N that shares its key, and says so", () => {
    expect(foldDocumentNo("№10000011")).toEqual({
      folded: "N10000011",
      lookAlikes: false,
      numero: true,
    });
  });

  test("leaves nothing that a second folding would change", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (written) => {
        const once = foldDocumentNo(written).folded;
        expect(foldDocumentNo(once)).toEqual({ folded: once, lookAlikes: false, numero: false });
      }),
    );
  });
});

describe("cleanDocumentNo", () => {
  test.each([
    ["N12345678", "N12345678"],
    ["n-12345678", "n-12345678"],
    ["N О1234567", "NO1234567"],
    ["№ N12345678", "N12345678"],
    ["№12345678", "N12345678"],
    ["№ 012345678", "012345678"],
    [" ас\u00a0123 45 67", "ac1234567"],
    ["АЖ 1234567", "АЖ1234567"],
    ["№", ""],
  ])("records %s as %s", (written, recorded) => {
    expect(cleanDocumentNo(written)).toBe(recorded);
  });

  test("is the same number to whoever compares it, and clean itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."АОсNn№ \u00a0Ж-12345678") }), (written) => {
        const recorded = cleanDocumentNo(written);
        expect(foldDocumentNo(recorded).folded).toBe(foldDocumentNo(written).folded);
        expect(foldDocumentNo(recorded).lookAlikes).toBe(false);
        expect(cleanDocumentNo(recorded)).toBe(recorded);
      }),
    );
  });
});

/** A second writing of the rule, for the test alone. */
function lastDigit(eleven: string): number | null {
  const sum = (first: number) =>
    [...eleven].reduce(
      (total, digit, i) => total + Number(digit) * (((first + i - 1) % 11) + 1),
      0,
    );
  const one = sum(1) % 11;
  if (one < 10) return one;
  const two = sum(3) % 11;
  return two < 10 ? two : null;
}

describe("checkIin", () => {
  test("accepts exactly one check digit of ten, or none where the number is not issued", () => {
    const eleven = fc
      .tuple(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 9999 }),
      )
      .map(([y, m, d, mark, serial]) => {
        const two = (n: number) => String(n).padStart(2, "0");
        return `${two(y)}${two(m)}${two(d)}${mark}${String(serial).padStart(4, "0")}`;
      });
    fc.assert(
      fc.property(eleven, (start) => {
        const good = Array.from({ length: 10 }, (_, digit) => digit).filter(
          (digit) => checkIin(`${start}${digit}`).ok,
        );
        const expected = lastDigit(start);
        expect(good).toEqual(expected === null ? [] : [expected]);
      }),
    );
  });

  test("reads birth date and sex out of the number", () => {
    const start = "03022850123";
    const iin = `${start}${lastDigit(start)}`;
    expect(checkIin(iin)).toEqual({ ok: true, birthDate: "2003-02-28", sex: "M" });
  });

  test.each([
    ["12345", "length"],
    ["0302285012345", "length"],
    ["030228901234", "century"],
    ["031328501234", "date"],
  ])("says what is wrong with %s: %s", (iin, problem) => {
    expect(checkIin(iin)).toEqual({ ok: false, problem });
  });
});

describe("letters of a name", () => {
  test.each([
    ["Ахметов", "cyrillic"],
    ["Akhmetov", "latin"],
    ["Axмeтов", "mixed"],
    ["-", "none"],
  ])("%s is %s", (name, script) => {
    expect(scriptOf(name)).toBe(script);
  });

  test("a question mark or a replacement character inside a name is a lost letter", () => {
    expect(hasLostLetters("?м?рбекова")).toBe(true);
    expect(hasLostLetters("А\uFFFDгуль")).toBe(true);
    expect(hasLostLetters("Өмүрбекова")).toBe(false);
  });
});

describe("searchKey", () => {
  const key = searchKey({
    names: ["OMURBEKOVA", "AIGUL", "Өмүрбекова", "Айгүл"],
    studentNo: "С-0017",
    documentNos: ["N 12345678"],
  });

  test.each([
    "Өмүр",
    "омурбекова",
    "Omurbekova Aigul",
    "айгул ОМУР",
    "N12345678",
    "1234-5678",
    "S-0017".replace("S", "C"),
    "0017",
  ])("finds the student by %s", (query) => {
    const words = searchWords(query);
    expect(words.length).toBeGreaterThan(0);
    expect(words.every((word) => key.includes(word))).toBe(true);
  });

  test.each(["Ахметова", "0018", "Omurbekova 0018"])("does not find the student by %s", (query) => {
    expect(searchWords(query).every((word) => key.includes(word))).toBe(false);
  });

  test("a blank query has no words", () => {
    expect(searchWords("  ")).toEqual([]);
  });
});
