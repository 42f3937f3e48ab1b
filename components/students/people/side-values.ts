import { formatDay } from "@/lib/civil-date/day";
import { countryName } from "@/lib/i18n/country-name";
import type { PersonSide } from "@/lib/services/students/merge-people";
import { namesFor } from "../student-name";

/** What is compared of two people, in the order of the page. */
export const SIDE_FIELDS = [
  "cyrillic",
  "latin",
  "former",
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

/** What a record was called that went into another: in the script that a reader looks for, or the one that there is. */
export function formerNameIn(
  { lastName, firstName, lastNameCyrillic, firstNameCyrillic }: PersonSide["formerNames"][number],
  locale: string,
): string {
  const nameLatin = joined(lastName, firstName);
  return namesFor(locale, {
    nameLatin,
    nameCyrillic: joined(lastNameCyrillic, firstNameCyrillic),
  })[0];
}

/** A student's values, whole: who compares two people needs all of each number. */
export function valuesOfSide(
  {
    student,
    documents,
    formerNumbers,
    formerNames,
  }: Pick<PersonSide, "student" | "documents" | "formerNumbers" | "formerNames">,
  locale: string,
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
    former: [...new Set(formerNames.map((name) => formerNameIn(name, locale)))].join(", "),
    iin: student.iin,
    documents: documents.map(({ number }) => number).join(", "),
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
    former: "",
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
