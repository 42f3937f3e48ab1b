/** Cyrillic letters as passports of Kazakhstan and its neighbours write them in Latin. */
const LATIN: Record<string, string> = {
  а: "a",
  ә: "a",
  б: "b",
  в: "v",
  г: "g",
  ғ: "gh",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  қ: "k",
  л: "l",
  м: "m",
  н: "n",
  ң: "ng",
  о: "o",
  ө: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ұ: "u",
  ү: "u",
  ф: "f",
  х: "kh",
  һ: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  і: "i",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ў: "o",
  ҳ: "h",
  ҷ: "j",
  ӣ: "i",
  ӯ: "u",
};

/** A Cyrillic name in capital Latin letters, as under the photograph of a passport. */
export function inLatin(name: string): string {
  return [...name.toLowerCase()]
    .map((letter) => LATIN[letter] ?? letter)
    .join("")
    .toUpperCase();
}
