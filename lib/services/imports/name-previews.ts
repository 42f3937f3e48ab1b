import "server-only";
import type { ReadFormat } from "@/lib/db/import/import-words";
import { type NameOrder, type NameParts, splitFullName } from "@/lib/import/full-name";

/** How the first names of a column would be split, where each of them can be. */
export type NamePreview = Readonly<Record<NameOrder, readonly (readonly NameParts[])[]>>;

function splitAll(samples: readonly string[], order: NameOrder): NameParts[][] {
  return samples.flatMap((sample) => {
    const split = splitFullName(sample, order);
    const parts = split ? [split.cyrillic, split.latin].filter(({ last }) => last !== "") : [];
    return parts.length === 0 ? [] : [parts];
  });
}

/** For each column, how its values would be split as full names; empty where they are none. */
export function namePreviews(format: ReadFormat | null): NamePreview[] {
  return (format?.columns ?? []).map(({ samples }) => ({
    surnameFirst: splitAll(samples, "surnameFirst"),
    givenFirst: splitAll(samples, "givenFirst"),
  }));
}
