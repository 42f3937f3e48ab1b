import { inBothScripts, NO_NAME } from "./one-name";
import { nameKey } from "./transliterate";

/** Raise it when the keys of the same name change: kept ones are then made anew. */
export const PERSON_KEYS_VERSION = 3;

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

/** Surname and given name as one, or the one name that somebody has; none where either is not known. */
function wholePair(last: string, first: string): string[] {
  const names = [last, first].filter((name) => name !== NO_NAME);
  const parts = names.map((name) => wordsOf(name).join(""));
  return parts.length === 0 || parts.includes("") ? [] : [parts.toSorted().join(" ")];
}

/** Surname and given name, by script. */
function byScript(person: Omit<PersonNames, "birthDate">): [last: string, first: string][] {
  const last = inBothScripts(person.lastName, person.lastNameCyrillic);
  const first = inBothScripts(person.firstName, person.firstNameCyrillic);
  return [
    [last[0], first[0]],
    [last[1], first[1]],
  ];
}

function pairs(last: string, first: string): string[] {
  const surname = wordsOf(last);
  const given = wordsOf(first);
  // Whole parts, so that "Нурлан-Бек" and "Nurlanbek" meet; then every word of one with every word of the other,
  // so that a double surname meets its half, and a patronymic written beside the name does no harm.
  const single = telling(surname).flatMap((one) => telling(given).map((other) => [one, other]));
  return [...wholePair(last, first), ...single.map((pair) => pair.toSorted().join(" "))];
}

/**
 * The keys of a person: two who share one may be the same person, for somebody to confirm. Each holds the birth
 * date; without it, or without surname and given name in one script, there is none. Script, marks, hyphens, the
 * order of surname and given name, a patronymic, and half of a double name make no difference. Of one name only it is the name.
 */
export function personKeys(person: PersonNames): string[] {
  if (person.birthDate === "") return [];
  const found = byScript(person).flatMap(([last, first]) => pairs(last, first));
  return [...new Set(found)].map((pair) => `${person.birthDate} ${pair}`);
}

export type FullNames = Omit<PersonNames, "birthDate"> & {
  middleName: string;
  middleNameCyrillic: string;
};

/** Surname and given name in each script, folded, nothing left out of them: at most two. */
export function wholeNames(person: Omit<FullNames, "middleName" | "middleNameCyrillic">): string[] {
  const found = byScript(person).flatMap(([last, first]) => wholePair(last, first));
  return [...new Set(found)];
}

const patronymics = ({ middleName, middleNameCyrillic }: FullNames) =>
  [middleName, middleNameCyrillic]
    .map((name) =>
      wordsOf(name)
        .filter((word) => !PARTICLES.has(word))
        .join(""),
    )
    .filter((name) => name !== "");

/** Whether two people have the same surname and given name, whole, in any script and order, and no different patronymics. */
export function sameFullName(one: FullNames, other: FullNames): boolean {
  const names = wholeNames(other);
  if (!wholeNames(one).some((name) => names.includes(name))) return false;
  const [mine, theirs] = [patronymics(one), patronymics(other)];
  return mine.length === 0 || theirs.length === 0 || mine.some((name) => theirs.includes(name));
}
