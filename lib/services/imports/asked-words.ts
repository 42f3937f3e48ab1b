import "server-only";
import type { Digest } from "@/lib/db/import/digest";
import { findCells } from "@/lib/db/import/import-rows";
import type { ImportRecord, WordGroup } from "@/lib/db/import/import-words";
import { listFaculties } from "@/lib/db/import/known-faculties";
import { wordGroupsOf } from "@/lib/db/import/word-groups";
import type { Tx } from "@/lib/db/in-institution";
import { nearCountries, nearFaculties } from "@/lib/import/meanings";

/** A word that a person gives a meaning to, with what helps to say which. */
export type AskedWord = WordGroup & {
  /** Meanings that it is like, to be offered first. */
  near: readonly string[];
  /** Of a direction, which its sign alone may not tell: the first rows that have it, as they stand. */
  examples: readonly string[];
};

const LETTERS = 120;

/** The words of an import that have a meaning by decision, or need one; with the faculties that they may mean, where any is asked about. */
export async function askedWords(
  tx: Tx,
  { id }: Pick<ImportRecord, "id">,
  digest: Digest,
): Promise<{ words: AskedWord[]; faculties: string[] }> {
  const groups = wordGroupsOf(digest);
  const of = (field: WordGroup["field"]) => groups.filter((group) => group.field === field);
  const faculties = of("faculty").length > 0 ? await listFaculties(tx) : [];
  const cells = await findCells(
    tx,
    id,
    of("direction").flatMap(({ rows }) => rows),
  );
  const near = ({ field, word }: WordGroup): string[] => {
    if (field === "faculty") return nearFaculties(word, faculties);
    return field === "citizenship" ? nearCountries(word) : [];
  };
  const examples = ({ field, rows }: WordGroup): string[] =>
    field === "direction" ? rows.map((rowNo) => asOneText(cells.get(rowNo)?.cells ?? [])) : [];
  return {
    words: groups.map((group) => ({ ...group, near: near(group), examples: examples(group) })),
    faculties,
  };
}

const asOneText = (cells: readonly string[]) =>
  cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .join(" · ")
    .slice(0, LETTERS);
