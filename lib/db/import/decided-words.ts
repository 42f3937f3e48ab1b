import "server-only";
import type { DecidedWords, WordField } from "@/lib/import/answers";
import type { Tx } from "../in-institution";

/** What the institution has decided that words mean, by field and key of the word. */
export async function listDecidedWords(tx: Tx): Promise<DecidedWords> {
  const rows = await tx.importWord.findMany({ orderBy: [{ field: "asc" }, { wordKey: "asc" }] });
  const words: Partial<Record<WordField, Record<string, string>>> = {};
  for (const { field, wordKey, meaning } of rows) {
    // The column holds what keepDecidedWord put there.
    const known = field as WordField;
    words[known] = { ...words[known], [wordKey]: meaning };
  }
  return words;
}

export type DecidedWord = {
  field: WordField;
  wordKey: string;
  word: string;
  meaning: string;
  decidedBy: string | null;
};

/** Keeps what a word means; a later decision replaces the earlier one. */
export async function keepDecidedWord(
  tx: Tx,
  { institutionId }: { institutionId: string },
  decided: DecidedWord,
): Promise<void> {
  const { field, wordKey } = decided;
  const now = { ...decided, decidedAt: new Date() };
  await tx.importWord.upsert({
    where: { institutionId_field_wordKey: { institutionId, field, wordKey } },
    create: { institutionId, ...now },
    update: now,
  });
}
