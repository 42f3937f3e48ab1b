import "server-only";
import type { Facts } from "@/lib/import/facts";
import type { ImportKind } from "./import-words";

/** A column of the staging table: its name and PostgreSQL type. */
type Column = readonly [name: string, type: "text" | "date" | "smallint" | "integer"];

/** A fact as it is staged: with the document number as it is compared, where it has one. */
export type StagedFact<K extends ImportKind> = Facts[K] &
  (Facts[K] extends { documentNo: string } ? { documentFolded: string } : unknown);

/** Whom a row of a list is about. */
const PERSON = {
  studentNo: ["student_no", "text"],
  lastName: ["last_name", "text"],
  firstName: ["first_name", "text"],
  middleName: ["middle_name", "text"],
  lastNameCyrillic: ["last_name_cyrillic", "text"],
  firstNameCyrillic: ["first_name_cyrillic", "text"],
  middleNameCyrillic: ["middle_name_cyrillic", "text"],
  birthDate: ["birth_date", "date"],
  documentNo: ["document_no", "text"],
  documentFolded: ["document_folded", "text"],
  iin: ["iin", "text"],
} as const satisfies Readonly<Record<string, Column>>;

/** The fields of each kind of fact and where each is staged. "" and null: the file does not say. */
export const STAGED_FIELDS: {
  readonly [K in ImportKind]: Readonly<Record<Exclude<keyof StagedFact<K>, "who">, Column>>;
} = {
  roster: {
    studentNo: ["student_no", "text"],
    lastName: ["last_name", "text"],
    firstName: ["first_name", "text"],
    middleName: ["middle_name", "text"],
    lastNameCyrillic: ["last_name_cyrillic", "text"],
    firstNameCyrillic: ["first_name_cyrillic", "text"],
    middleNameCyrillic: ["middle_name_cyrillic", "text"],
    birthDate: ["birth_date", "date"],
    sex: ["sex", "text"],
    citizenship: ["citizenship", "text"],
    documentType: ["document_type", "text"],
    documentNo: ["document_no", "text"],
    documentFolded: ["document_folded", "text"],
    documentExpires: ["document_expires", "date"],
    iin: ["iin", "text"],
    faculty: ["faculty", "text"],
    programme: ["programme", "text"],
    year: ["year", "text"],
    studyForm: ["study_form", "text"],
    status: ["status", "text"],
    housing: ["housing", "text"],
    phone: ["phone", "text"],
    email: ["email", "text"],
  },
  crossings: {
    studentNo: ["student_no", "text"],
    documentNo: ["document_no", "text"],
    documentFolded: ["document_folded", "text"],
    direction: ["direction", "text"],
    day: ["day", "date"],
    minute: ["minute", "smallint"],
    checkpoint: ["checkpoint", "text"],
  },
  grounds: {
    studentNo: ["student_no", "text"],
    kind: ["kind", "text"],
    number: ["number", "text"],
    validFrom: ["valid_from", "date"],
    validTo: ["valid_to", "date"],
    address: ["address", "text"],
    status: ["status", "text"],
    visaType: ["visa_type", "text"],
  },
  residents: {
    ...PERSON,
    dormitoryId: ["dormitory_id", "integer"],
    room: ["room", "text"],
    livesFrom: ["lives_from", "date"],
    livesTo: ["lives_to", "date"],
    ended: ["ended", "text"],
  },
  authority: {
    ...PERSON,
    result: ["result", "text"],
    reason: ["reason", "text"],
    registrationNo: ["number", "text"],
    validFrom: ["valid_from", "date"],
    validTo: ["valid_to", "date"],
    authority: ["authority", "text"],
    listNo: ["list_no", "integer"],
  },
};

/**
 * Field, column and type of each staged field of a kind, in the order of the columns. `withWho`: of a log or a list of
 * grounds also all that is said of the person, as JSON; only where the file has columns for that (saysWho).
 */
export function stagedFields(
  kind: ImportKind,
  withWho = false,
): [field: string, name: string, type: string][] {
  const fields = Object.entries<Column>(STAGED_FIELDS[kind]);
  const all = withWho ? [...fields, ["who", ["who", "text"]] as const] : fields;
  return all.map(([field, [name, type]]) => [field, name, type]);
}
