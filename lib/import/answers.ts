import { z } from "zod";
import { FIELDS, type Field, type ImportKind } from "./fields";

/** Fields that may be one value for all rows where the file has no column for them. */
export const CONSTANT_FIELDS: Readonly<Record<ImportKind, readonly Field[]>> = {
  roster: [
    "citizenship",
    "sex",
    "document_type",
    "faculty",
    "programme",
    "year",
    "study_form",
    "status",
    "housing",
  ],
  crossings: ["direction", "checkpoint"],
  grounds: ["kind", "status", "valid_from", "valid_to", "address", "visa_type"],
  residents: ["dormitory", "lives_from", "lives_to"],
  authority: ["result", "valid_from", "valid_to", "authority", "list_no"],
};

/** Fields that may be empty: an empty cell of their own column may erase what is recorded, if a person says so. */
export const ERASABLE_FIELDS = {
  roster: [
    "birth_date",
    "sex",
    "iin",
    "faculty",
    "programme",
    "year",
    "study_form",
    "status",
    "housing",
    "phone",
    "email",
  ],
  crossings: ["checkpoint"],
  grounds: ["address", "visa_type"],
  residents: ["room", "lives_from", "lives_to"],
  authority: [],
} as const satisfies Readonly<Record<ImportKind, readonly Field[]>>;
export type ErasableField = (typeof ERASABLE_FIELDS)[ImportKind][number];

/**
 * Fields whose empty cells are told too and never erase: names and documents say who somebody is, the document of a crossing whose it
 * is, and a ground without an end would protect for ever.
 */
export const STAYING_FIELDS = {
  roster: [
    "last_name",
    "first_name",
    "middle_name",
    "last_name_cyrillic",
    "first_name_cyrillic",
    "middle_name_cyrillic",
    "document_no",
    "document_type",
    "document_expires",
  ],
  crossings: ["document_no"],
  grounds: ["valid_to"],
  residents: [],
  authority: [],
} as const satisfies Readonly<Record<ImportKind, readonly Field[]>>;

const ANY_ERASABLE: readonly ErasableField[] = Object.values(ERASABLE_FIELDS).flat();

const ANY_FIELD = [...new Set(Object.values(FIELDS).flat())] as [Field, ...Field[]];

/** What a person answers about a file as a whole; what is left out stays as it was. */
export const ANSWER_CHANGES = z.strictObject({
  /** One value for all rows, as it would stand in a cell. */
  constants: z.partialRecord(z.enum(ANY_FIELD), z.string().trim().min(1).max(200)).optional(),
  /** How 03/04/2026 or 25/12/07 is to be read; null: nobody has been asked, or none is needed. */
  dateOrder: z.enum(["dayFirst", "monthFirst", "yearFirst"]).nullable().optional(),
  /** True: numbers such as 45901 in columns of dates are Excel's count of days. */
  serials: z.boolean().optional(),
  /** True: birth dates whose years have two digits are of the last hundred years. */
  birthYears: z.boolean().optional(),
  /** What to do with numbers that have lost the zero in front of them; null: not decided. */
  zeros: z.enum(["restore", "keep"]).nullable().optional(),
  /** Columns whose empty cells erase what is recorded; the others erase nothing. */
  erase: z.array(z.enum(ANY_ERASABLE)).max(ANY_ERASABLE.length).optional(),
});

/** All that was answered; kept with the import, applied at every reading. */
export type Answers = {
  constants: Partial<Record<Field, string>>;
  dateOrder: "dayFirst" | "monthFirst" | "yearFirst" | null;
  serials: boolean;
  zeros: "restore" | "keep" | null;
  /** True: 05 is the last year that ends so; left out: nobody has been asked, or none is needed. */
  birthYears?: boolean;
  /** Columns whose empty cells erase what is recorded; left out: none does. */
  erase?: ErasableField[];
  /** Who gave which answer last, and when; left out: it was not kept. */
  given?: Partial<Record<AnswerName, GivenBy>>;
};

/** Questions about a file as a whole that a person answers, by the answer's name. */
export const ANSWER_NAMES = ["dateOrder", "serials", "birthYears", "zeros"] as const;
export type AnswerName = (typeof ANSWER_NAMES)[number];

/** Who, by key (null: the program), and when, in ISO. */
export type GivenBy = { by: string | null; at: string };

export const NO_ANSWERS: Answers = { constants: {}, dateOrder: null, serials: false, zeros: null };

/** The answers with what was answered now, and by whom. */
export function withAnswers(
  before: Answers | null,
  { constants, dateOrder, serials, birthYears, zeros, erase }: z.infer<typeof ANSWER_CHANGES>,
  now: GivenBy,
): Answers {
  const known = before ?? NO_ANSWERS;
  const changes = { dateOrder, serials, birthYears, zeros };
  const given = ANSWER_NAMES.filter((name) => changes[name] !== undefined);
  return {
    given: { ...known.given, ...Object.fromEntries(given.map((name) => [name, now])) },
    constants: constants ?? known.constants,
    dateOrder: dateOrder === undefined ? known.dateOrder : dateOrder,
    serials: serials ?? known.serials,
    zeros: zeros === undefined ? known.zeros : zeros,
    ...answeredYears(birthYears ?? known.birthYears),
    erase: erase ?? known.erase ?? [],
  };
}

function answeredYears(birthYears: boolean | undefined): Pick<Answers, "birthYears"> {
  return birthYears === undefined ? {} : { birthYears };
}

/** Fields whose unknown words a person can give a meaning. */
export const WORD_FIELDS = [
  "citizenship",
  "checkpoint",
  "direction",
  "sex",
  "kind",
  "status",
  "dormitory",
  "result",
  "faculty",
] as const satisfies readonly Field[];
export type WordField = (typeof WORD_FIELDS)[number];

/** Meanings that people gave to words, by field and decisionKey of the word. */
export type DecidedWords = Readonly<Partial<Record<WordField, Readonly<Record<string, string>>>>>;
