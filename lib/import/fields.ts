export const IMPORT_KINDS = ["roster", "crossings", "grounds", "residents", "authority"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

const ROSTER_FIELDS = [
  "student_no",
  "last_name",
  "first_name",
  "middle_name",
  "last_name_cyrillic",
  "first_name_cyrillic",
  "middle_name_cyrillic",
  "birth_date",
  "sex",
  "citizenship",
  "document_type",
  "document_no",
  "document_expires",
  "iin",
  "faculty",
  "programme",
  "year",
  "study_form",
  "status",
  "housing",
  "phone",
  "email",
] as const;

const CROSSING_FIELDS = ["student_no", "document_no", "direction", "at", "checkpoint"] as const;

const GROUND_FIELDS = [
  "student_no",
  "kind",
  "number",
  "valid_from",
  "valid_to",
  "address",
  "status",
  "visa_type",
] as const;

/** Whoever a row is about, as lists of others than the university say it. */
const PERSON_FIELDS = [
  "student_no",
  "last_name",
  "first_name",
  "middle_name",
  "last_name_cyrillic",
  "first_name_cyrillic",
  "middle_name_cyrillic",
  "birth_date",
  "document_no",
  "iin",
] as const;

const RESIDENT_FIELDS = [
  ...PERSON_FIELDS,
  "dormitory",
  "room",
  "lives_from",
  "lives_to",
  "moved_out",
] as const;

const AUTHORITY_FIELDS = [
  ...PERSON_FIELDS,
  "result",
  "reason",
  "registration_no",
  "valid_from",
  "valid_to",
  "authority",
  "list_no",
] as const;

/** By what a crossing or a ground may say whose it is where it has no number, or beside it. */
export const WHO_FIELDS = [
  "iin",
  "last_name",
  "first_name",
  "middle_name",
  "last_name_cyrillic",
  "first_name_cyrillic",
  "middle_name_cyrillic",
  "birth_date",
] as const satisfies readonly PersonField[];

export type PersonField = (typeof PERSON_FIELDS)[number];
export type ResidentField = (typeof RESIDENT_FIELDS)[number];
export type AuthorityField = (typeof AUTHORITY_FIELDS)[number];
export type RosterField = (typeof ROSTER_FIELDS)[number];
export type CrossingField = (typeof CROSSING_FIELDS)[number];
export type GroundField = (typeof GROUND_FIELDS)[number];
export type Field = RosterField | CrossingField | GroundField | ResidentField | AuthorityField;

/** The canonical columns of each kind of file, in their order. */
export const FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  roster: ROSTER_FIELDS,
  crossings: CROSSING_FIELDS,
  grounds: GROUND_FIELDS,
  residents: RESIDENT_FIELDS,
  authority: AUTHORITY_FIELDS,
};

/** Alternatives, one of which a file needs; an alternative is one column or several together. */
export type Requirement = readonly (readonly Field[])[];

const STUDENT_NO: Requirement = [["student_no"]];
const NAME: Requirement = [
  ["last_name", "first_name"],
  ["last_name_cyrillic", "first_name_cyrillic"],
];
/** Anything that may tell who is meant. */
const WHO: Requirement = [["student_no"], ["document_no"], ["iin"], ...NAME];
/** A name alone is many people's: with the birth date it makes candidates. */
const NAME_AND_BIRTH: Requirement = NAME.map((names) => [...names, "birth_date"]);
const CITIZENSHIP: Requirement = [["citizenship"]];

/**
 * What the header must have, per kind: every requirement by one of its alternatives.
 * A register of students needs names; the engine needs only who and of which citizenship.
 */
export function requirementsOf(kind: ImportKind, namesNeeded: boolean): readonly Requirement[] {
  switch (kind) {
    case "roster":
      return namesNeeded ? [STUDENT_NO, NAME, CITIZENSHIP] : [STUDENT_NO, CITIZENSHIP];
    case "crossings":
      return [
        [["student_no"], ["document_no"], ["iin"], ...NAME_AND_BIRTH],
        [["direction"]],
        [["at"]],
      ];
    case "grounds":
      return [
        [["student_no"], ["document_no"], ["iin"], ...NAME_AND_BIRTH],
        [["kind"]],
        [["valid_from"]],
        [["status"]],
      ];
    case "residents":
      return [WHO, [["dormitory"]]];
    case "authority":
      return [WHO, [["result"]]];
  }
}
