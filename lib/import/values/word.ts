import { foldName } from "@/lib/person-name/fold-name";

/** A word of a closed list as it is compared: letters only, folded, no spaces. */
export function wordKey(text: string): string {
  return foldName(text.replace(/\([^()]*\)/g, " ")).replaceAll(" ", "");
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

const REMEMBERED = 4096;
/** No word of any list is longer. */
const LONGEST = 300;

/**
 * The same reader, which does not read the words again that most rows repeat. What is too long to be a word is not
 * remembered: a few thousand cells of a megabyte would fill the memory.
 */
export function remembering<Meaning>(read: (text: string) => Meaning): (text: string) => Meaning {
  const known = new Map<string, Meaning>();
  return (text) => {
    if (text.length > LONGEST) return read(text.slice(0, LONGEST));
    const found = known.get(text);
    if (found !== undefined) return found;
    const meaning = read(text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, meaning);
    return meaning;
  };
}

/** A word as a decision on it is kept: brackets count, case and marks do not. */
export function decisionKey(text: string): string {
  return foldName(text);
}
