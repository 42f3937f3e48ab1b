import "server-only";
import type { WordGroup } from "@/lib/db/import/import-words";
import { listFaculties } from "@/lib/db/import/known-faculties";
import type { Tx } from "@/lib/db/in-institution";
import { nearFaculties } from "@/lib/import/meanings";

export type AskedFaculties = {
  /** What a faculty of the file may be, those of most students first. */
  known: readonly string[];
  /** By the word of the file: which of them it is like. */
  near: Readonly<Record<string, readonly string[]>>;
};

/** The faculties that a roster's unknown words may mean; nothing where it has none. */
export async function askedFaculties(tx: Tx, words: readonly WordGroup[]): Promise<AskedFaculties> {
  const asked = words.filter(({ field }) => field === "faculty");
  if (asked.length === 0) return { known: [], near: {} };
  const known = await listFaculties(tx);
  return {
    known,
    near: Object.fromEntries(asked.map(({ word }) => [word, nearFaculties(word, known)])),
  };
}
