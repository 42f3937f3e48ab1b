import type { Answers } from "./answers";
import { headingKey } from "./header/heading-key";
import type { Mapping } from "./header-mapping";
import type { Target } from "./targets";

/** How an earlier file of the same kind was read; `id` is the caller's. */
export type RememberedMapping = {
  id: string;
  columns: readonly { heading: string; target: Target | null }[];
  /** Its values for all rows. */
  constants: Answers["constants"];
};

/** A remembered mapping laid over a header, and what is not as it was. Headings as they stand. */
export type Recalled = {
  id: string;
  mapping: Mapping;
  constants: Answers["constants"];
  /** By column: true where the mapping of the earlier file says what it is, also that it is not read. */
  known: readonly boolean[];
  moved: readonly string[];
  /** Columns that were read and are not there any more. */
  vanished: readonly string[];
  added: readonly string[];
};

/** Of all headings of both files so many must be in both for the one to be the other's successor. */
const ALIKE = 0.6;

/** What makes two headers the same: the headings in their order, without case, marks and spaces. */
export function headerFingerprint(header: readonly string[]): string {
  return header.map(headingKey).join("|");
}

/** What makes two files those of one source: the same headings; a column without one is known by what it is read as. */
export function sourceFingerprint(
  header: readonly string[],
  mapping: readonly (Target | null)[] | null,
): string {
  const unnamed = header.map((heading, column) =>
    headingKey(heading) === "" ? (mapping?.[column] ?? "") : "",
  );
  return `${headerFingerprint(header)} ${unnamed.join("|")}`;
}

/** The mapping of the most similar earlier file laid over this header by headings; of equals the first. Null where none is similar enough. */
export function recall(
  remembered: readonly RememberedMapping[],
  header: readonly string[],
): Recalled | null {
  let best: RememberedMapping | null = null;
  let most = ALIKE;
  for (const one of remembered) {
    const alike = likeness(one, header);
    if (alike > most || (best === null && alike >= most)) {
      best = one;
      most = alike;
    }
  }
  return best && layOver(best, header);
}

/** Headings with their number among equal ones, so that a repeated heading has its own place. */
function keysOf(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((heading) => {
    const key = headingKey(heading);
    const place = (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    return `${key} ${place}`;
  });
}

/** Columns without a heading make files neither like nor unlike. */
function namedKeys(header: readonly string[]): string[] {
  return keysOf(header).filter((key) => !key.startsWith(" "));
}

function likeness({ columns }: RememberedMapping, header: readonly string[]): number {
  const before = new Set(namedKeys(columns.map(({ heading }) => heading)));
  const now = new Set(namedKeys(header));
  const both = [...now].filter((key) => before.has(key)).length;
  const all = before.size + now.size - both;
  return all === 0 ? 0 : both / all;
}

function layOver(
  { id, columns, constants }: RememberedMapping,
  header: readonly string[],
): Recalled {
  const before = keysOf(columns.map(({ heading }) => heading));
  const now = keysOf(header);
  const placeOf = new Map(before.map((key, place) => [key, place]));
  const places = now.map((key) => placeOf.get(key) ?? null);
  const stays = new Set(now);
  return {
    id,
    constants,
    mapping: places.map((place) => (place === null ? null : (columns[place]?.target ?? null))),
    known: places.map((place) => place !== null),
    moved: movedOf(places).map((column) => header[column] ?? ""),
    vanished: columns.flatMap(({ heading, target }, place) =>
      target !== null && !stays.has(before[place] ?? "") ? [heading] : [],
    ),
    added: header.filter((heading, column) => heading !== "" && places[column] === null),
  };
}

/** Columns that do not stand in the order that they had: those before which a later one stands now. */
function movedOf(places: readonly (number | null)[]): number[] {
  let furthest = -1;
  return places.flatMap((place, column) => {
    if (place === null) return [];
    const moved = place < furthest;
    furthest = Math.max(furthest, place);
    return moved ? [column] : [];
  });
}
