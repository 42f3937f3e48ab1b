import { foldName } from "./fold-name";

/** ICAO Doc 9303 part 3, section 6 B, for the letters that folding leaves. */
const LATIN: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ж: "zh",
  з: "z",
  и: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "ie",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
};

/** Cyrillic to Latin as in a machine-readable zone (ICAO 9303), upper case: Өмүрбекова → OMURBEKOVA. */
export function transliterate(name: string): string {
  return latinOf(foldName(name)).toUpperCase();
}

/** Spellings of one sound that documents of the region mix, brought to one. */
const LIKE: readonly (readonly [RegExp, string])[] = [
  [/ie(?=[ieauo])/g, "i"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/dzh|j/g, "zh"],
  [/q/g, "k"],
  [/w/g, "u"],
  [/x/g, "ks"],
  [/y/g, "i"],
  [/(.)\1+/g, "$1"],
];

/**
 * The key under which spellings of one name meet, whatever the script: lower-case Latin words.
 * Equal keys make a candidate for a person to confirm, never a match.
 */
export function nameKey(name: string): string {
  let key = latinOf(foldName(name));
  for (const [pattern, replacement] of LIKE) key = key.replace(pattern, replacement);
  return key;
}

function latinOf(folded: string): string {
  let latin = "";
  for (const letter of folded) latin += LATIN[letter] ?? letter;
  return latin;
}
