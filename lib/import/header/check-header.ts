import { type Answers, CONSTANT_FIELDS } from "../answers";
import type { Field, ImportKind, Requirement } from "../fields";
import {
  duplicatesIn,
  guessKind,
  looksLikeHeader,
  type Mapping,
  missingIn,
} from "../header-mapping";
import type { Refusal } from "../refusal";
import { fieldsOf, TARGETS } from "../targets";
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
