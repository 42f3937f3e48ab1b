import { FIELDS, type ImportKind, type Requirement } from "../fields";
import {
  duplicatesIn,
  guessKind,
  looksLikeHeader,
  type Mapping,
  missingIn,
} from "../header-mapping";
import type { Refusal } from "../refusal";
import type { Headed } from "./read-head";

/** Why rows under this header are not read, the most telling reason first, or null. */
export function checkHeader(
  head: Headed,
  kind: ImportKind,
  mapping: Mapping,
  requirements: readonly Requirement[],
): Refusal | null {
  const known = new Set<unknown>([null, ...FIELDS[kind]]);
  if (mapping.length > head.header.length || !mapping.every((field) => known.has(field))) {
    return { code: "badMapping" };
  }
  const missing = missingIn(mapping, requirements);
  if (missing.length > 0) return explainMissing(head, kind, missing);
  const duplicates = duplicatesIn(mapping);
  if (duplicates.length > 0) return { code: "duplicateColumns", duplicates };
  const [next] = head.next;
  if (!next) return { code: "noRows" };
  return looksLikeHeader(kind, next.cells) ? { code: "twoHeaderRows" } : null;
}

function explainMissing(head: Headed, kind: ImportKind, missing: readonly Requirement[]): Refusal {
  const looksLike = guessKind(head.header);
  if (looksLike && looksLike !== kind) return { code: "wrongKind", chosen: kind, looksLike };
  return { code: "missingColumns", missing };
}
