import { nameKey } from "./transliterate";

/** Raise it when the keys of the same name change: kept ones are then made anew. */
export const PERSON_KEYS_VERSION = 2;

/** What is compared of a person; any part may be empty. A birth date is YYYY-MM-DD, or a sign that it is not known. */
export type PersonNames = {
  lastName: string;
  firstName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
  birthDate: string;
};

/** Between a father's name and "son" or "daughter": no name of its own. */
const PARTICLES = new Set(["ulu", "uli", "ogli", "oglu", "kizi", "kisi", "gizi", "kyzy"]);
/** Of a name with very many words only so many are paired. */
const MOST_WORDS = 4;

/** E at the beginning of a word is written Ye by some documents and E by others. */
function wordsOf(name: string): string[] {
  return nameKey(name)
    .split(" ")
    .map((word) => word.replace(/^ie(?=.)/, "e"))
    .filter((word) => word !== "");
}

function telling(words: readonly string[]): string[] {
  return words.filter((word) => word.length > 1 && !PARTICLES.has(word)).slice(0, MOST_WORDS);
}

function pairs(last: string, first: string): string[] {
  const surname = wordsOf(last);
  const given = wordsOf(first);
  if (surname.length === 0 || given.length === 0) return [];
  // Whole parts, so that "Нурлан-Бек" and "Nurlanbek" meet; then every word of one with every word of the other,
  // so that a double surname meets its half, and a patronymic written beside the name does no harm.
  const whole = [surname.join(""), given.join("")];
  const single = telling(surname).flatMap((one) => telling(given).map((other) => [one, other]));
  return [whole, ...single].map((pair) => pair.toSorted().join(" "));
}

/**
 * The keys of a person: two who share one may be the same person, for somebody to confirm. Each holds the birth
 * date; without it, or without surname and given name in one script, there is none. Script, marks, hyphens, the
 * order of surname and given name, a patronymic, and half of a double name make no difference.
 */
export function personKeys(person: PersonNames): string[] {
  if (person.birthDate === "") return [];
  const found = [
    ...pairs(person.lastName, person.firstName),
    ...pairs(person.lastNameCyrillic, person.firstNameCyrillic),
  ];
  return [...new Set(found)].map((pair) => `${person.birthDate} ${pair}`);
}
