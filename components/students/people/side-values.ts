import { formatDay } from "@/lib/civil-date/day";
import { countryName } from "@/lib/i18n/country-name";
import type { PersonSide } from "@/lib/services/students/merge-people";
import { namesFor } from "../student-name";
import { maskedNumber } from "./masked-number";

/** What is compared of two people, in the order of the page. */
export const SIDE_FIELDS = [
  "cyrillic",
  "latin",
  "birthDate",
  "citizenship",
  "studentNo",
  "iin",
  "documents",
  "faculty",
] as const;
export type SideValues = Record<(typeof SIDE_FIELDS)[number], string>;

const joined = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");

/** Day of a table: 28.02.2005. */
function written(iso: string): string {
  return iso.split("-").toReversed().join(".");
}

/** A student's values; numbers are masked but those that are sought. */
export function valuesOfSide(
  {
    student,
    documents,
    formerNumbers,
  }: Pick<PersonSide, "student" | "documents" | "formerNumbers">,
  locale: string,
  sought: { iin: string; documentNo: string } = { iin: "", documentNo: "" },
): SideValues {
  return {
    cyrillic: joined(
      student.lastNameCyrillic,
      student.firstNameCyrillic,
      student.middleNameCyrillic,
    ),
    latin: joined(student.lastName, student.firstName, student.middleName),
    birthDate: student.birthDate === null ? "" : written(formatDay(student.birthDate)),
    citizenship: countryName(student.citizenship, locale),
    studentNo: [student.studentNo, ...formerNumbers].join(", "),
    iin: maskedNumber(student.iin, sought.iin),
    documents: documents.map(({ number }) => maskedNumber(number, sought.documentNo)).join(", "),
    faculty: student.faculty,
  };
}

/** What a row of a file says, in the same form. */
export function valuesOfRow(
  said: {
    [K in
      | "studentNo"
      | "lastName"
      | "firstName"
      | "middleName"
      | "lastNameCyrillic"
      | "firstNameCyrillic"
      | "middleNameCyrillic"
      | "birthDate"
      | "citizenship"
      | "iin"
      | "documentNo"
      | "faculty"]: string;
  },
  locale: string,
): SideValues {
  return {
    cyrillic: joined(said.lastNameCyrillic, said.firstNameCyrillic, said.middleNameCyrillic),
    latin: joined(said.lastName, said.firstName, said.middleName),
    birthDate: written(said.birthDate),
    // Only a roster says it.
    citizenship: said.citizenship === "" ? "" : countryName(said.citizenship, locale),
    studentNo: said.studentNo,
    iin: said.iin,
    documents: said.documentNo,
    faculty: said.faculty,
  };
}

/** A student's name in the script that a reader of the language looks for, and in the other one. */
export function nameOfSide({ student }: PersonSide, locale: string): [string, string] {
  return namesFor(locale, {
    nameLatin: joined(student.lastName, student.firstName),
    nameCyrillic: joined(student.lastNameCyrillic, student.firstNameCyrillic),
  });
}
