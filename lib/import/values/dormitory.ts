import { foldName } from "@/lib/person-name/fold-name";
import { nameKey } from "@/lib/person-name/transliterate";

/** A dormitory of the office, as far as a list may name it. */
export type KnownDormitory = { id: number; name: string };

const MEANING = /^dormitory:(\d+)$/;

/** How a dormitory is kept where a person has decided that a word means it. */
export function dormitoryMeaning(id: number): string {
  return `dormitory:${id}`;
}

/** The key of the dormitory that a meaning stands for. Throws where it is none: meanings are made by dormitoryMeaning. */
export function dormitoryKey(meaning: string): number {
  const [, id] = MEANING.exec(meaning) ?? [];
  if (id === undefined) throw new Error("not the meaning of a dormitory");
  return Number(id);
}

/** Words that say that it is a dormitory, not which; "№" is no letter. */
const GENERIC =
  /^(?:общежити\p{L}*|общ|общаг\p{L}*|студенческ\p{L}*|студгородок|жатакан\p{L}*|жатак|студенттик|студенттердин|жатакхан\p{L}*|dorm|dorms|dormitory|hostel|hall|student|students|of|номер|ном|no|nr|n)$/u;

function wordsOf(name: string): string[] {
  return foldName(name)
    .split(" ")
    .filter((word) => word !== "");
}

/** What is left of a name without the words that all have, in one script and without zeros in front; "" for nothing. */
function keyOf(name: string): string {
  const telling = wordsOf(name).filter((word) => !GENERIC.test(word));
  // Transliteration takes double letters for one, which numbers are not.
  return telling
    .map((word) => (/\d/.test(word) ? word.replace(/^0+(?=\d)/, "") : nameKey(word)))
    .join(" ");
}

/** Where two dormitories share a key, it means neither. */
function byKey(
  dormitories: readonly KnownDormitory[],
  key: (name: string) => string,
): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const { id, name } of dormitories) found.set(key(name), found.has(key(name)) ? null : id);
  found.delete("");
  return found;
}

/**
 * Finds which of the office's dormitories a text means: by its name in whatever case, script and marks, with or without
 * "общежитие", "жатакана" or "№". Gives its meaning; null where it is none, or may be several: that is a question.
 */
export function dormitoryReader(
  dormitories: readonly KnownDormitory[],
): (text: string) => string | null {
  const meanings = new Set(dormitories.map(({ id }) => dormitoryMeaning(id)));
  const whole = byKey(dormitories, foldName);
  const short = byKey(dormitories, keyOf);
  return (text) => {
    if (meanings.has(text)) return text;
    const id = whole.get(foldName(text)) ?? short.get(keyOf(text)) ?? null;
    return id === null ? null : dormitoryMeaning(id);
  };
}

/** A word for dormitory with its number, or its name in quotation marks. */
const NAMED_IN_TITLE =
  /(?:общежити|жатакана|жатақхана|dormitory|hostel)\p{L}*\s*(?:(?:№|no\.?|номер)?\s*\d+\p{L}?|[«"“][^»"”]{1,60}[»"”])|\d+\s*-?\s*(?:общежити|жатакана|жатақхана)\p{L}*/giu;

/** The words of a title that name dormitories: those of the office by their whole names, and what stands with the word for one. */
function namedIn(title: string, dormitories: readonly KnownDormitory[]): string[] {
  const words = ` ${foldName(title)} `;
  const whole = dormitories.filter(({ name }) => words.includes(` ${foldName(name)} `));
  return [...whole.map(({ name }) => name), ...(title.match(NAMED_IN_TITLE) ?? [])];
}

/**
 * Which dormitory the rows above a heading name, as it would stand in a cell: its meaning where the office has it, else
 * the words, so that it is asked about. Null: they name none, or several.
 */
export function dormitoryOfTitles(
  titles: readonly string[],
  dormitories: readonly KnownDormitory[],
): string | null {
  const meaningOf = dormitoryReader(dormitories);
  const named = titles.flatMap((title) => namedIn(title, dormitories));
  const meant = new Set(named.map((text) => meaningOf(text) ?? text));
  const [one] = meant;
  return meant.size === 1 && one !== undefined ? one : null;
}
