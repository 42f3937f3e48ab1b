import { FIELDS, type Field, type ImportKind, WHO_FIELDS } from "./fields";
import type { NameOrder } from "./full-name";

const NAME_PARTS = ["full_name", "full_name_latin", "full_name_given_first"] as const;
const PERSON_PARTS = [...NAME_PARTS, "document_series"] as const;
const GROUND_PARTS = ["document_series"] as const;
const CROSSING_PARTS = [
  "entry_at",
  "exit_at",
  "time",
  "entry_time",
  "exit_time",
  "entry_checkpoint",
  "exit_checkpoint",
  "document_series",
] as const;

/** What a column may hold that is no field itself: several fields in one, or a piece of one. */
export type Part = (typeof PERSON_PARTS)[number] | (typeof CROSSING_PARTS)[number];

/** What a column is read as. */
export type Target = Field | Part;

const PARTS: Readonly<Record<ImportKind, readonly Part[]>> = {
  roster: PERSON_PARTS,
  crossings: CROSSING_PARTS,
  grounds: GROUND_PARTS,
  residents: PERSON_PARTS,
  authority: PERSON_PARTS,
};

/** Everything that a column of a kind of file can be read as: its fields, then the parts. */
export const TARGETS: Readonly<Record<ImportKind, readonly Target[]>> = {
  roster: [...FIELDS.roster, ...PARTS.roster],
  crossings: [...FIELDS.crossings, ...PARTS.crossings, ...WHO_FIELDS, ...NAME_PARTS],
  grounds: [...FIELDS.grounds, "document_no", ...PARTS.grounds, ...WHO_FIELDS, ...NAME_PARTS],
  residents: [...FIELDS.residents, ...PARTS.residents],
  authority: [...FIELDS.authority, ...PARTS.authority],
};

/** A crossing has a document's number of its own; a ground's number is the ground's, the document is the person's. */
const WHO_TARGETS: Readonly<Partial<Record<ImportKind, ReadonlySet<Target | null>>>> = {
  crossings: new Set([...WHO_FIELDS, ...NAME_PARTS]),
  grounds: new Set<Target>(["document_no", "document_series", ...WHO_FIELDS, ...NAME_PARTS]),
};

/** Whether the rows of a log or a list of grounds say whose they are otherwise than by a number of their own kind, too. */
export function saysWho(kind: ImportKind, mapping: readonly (Target | null)[] | null): boolean {
  return mapping?.some((target) => WHO_TARGETS[kind]?.has(target)) ?? false;
}

const NAMES: readonly Field[] = [
  "last_name",
  "first_name",
  "middle_name",
  "last_name_cyrillic",
  "first_name_cyrillic",
  "middle_name_cyrillic",
];

/** The fields that a column read as this gives a value for. */
export function fieldsOf(target: Target): readonly Field[] {
  switch (target) {
    case "full_name":
    case "full_name_latin":
    case "full_name_given_first":
      return NAMES;
    case "entry_at":
    case "exit_at":
      return ["direction", "at"];
    case "entry_checkpoint":
    case "exit_checkpoint":
      return ["checkpoint"];
    case "document_series":
    case "time":
    case "entry_time":
    case "exit_time":
      return [];
    default:
      return [target];
  }
}

/** In which order a full name stands under a target. */
export const NAME_ORDERS: Readonly<Partial<Record<Target, NameOrder>>> = {
  full_name: "surnameFirst",
  full_name_latin: "surnameFirst",
  full_name_given_first: "givenFirst",
};

/** Targets of which a file can have one only, though they are called differently. */
const RIVALS: Readonly<Partial<Record<Target, Target>>> = {
  full_name_given_first: "full_name",
};

/** Under what a target is counted when two columns may not be the same. */
export function rivalOf(target: Target): Target {
  return RIVALS[target] ?? target;
}
