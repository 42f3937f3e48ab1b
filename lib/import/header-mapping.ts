import { foldName } from "@/lib/person-name/fold-name";
import {
  FIELDS,
  type Field,
  IMPORT_KINDS,
  type ImportKind,
  type Requirement,
  requirementsOf,
} from "./fields";
import { HEADINGS } from "./header/heading-words";

/** The field of each column, by index; null: the column is not read. */
export type Mapping = readonly (Field | null)[];

type Heading = { field: Field; weak: boolean };

const FIELD_OF: Readonly<Record<ImportKind, ReadonlyMap<string, Heading>>> = {
  roster: headingsOf("roster"),
  crossings: headingsOf("crossings"),
  grounds: headingsOf("grounds"),
};

/** Where names stand in both scripts, the plain Russian or Kyrgyz heading is the one in Cyrillic. */
const IN_CYRILLIC: readonly (readonly [Field, Field])[] = [
  ["last_name", "last_name_cyrillic"],
  ["first_name", "first_name_cyrillic"],
  ["middle_name", "middle_name_cyrillic"],
];
const PLAIN_CYRILLIC = new Set(
  [
    "фамилия",
    "имя",
    "отчество",
    "отчество при наличии",
    "фамилиясы",
    "аты",
    "ысымы",
    "атасынын аты",
  ].map(headingKey),
);

function headingsOf(kind: ImportKind): ReadonlyMap<string, Heading> {
  const headings = new Map<string, Heading>();
  for (const field of FIELDS[kind]) {
    for (const words of HEADINGS[kind][field]?.split("|") ?? []) {
      headings.set(headingKey(words), { field, weak: words.startsWith("~") });
    }
  }
  return headings;
}

/** Headings are compared without case, accents, punctuation and spaces; № is a word. */
function headingKey(heading: string): string {
  return foldName(heading.replaceAll("№", " номер ")).replaceAll(" ", "");
}

/** What a heading names, with or without a remark in brackets, or null. */
function readHeading(kind: ImportKind, heading: string): Heading | null {
  const headings = FIELD_OF[kind];
  const bare = heading.replace(/\([^)]*\)|\[[^\]]*\]/g, " ");
  return headings.get(headingKey(heading)) ?? headings.get(headingKey(bare)) ?? null;
}

/** The mapping that the headings themselves suggest; where two columns name one field, both are mapped to it. */
export function mapHeader(kind: ImportKind, header: readonly string[]): Mapping {
  const headings = header.map((heading) => readHeading(kind, heading));
  const strong = new Set(headings.map((heading) => (heading?.weak ? null : heading?.field)));
  const mapping = headings.map((heading) =>
    heading && !(heading.weak && strong.has(heading.field)) ? heading.field : null,
  );
  return kind === "roster" ? partScripts(header, mapping) : mapping;
}

function partScripts(header: readonly string[], mapping: Mapping): Mapping {
  const duplicates = new Set(duplicatesIn(mapping).map(({ field }) => field));
  return mapping.map((field, column) => {
    const pair = IN_CYRILLIC.find(([latin]) => latin === field);
    const moves =
      pair !== undefined &&
      duplicates.has(pair[0]) &&
      !mapping.includes(pair[1]) &&
      PLAIN_CYRILLIC.has(headingKey(header[column] ?? ""));
    return moves ? pair[1] : field;
  });
}

/** Requirements that no column meets. */
export function missingIn(mapping: Mapping, requirements: readonly Requirement[]): Requirement[] {
  const mapped = new Set(mapping);
  return requirements.filter(
    (alternatives) => !alternatives.some((fields) => fields.every((field) => mapped.has(field))),
  );
}

/** Fields to which more than one column is mapped, with the columns. */
export function duplicatesIn(mapping: Mapping): { field: Field; columns: number[] }[] {
  const columns = new Map<Field, number[]>();
  for (const [column, field] of mapping.entries()) {
    if (field) columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  return [...columns]
    .filter(([, places]) => places.length > 1)
    .map(([field, places]) => ({ field, columns: places }));
}

/** The kind whose required columns are all there; of several the one that reads most columns; null where none is. */
export function guessKind(header: readonly string[]): ImportKind | null {
  let best: ImportKind | null = null;
  let most = 0;
  for (const kind of IMPORT_KINDS) {
    const mapping = mapHeader(kind, header);
    const read = new Set(mapping.filter((field) => field !== null)).size;
    if (missingIn(mapping, requirementsOf(kind, true)).length === 0 && read > most) {
      best = kind;
      most = read;
    }
  }
  return best;
}

/** True where a row looks like headings of the kind: two or more of its cells, and half of all that are filled. */
export function looksLikeHeader(kind: ImportKind, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const headings = filled.filter((cell) => readHeading(kind, cell) !== null).length;
  return headings >= 2 && headings * 2 >= filled.length;
}
