import { type Day, formatDay, parseDay } from "@/lib/civil-date/day";

/**
 * The columns of a request list after its number, in their order (docs/rules.md, section 6), and what they
 * hold: text; a civil day; or a word of a closed list, kept as its code and said in words.
 */
export const REQUEST_FIELDS = {
  nameCyrillic: "text",
  lastNameLatin: "text",
  givenNamesLatin: "text",
  birthDate: "day",
  sex: "sex",
  citizenship: "country",
  documentType: "text",
  documentNo: "text",
  documentExpires: "day",
  iin: "text",
  visaType: "text",
  visaNo: "text",
  visaFrom: "day",
  visaTo: "day",
  lastEntryOn: "day",
  lastEntryCheckpoint: "text",
  purpose: "purpose",
  faculty: "text",
  programme: "text",
  year: "text",
  studyForm: "text",
  contractNo: "text",
  contractDate: "day",
  route: "route",
  address: "text",
  dormitory: "text",
  room: "text",
  ownerName: "text",
  ownerDocument: "text",
  consentNotary: "text",
  consentNumber: "text",
  consentDate: "day",
  technicalPassportNo: "text",
  registrationFrom: "day",
  registrationTo: "day",
  feeReceipt: "text",
  phone: "text",
  representative: "text",
  powerOfAttorney: "text",
} as const;

export type RequestField = keyof typeof REQUEST_FIELDS;
export type FieldKind = (typeof REQUEST_FIELDS)[RequestField];

/** One student's fields; empty text and null: not known, or not asked for on this route. */
export type RequestFields = {
  [Field in RequestField]: (typeof REQUEST_FIELDS)[Field] extends "day" ? Day | null : string;
};

export const FIELD_NAMES = Object.keys(REQUEST_FIELDS) as RequestField[];

/** The fields as they are frozen: days written out, so that a reader of a later century needs no code. */
export function freezeFields(fields: RequestFields): Record<string, string | null> {
  return Object.fromEntries(
    FIELD_NAMES.map((name) => {
      const value = fields[name];
      return [name, typeof value === "number" ? formatDay(value) : value];
    }),
  );
}

/** Frozen fields as they were. Throws on a day that is none: frozen rows are not written by hand. */
export function thawFields(frozen: Readonly<Record<string, string | null>>): RequestFields {
  return Object.fromEntries(
    FIELD_NAMES.map((name) => {
      const value = frozen[name] ?? null;
      if (REQUEST_FIELDS[name] !== "day") return [name, value ?? ""];
      const day = value === null ? null : parseDay(value);
      if (value !== null && day === null) throw new Error(`a frozen ${name} is no civil day`);
      return [name, day];
    }),
  ) as RequestFields;
}
