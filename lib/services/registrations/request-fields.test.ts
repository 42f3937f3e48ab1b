import { expect, test } from "vitest";
import { day } from "@/lib/civil-date/day";
import { FIELD_NAMES, freezeFields, type RequestFields, thawFields } from "./request-fields";

const fields = {
  ...thawFields({}),
  nameCyrillic: "Өмірбек Нұрай",
  birthDate: day("2005-02-28"),
  route: "address",
} satisfies RequestFields;

test("what was frozen thaws to what it was", () => {
  expect(thawFields(freezeFields(fields))).toEqual(fields);
  expect(freezeFields(fields)).toMatchObject({ birthDate: "2005-02-28", visaTo: null });
});

test("a frozen day that no calendar has is a fault, not an empty cell", () => {
  expect(() => thawFields({ ...freezeFields(fields), birthDate: "2005-02-30" })).toThrow(
    "birthDate",
  );
});

test("the fields stand in the order of the request list", () => {
  expect(FIELD_NAMES.slice(0, 4)).toEqual([
    "nameCyrillic",
    "lastNameLatin",
    "givenNamesLatin",
    "birthDate",
  ]);
  expect(FIELD_NAMES.slice(-3)).toEqual(["phone", "representative", "powerOfAttorney"]);
});
