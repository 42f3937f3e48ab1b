/** Letters of Kyrgyz, Kazakh and Russian that rosters and borders write in more than one way. */
const FOLDED: Readonly<Record<string, string>> = {
  ә: "а",
  ө: "о",
  ү: "у",
  ұ: "у",
  қ: "к",
  ғ: "г",
  ң: "н",
  һ: "х",
  і: "и",
  ї: "и",
  ё: "е",
  й: "и",
  ў: "у",
  җ: "ж",
  ß: "ss",
  ı: "i",
  ø: "o",
  æ: "ae",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ə: "a",
};

const APOSTROPHES = /['’‘ʼʻ`´ʹ]/g;
const SEPARATORS = /[\s\p{P}\p{S}]+/gu;
const MARKS = /\p{M}/gu;

/**
 * A name as it is compared: lower case, letters folded (LAW 9), accents and apostrophes gone, every
 * run of spaces, hyphens and punctuation one space. Both scripts; idempotent.
 */
export function foldName(text: string): string {
  const lower = text.normalize("NFC").toLowerCase().replace(APOSTROPHES, "");
  let folded = "";
  for (const letter of lower) folded += FOLDED[letter] ?? letter;
  return folded.normalize("NFD").replace(MARKS, "").replace(SEPARATORS, " ").trim();
}
