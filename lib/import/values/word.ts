import { foldName } from "@/lib/person-name/fold-name";

/** A word of a closed list as it is compared: letters only, folded, no spaces. */
export function wordKey(text: string): string {
  return foldName(text.replace(/\([^)]*\)/g, " ")).replaceAll(" ", "");
}

/** The meaning of each of its words ("a|b|c"), by wordKey. */
export function vocabulary<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const meaning of Object.keys(words) as Meaning[]) {
    for (const word of words[meaning].split("|")) meanings.set(wordKey(word), meaning);
  }
  return meanings;
}
