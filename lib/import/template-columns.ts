import { FIELDS, type Field, type ImportKind, requirementsOf } from "./fields";

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

export type TemplateField = {
  field: Field;
  entry: FieldEntry;
  /** always; or one of several (a student's or a document's number, a name in one of two scripts); or not. */
  required: "always" | "oneOf" | "no";
};

/** The columns of a template, in the order of the fields. */
export function templateFields(kind: ImportKind): TemplateField[] {
  const requirements = requirementsOf(kind, true);
  return FIELDS[kind].map((field) => {
    const about = requirements.find((alternatives) => alternatives.flat().includes(field));
    const entry =
      kind === "grounds" && field === "status" ? STATUS_OF_GROUND : (ENTRIES[field] ?? "text");
    const required = about === undefined ? "no" : about.length > 1 ? "oneOf" : "always";
    return { field, entry, required };
  });
}
