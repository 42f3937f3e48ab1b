import fc from "fast-check";
import { expect, test } from "vitest";
import { type FullNames, type PersonNames, personKeys, sameFullName } from "./person-keys";

const person = (lastName: string, firstName: string, birthDate = "2005-02-28"): PersonNames => {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(lastName + firstName);
  return isCyrillic
    ? {
        lastName: "",
        firstName: "",
        lastNameCyrillic: lastName,
        firstNameCyrillic: firstName,
        birthDate,
      }
    : { lastName, firstName, lastNameCyrillic: "", firstNameCyrillic: "", birthDate };
};

function alike(one: PersonNames, other: PersonNames): boolean {
  const keys = new Set(personKeys(one));
  return personKeys(other).some((key) => keys.has(key));
}

test.each([
  ["Өмүрбекова", "Айзада", "OMURBEKOVA", "AIZADA"],
  ["Омурбекова", "Айзада", "Өмүрбекова", "Айзада"],
  ["OMURBEKOVA", "AIZADA", "Aizada", "Omurbekova"],
  ["Сәрсенбай", "Әсел", "SARSENBAY", "ASEL"],
  ["Қуанышұлы", "Ғани", "KUANYSHULY", "GANI"],
  ["Ибраімов", "Нурланбек", "IBRAIMOV", "Nurlan-Bek"],
  ["Соловьёва", "Алёна", "Соловьева", "Алена"],
  ["Асанова-Бекова", "Жаңыл", "ASANOVA", "ZHANYL"],
  ["Асанов", "Нурлан Бекович", "ASANOV", "NURLAN"],
  ["Асан уулу", "Нурлан", "ASAN UULU", "NURLAN"],
  ["Ержанов", "Ерлан", "YERZHANOV", "YERLAN"],
  ["Жумабаев", "Дж́амал", "JUMABAEV", "ZHAMAL"],
])("%s %s and %s %s, born on one day, may be one person", (last, first, otherLast, otherFirst) => {
  expect(alike(person(last, first), person(otherLast, otherFirst))).toBe(true);
});

test.each([
  ["OMURBEKOVA", "AIZADA", "OMURBEKOVA", "AIZAT"],
  ["Асан уулу", "Нурлан", "Бакыт уулу", "Нурлан"],
  ["Абдиева", "Айгүл", "Абдиев", "Айгүл"],
])("%s %s and %s %s are not offered as one", (last, first, otherLast, otherFirst) => {
  expect(alike(person(last, first), person(otherLast, otherFirst))).toBe(false);
});

test("another birth date, or none, makes nobody alike", () => {
  const one = person("OMURBEKOVA", "AIZADA");
  expect(alike(one, { ...one, birthDate: "2005-02-27" })).toBe(false);
  expect(personKeys({ ...one, birthDate: "" })).toEqual([]);
  expect(personKeys({ ...one, firstName: "" })).toEqual([]);
});

test("one name alone makes alike where it is said to be the only one, in either script", () => {
  const one = person("SINGH", "-");
  expect(personKeys(one)).toEqual(["2005-02-28 sing"]);
  expect(alike(one, { ...person("Сингх", ""), firstName: "-" })).toBe(true);
  expect(alike(one, person("-", "Singh"))).toBe(true);
  expect(alike(one, person("SINGH", "PREET"))).toBe(false);
  expect(personKeys(person("-", "-"))).toEqual([]);
});

const full = (last: string, first: string, middle = ""): FullNames => {
  const { birthDate: _, ...names } = person(last, first);
  const isCyrillic = names.lastName === "";
  return {
    ...names,
    middleName: isCyrillic ? "" : middle,
    middleNameCyrillic: isCyrillic ? middle : "",
  };
};

test.each([
  [full("Өмүрбекова", "Айзада"), full("Aizada", "OMURBEKOVA"), true],
  [full("ASANOV", "NURLAN BEK"), full("Асанов", "Нурланбек"), true],
  [full("ASANOV", "NURLAN"), full("ASANOV", "NURLAN BEK"), false],
  [full("Асанов", "Нурлан", "Улан уулу"), full("Асанов", "Нурлан", "Улан"), true],
  [full("Асанов", "Нурлан", "Уланович"), full("ASANOV", "NURLAN", "BEKOVICH"), false],
  [full("Асанов", "Нурлан", "Уланович"), full("ASANOV", "NURLAN"), true],
  [full("Асанов", ""), full("Асанов", ""), false],
])(
  "a whole name is the same in any script and order, but not in part: %j %j",
  (one, other, same) => {
    expect([sameFullName(one, other), sameFullName(other, one)]).toEqual([same, same]);
  },
);

const letters = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя".split("");
const word = fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 10 });
const name = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words) => words.map((one) => one.join("")).join("-"));

test("likeness is mutual, and does not ask for case, hyphens or the order of surname and given name", () => {
  fc.assert(
    fc.property(name, name, name, name, (last, first, otherLast, otherFirst) => {
      const one = person(last, first);
      const other = person(otherLast, otherFirst);
      expect(alike(one, other)).toBe(alike(other, one));
      if (personKeys(one).length === 0) return;
      expect(alike(one, person(first, last))).toBe(true);
      expect(alike(one, person(last.toUpperCase(), first.replaceAll("-", " ")))).toBe(true);
    }),
  );
});

test("names of any signs have few keys, and never one without the birth date", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (last, first) => {
      const keys = personKeys(person(last, first));
      expect(keys.length).toBeLessThanOrEqual(17);
      for (const key of keys) expect(key.startsWith("2005-02-28 ")).toBe(true);
    }),
  );
});
