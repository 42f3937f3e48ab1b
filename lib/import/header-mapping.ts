import { IMPORT_KINDS, type ImportKind, type Requirement, requirementsOf } from "./fields";
import { IN_SCRIPTS } from "./header/by-contents";
import { headingKey } from "./header/heading-key";
import { readHeading } from "./header/known-headings";
import { type Recognised, recognise, type Samples } from "./header/recognise";
import { withSeries } from "./header/series-column";
import { fieldsOf, rivalOf, saysWho, type Target } from "./targets";

/** What each column is read as, by index; null: the column is not read. */
export type Mapping = readonly (Target | null)[];

/** Where names stand in both scripts, the plain Russian or Kyrgyz heading is the one in Cyrillic. */
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
    "тегі",
    "есімі",
    "әкесінің аты",
  ].map(headingKey),
);

/** What each column is and how sure that is; only what is sure or likely is read unasked. `whole`: names are read beside numbers, too. */
export function recogniseColumns(
  kind: ImportKind,
  header: readonly string[],
  samples: readonly Samples[] = [],
  whole = false,
): (Recognised | null)[] {
  const found = withSeries(kind, header, recognise(kind, header, samples), samples);
  if (kind !== "crossings" && kind !== "grounds") return partScripts(header, found);
  // Where a number says whose the rows are, names are not read unasked.
  const byNumber = found.some((one) => one !== null && NUMBERS.has(one.target));
  const read = byNumber && !whole ? found : byName(kind, header, samples, whole);
  return kind === "crossings" ? timeAlone(read) : read;
}

const NUMBERS: ReadonlySet<Target> = new Set(["student_no", "document_no"]);
const OF_DOCUMENT: ReadonlySet<Target> = new Set(["document_no", "document_series"]);

/** The columns of a log or a list of grounds with those that say whose a row is; beside the number of a document no names, unless all are to be read. */
function byName(
  kind: "crossings" | "grounds",
  header: readonly string[],
  samples: readonly Samples[],
  whole: boolean,
): (Recognised | null)[] {
  const found = recognise(kind, header, samples, `${kind}ByName`);
  const read = partScripts(header, withSeries(kind, header, found, samples));
  if (whole || !applied(read).includes("document_no")) return read;
  return read.map((one) =>
    one && saysWho(kind, [one.target]) && !OF_DOCUMENT.has(one.target) ? null : one,
  );
}

/** The mapping that headings and values suggest; where two columns surely name one field, both are mapped to it. */
export function mapHeader(
  kind: ImportKind,
  header: readonly string[],
  samples: readonly Samples[] = [],
): Mapping {
  return applied(recogniseColumns(kind, header, samples));
}

/** What of it is read unasked. */
export function applied(columns: readonly (Recognised | null)[]): Mapping {
  return columns.map((one) => (one && one.confidence !== "unsure" ? one.target : null));
}

function partScripts(
  header: readonly string[],
  columns: readonly (Recognised | null)[],
): (Recognised | null)[] {
  const mapping = applied(columns);
  const duplicates = new Set(duplicatesIn(mapping).map(({ field }) => field));
  return columns.map((one, column) => {
    const pair = IN_SCRIPTS.find(([latin]) => latin === mapping[column]);
    const moves =
      pair !== undefined &&
      duplicates.has(pair[0]) &&
      !mapping.includes(pair[1]) &&
      PLAIN_CYRILLIC.has(headingKey(header[column] ?? ""));
    return one && moves ? { ...one, target: pair[1] } : one;
  });
}

/** A log with a column of times and none of dates has both in it. */
function timeAlone(columns: readonly (Recognised | null)[]): (Recognised | null)[] {
  const mapping = applied(columns);
  if (mapping.some((target) => target && fieldsOf(target).includes("at"))) return [...columns];
  return columns.map((one) => (one?.target === "time" ? { ...one, target: "at" } : one));
}

/** Requirements that no column meets; `given`: fields that have a value without a column. A name may be in either script. */
export function missingIn(
  mapping: Mapping,
  requirements: readonly Requirement[],
  given: readonly string[] = [],
): Requirement[] {
  const mapped = new Set<string>([
    ...mapping.flatMap((target) => (target ? fieldsOf(target) : [])),
    ...given,
  ]);
  for (const pair of IN_SCRIPTS) {
    if (pair.some((field) => mapped.has(field))) for (const field of pair) mapped.add(field);
  }
  return requirements.filter(
    (alternatives) => !alternatives.some((fields) => fields.every((field) => mapped.has(field))),
  );
}

/** Targets to which more than one column is mapped, with the columns. */
export function duplicatesIn(mapping: Mapping): { field: Target; columns: number[] }[] {
  const columns = new Map<Target, number[]>();
  for (const [column, target] of mapping.entries()) {
    if (target === null) continue;
    const rival = rivalOf(target);
    columns.set(rival, [...(columns.get(rival) ?? []), column]);
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
