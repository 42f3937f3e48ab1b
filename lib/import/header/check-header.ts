import { type Answers, CONSTANT_FIELDS } from "../answers";
import { type Field, type ImportKind, type Requirement, requirementsOf } from "../fields";
import {
  duplicatesIn,
  guessKind,
  looksLikeHeader,
  type Mapping,
  mapHeader,
  missingIn,
} from "../header-mapping";
import type { Refusal } from "../refusal";
import { fieldsOf, TARGETS, type Target } from "../targets";
import { readGroundKind } from "../values/ground-words";
import { readHeading } from "./known-headings";
import type { Headed } from "./read-head";

/** Why rows under this header are not read, the most telling reason first, or null. `isChosen`: a person has said what the columns are. */
export function checkHeader(
  head: Headed,
  kind: ImportKind,
  {
    mapping,
    constants,
    isChosen,
  }: { mapping: Mapping; constants: Answers["constants"]; isChosen: boolean },
  requirements: readonly Requirement[],
): Refusal | null {
  if (!fits(head, kind, mapping, constants)) return { code: "badMapping" };
  const missing = missingIn(mapping, requirements, Object.keys(constants));
  if (missing.length > 0) return explainMissing(head, kind, missing);
  if (kind === "authority" && !isChosen && isListOfGrounds(head)) {
    return { code: "wrongKind", chosen: kind, looksLike: "grounds" };
  }
  const duplicates = duplicatesIn(mapping);
  const twice = atTwice(mapping);
  if (twice) return { code: "duplicateColumns", duplicates: [twice] };
  if (duplicates.length > 0) return { code: "duplicateColumns", duplicates };
  const [next] = head.next;
  if (!next) return { code: "noRows" };
  // Where the columns are chosen another row of headings is one that stays out, and says so.
  return !isChosen && looksLikeHeader(kind, next.cells) ? { code: "twoHeaderRows" } : null;
}

/** Only what this kind has, in columns that the file has; one value for all rows only where no column has it. */
function fits(
  { header }: Headed,
  kind: ImportKind,
  mapping: Mapping,
  constants: Answers["constants"],
): boolean {
  const known = new Set<unknown>([null, ...TARGETS[kind]]);
  const mapped = new Set(mapping.flatMap((target) => (target ? fieldsOf(target) : [])));
  const allowed = new Set(CONSTANT_FIELDS[kind]);
  return (
    mapping.length <= header.length &&
    mapping.every((target) => known.has(target)) &&
    (Object.keys(constants) as Field[]).every((field) => allowed.has(field) && !mapped.has(field))
  );
}

/** A column of dates of crossing beside columns of entry and exit dates: which counts is not to be guessed. */
function atTwice(mapping: Mapping) {
  const columns = mapping.flatMap((target, i) =>
    target === "at" || target === "entry_at" || target === "exit_at" ? [i] : [],
  );
  return mapping.includes("at") && columns.length > 1 ? { field: "at" as const, columns } : null;
}

function explainMissing(head: Headed, kind: ImportKind, missing: readonly Requirement[]): Refusal {
  if (head.headerRows === 0) return { code: "noHeading", row: head.headerRowNo + 1, missing };
  const looksLike = guessKind(head.header);
  if (looksLike && looksLike !== kind) return { code: "wrongKind", chosen: kind, looksLike };
  return { code: "missingColumns", missing };
}

/** What only an answer of the authority has. */
const OF_ANSWERS: ReadonlySet<Target> = new Set<Target>([
  "result",
  "reason",
  "registration_no",
  "list_no",
]);
const REGISTRATIONS: ReadonlySet<string> = new Set(["dormitory", "address", "employment"]);

/**
 * A list of grounds has all that an answer needs, a status being read as its result; read as one, each of its rows would
 * become a registration. It is one where the kinds of its grounds are no registrations, or where no column is an answer's alone.
 */
function isListOfGrounds({ header, next }: Headed): boolean {
  const mapping = mapHeader("grounds", header);
  if (missingIn(mapping, requirementsOf("grounds", true)).length > 0) return false;
  const at = mapping.indexOf("kind");
  const kinds = next.map(({ cells }) => readGroundKind(cells[at]?.trim() ?? ""));
  const known = kinds.filter((kind) => kind !== null);
  if (known.some((kind) => !REGISTRATIONS.has(kind))) return true;
  return known.length > 0 && !header.some(isOfAnswers);
}

function isOfAnswers(heading: string): boolean {
  const known = readHeading("authority", heading);
  return known?.strength === "strong" && OF_ANSWERS.has(known.target);
}
