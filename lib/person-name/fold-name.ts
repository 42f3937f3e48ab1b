/** Letters that rosters and borders write in more than one way; ё, й and other marked ones lose their mark. */
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
 * A name as it is compared: lower case, letters folded, accents and apostrophes gone, every
 * run of spaces, hyphens and punctuation one space. Both scripts; idempotent.
 */
export function foldName(text: string): string {
  const bare = text.normalize("NFD").toLowerCase().replace(APOSTROPHES, "").replace(MARKS, "");
  let folded = "";
  for (const letter of bare) folded += FOLDED[letter] ?? letter;
  return folded.replace(SEPARATORS, " ").trim();
}
