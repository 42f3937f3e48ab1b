import { foldName } from "@/lib/person-name/fold-name";
import { distance } from "@/lib/person-name/letter-distance";
import { remembering } from "./word";

/** A faculty as it is to be kept; `isNew`: nobody is of it yet. */
export type FacultyRead = { name: string; isNew: boolean };

/**
 * Finds which of the faculties that students are of already a text means: by its name in whatever case, spaces and marks. Gives
 * the name as it is known; null where it is none of them but like one: that is a question. Like none of them it is a new
 * one, which is told. Where no faculty is known yet, every text is one as it is written. `known`: of two spellings of one
 * name the first counts.
 */
export function facultyReader(known: readonly string[]): (text: string) => FacultyRead | null {
  const asWritten = new Set(known);
  const folded = new Map(known.toReversed().map((name) => [foldName(name), name]));
  return remembering((text) => {
    if (known.length === 0 || asWritten.has(text)) return { name: text, isNew: false };
    const name = folded.get(foldName(text));
    if (name !== undefined) return { name, isNew: false };
    return nearFaculties(text, known).length > 0 ? null : { name: text, isNew: true };
  });
}

/** Words that say that it is a faculty, not which. */
const GENERIC =
  /^(?:фак|факультет\p{L}*|институт\p{L}*|инст|школа|школы|мектеби|кафедра\p{L}*|faculty|school|institute|department|of|the|and|и|жана)$/u;
/** Words of so many letters may be misspelt. */
const MISSPELT_FROM = 6;
const MOST = 5;

const wordsOf = (name: string) =>
  foldName(name)
    .split(" ")
    .filter((word) => word !== "");
const tellingOf = (words: readonly string[]) => words.filter((word) => !GENERIC.test(word));

/** The known faculties that an unknown name may stand for: abbreviated, by its initials, misspelt, or with words more or less. */
export function nearFaculties(text: string, known: readonly string[]): string[] {
  const words = wordsOf(text);
  return known
    .filter((name) => {
      const others = wordsOf(name);
      return isPartOf(words, others) || isPartOf(others, words) || areInitials(words, others);
    })
    .slice(0, MOST);
}

/** Each telling word of the one stands in the other: whole, as its beginning, or misspelt by a letter. */
function isPartOf(few: readonly string[], many: readonly string[]): boolean {
  const telling = tellingOf(few);
  return telling.length > 0 && telling.every((word) => many.some((other) => isLike(word, other)));
}

function isLike(word: string, other: string): boolean {
  return other.startsWith(word) || (word.length >= MISSPELT_FROM && distance(word, other, 1) <= 1);
}

/** ФМО: международные отношения, with or without the word for faculty. */
function areInitials(words: readonly string[], others: readonly string[]): boolean {
  const letters = words.join("");
  if (letters.length < 2) return false;
  const initials = (of: readonly string[]) => of.map((word) => word.charAt(0)).join("");
  return letters === initials(others) || letters === initials(tellingOf(others));
}
