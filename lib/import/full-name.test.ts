import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitFullName } from "./full-name";

describe("a full name in one cell", () => {
  test.each([
    ["Ахметова Айгуль Сериковна", ["Ахметова", "Айгуль", "Сериковна"]],
    ["Ахметова  Айгуль", ["Ахметова", "Айгуль", ""]],
    ["Асан уулу Бакыт", ["Асан уулу", "Бакыт", ""]],
    ["Асанов Бакыт Асан уулу", ["Асанов", "Бакыт", "Асан уулу"]],
    ["Ниязова Айжан Серик қызы", ["Ниязова", "Айжан", "Серик қызы"]],
    ["Мамедов Али Вагиф оглы", ["Мамедов", "Али", "Вагиф оглы"]],
    ["Ахметова, Айгуль", ["Ахметова", "Айгуль", ""]],
    ["Мамедов, Али, Гасан оглы", ["Мамедов", "Али", "Гасан оглы"]],
    ["Ли, Ван Хон Мин,", ["Ли", "Ван Хон Мин", ""]],
    ["Ван дер Берг, Ян", ["Ван дер Берг", "Ян", ""]],
    ["ван дер Берг Ян", ["ван дер Берг", "Ян", ""]],
    ["Аль Рашид Мохаммед бин Али", ["Аль Рашид", "Мохаммед", "бин Али"]],
    ["Ван Хон", ["Ван", "Хон", ""]],
    ["Ли Бин", ["Ли", "Бин", ""]],
  ])("%s", (text, [last, first, middle]) => {
    expect(splitFullName(text, "surnameFirst")?.cyrillic).toEqual({ last, first, middle });
  });

  test("in both scripts is told apart by them", () => {
    expect(splitFullName("Өмүрбекова Айзада / OMURBEKOVA AIZADA", "surnameFirst")).toEqual({
      latin: { last: "OMURBEKOVA", first: "AIZADA", middle: "" },
      cyrillic: { last: "Өмүрбекова", first: "Айзада", middle: "" },
    });
  });

  test("with one look-alike letter of the other script in a word goes by the other words", () => {
    const cyrillicA = "\u0410";
    expect(splitFullName(`${cyrillicA}HMED Ali`, "surnameFirst")?.latin).toEqual({
      last: `${cyrillicA}HMED`,
      first: "Ali",
      middle: "",
    });
    expect(splitFullName(`${cyrillicA}HMED ${cyrillicA}li`, "surnameFirst")).toBeNull();
    expect(splitFullName("Ахметова AIGUL", "surnameFirst")).toBeNull();
  });

  test("with the given name first is read in that order", () => {
    expect(splitFullName("Aigul Akhmetova", "givenFirst")?.latin).toEqual({
      last: "Akhmetova",
      first: "Aigul",
      middle: "",
    });
  });

  test.each([
    ["Mohammed bin Ali Al Saud", ["Al Saud", "Mohammed", "bin Ali"]],
    ["MOHAMMED AL RASHID", ["AL RASHID", "MOHAMMED", ""]],
    ["Juan de la Cruz", ["de la Cruz", "Juan", ""]],
    ["Nguyen Van Anh", ["Anh", "Nguyen", "Van"]],
    ["Anna Van Der Berg", ["Van Der Berg", "Anna", ""]],
  ])("%s, the given name first", (text, [last, first, middle]) => {
    expect(splitFullName(text, "givenFirst")?.latin).toEqual({ last, first, middle });
  });

  test.each([
    "Mohammed bin Ali",
    "MOHAMMED BIN ALI",
    "Mohammed Al Rashid",
    "Ali ibn",
    "оглы Мамедов Али",
    "уулу Асан",
    "Мамедов, оглы",
    "Мамедов, Али, оглы",
    "bin, Ali",
    "де Крус",
    "Мамедов Али, Гасан, оглы, Вагиф",
  ])("a particle is no name of its own: «%s» is not guessed at", (text) => {
    expect(splitFullName(text, "surnameFirst")).toBeNull();
  });

  test.each(["Ахметова", "Ли Ван Хон Мин", "", "Ахметова Айгуль / Иванова Анна", "Ахметова 12"])(
    "«%s» is not guessed at",
    (text) => {
      expect(splitFullName(text, "surnameFirst")).toBeNull();
    },
  );
});

test("no word of a name is lost or doubled", () => {
  const word = fc.string({ unit: fc.constantFrom(..."абвгдеөүң"), minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const split = splitFullName(words.join(" "), "surnameFirst");
      if (split === null) return;
      const { last, first, middle } = split.cyrillic;
      expect([last, first, middle].filter((part) => part !== "").join(" ")).toBe(words.join(" "));
    }),
  );
});
