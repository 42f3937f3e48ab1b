import { expect, test } from "vitest";
import { formerNameIn, SIDE_FIELDS, valuesOfRow } from "./side-values";

const NOTHING = {
  studentNo: "",
  lastName: "",
  firstName: "",
  middleName: "",
  lastNameCyrillic: "",
  firstNameCyrillic: "",
  middleNameCyrillic: "",
  birthDate: "",
  citizenship: "",
  iin: "",
  documentNo: "",
  faculty: "",
};

test("a row of a list that says nothing but a name has nothing but the name", () => {
  const said = { ...NOTHING, lastNameCyrillic: "Аманова", firstNameCyrillic: "Дана" };
  const values = valuesOfRow(said, "ru");
  expect(SIDE_FIELDS.filter((field) => values[field] !== "")).toEqual(["cyrillic"]);
});

test("a row of a roster says the citizenship in words and the birth date as tables have it", () => {
  const values = valuesOfRow({ ...NOTHING, citizenship: "KZ", birthDate: "2005-02-28" }, "ru");
  expect(values).toMatchObject({ citizenship: "Казахстан", birthDate: "28.02.2005" });
});

test("a former name stands in the script that a reader looks for, where it has it", () => {
  const latin = { lastName: "DUB", firstName: "ANN", lastNameCyrillic: "", firstNameCyrillic: "" };
  const both = { ...latin, lastNameCyrillic: "Дуб", firstNameCyrillic: "Анн" };
  expect([latin, both].map((name) => formerNameIn(name, "ru"))).toEqual(["DUB ANN", "Дуб Анн"]);
  expect(formerNameIn(both, "en")).toBe("DUB ANN");
});
