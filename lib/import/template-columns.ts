import { FIELDS, type Field, type ImportKind, requirementsOf, WHO_FIELDS } from "./fields";

/** How a field is filled in: as text that keeps its zeros, as a date, with a time, or from a list. */
export type FieldEntry =
  | "text"
  | "number"
  | "day"
  | "moment"
  | "sex"
  | "citizenship"
  | "direction"
  | "checkpoint"
  | "groundKind"
  | "groundStatus"
  | "documentType"
  | "studyForm"
  | "studentStatus"
  | "housing"
  | "dormitory"
  | "result";

const ENTRIES: Readonly<Partial<Record<Field, FieldEntry>>> = {
  student_no: "number",
  document_no: "number",
  iin: "number",
  phone: "number",
  number: "number",
  birth_date: "day",
  document_expires: "day",
  valid_from: "day",
  valid_to: "day",
  at: "moment",
  sex: "sex",
  document_type: "documentType",
  study_form: "studyForm",
  status: "studentStatus",
  housing: "housing",
  citizenship: "citizenship",
  direction: "direction",
  checkpoint: "checkpoint",
  kind: "groundKind",
  lives_from: "day",
  lives_to: "day",
  moved_out: "day",
  room: "number",
  dormitory: "dormitory",
  result: "result",
  list_no: "number",
  registration_no: "number",
};

const STATUS_OF_GROUND: FieldEntry = "groundStatus";

/** What a column is called: after its field, but for a document's number in a list of grounds, which have numbers of their own. */
export type FieldLabel = Field | "whose_document_no";

export type TemplateField = {
  field: Field;
  label: FieldLabel;
  entry: FieldEntry;
  /** always; or one of several (a student's or a document's number, a name in one of two scripts); or not. */
  required: "always" | "oneOf" | "no";
};

/** The columns of a template: of a log and a list of grounds all by which a row may say whose it is, the numbers first. */
export function templateFields(kind: ImportKind): TemplateField[] {
  if (kind !== "crossings" && kind !== "grounds") return heldFields(kind);
  const who: readonly Field[] = ["student_no", "document_no", ...WHO_FIELDS];
  return described(kind, [...who, ...FIELDS[kind].filter((field) => !who.includes(field))]);
}

/** The columns in which what is held goes out and comes in again: the fields, in their order. */
export function heldFields(kind: ImportKind): TemplateField[] {
  return described(kind, FIELDS[kind]);
}

function described(kind: ImportKind, fields: readonly Field[]): TemplateField[] {
  const requirements = requirementsOf(kind, true);
  return fields.map((field) => {
    const about = requirements.find((alternatives) => alternatives.flat().includes(field));
    const entry =
      kind === "grounds" && field === "status" ? STATUS_OF_GROUND : (ENTRIES[field] ?? "text");
    const required = about === undefined ? "no" : about.length > 1 ? "oneOf" : "always";
    const label = kind === "grounds" && field === "document_no" ? "whose_document_no" : field;
    return { field, label, entry, required };
  });
}
