import { scriptOf } from "@/lib/person-name/script";

/** The parts of a name in one script; "" where there is none. */
export type NameParts = { last: string; first: string; middle: string };
export type SplitName = { latin: NameParts; cyrillic: NameParts };

export type NameOrder = "surnameFirst" | "givenFirst";

const NONE: NameParts = { last: "", first: "", middle: "" };

/** Words that belong to the name before them: Асан уулу, Үсөн кызы, Серикұлы as two words. */
const OF_FATHER =
  /^(?:уулу|улуу|кызы|кизи|гызы|оглы|оглу|қызы|ұлы|углы|ogly|oglu|uulu|kyzy|kizi|qizi|uly|ugli|o['’‘]?g['’‘]?li|zada)$/iu;

/**
 * A name that stands in one cell, split into surname, given name and patronymic, by script: "Ахметова Айгуль Сериковна",
 * "Асан уулу Бакыт", "Өмүрбекова Айзада / OMURBEKOVA AIZADA", "Ivanov, Ivan". Null where it cannot be told apart:
 * one word alone, more than three names, or two different ones in one script.
 */
export function splitFullName(text: string, order: NameOrder): SplitName | null {
  const found: { latin: NameParts | null; cyrillic: NameParts | null } = {
    latin: null,
    cyrillic: null,
  };
  for (const piece of pieces(text)) {
    const script = scriptOfWords(piece);
    const parts = splitPiece(piece, order);
    if (parts === null || script === null || found[script] !== null) return null;
    found[script] = parts;
  }
  if (found.latin === null && found.cyrillic === null) return null;
  return { latin: found.latin ?? NONE, cyrillic: found.cyrillic ?? NONE };
}

/** The one script of the words; a word with a look-alike letter of the other goes with the rest, and is told as such. */
function scriptOfWords(piece: string): "latin" | "cyrillic" | null {
  const scripts = new Set(piece.split(/[\s,]+/).map(scriptOf));
  if (scripts.has("latin") === scripts.has("cyrillic")) return null;
  return scripts.has("latin") ? "latin" : "cyrillic";
}

/** The same name in both scripts stands in brackets, or behind a stroke. */
function pieces(text: string): string[] {
  return text
    .split(/[/|()\\[\];\n]+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

function splitPiece(piece: string, order: NameOrder): NameParts | null {
  const [before = "", after, ...more] = piece.split(",");
  if (more.length > 0 || /\d/.test(piece)) return null;
  if (after !== undefined) return ofComma(unitsOf(before), unitsOf(after));
  const units = unitsOf(piece);
  const [one = "", two = "", three = ""] = units;
  if (units.length < 2 || units.length > 3) return null;
  if (order === "surnameFirst") return { last: one, first: two, middle: three };
  return units.length === 2
    ? { last: two, first: one, middle: "" }
    : { last: three, first: one, middle: two };
}

function ofComma(last: readonly string[], given: readonly string[]): NameParts | null {
  const [first = "", middle = ""] = given;
  if (last.length !== 1 || given.length < 1 || given.length > 2) return null;
  return { last: last[0] ?? "", first, middle };
}

/** The words of a name, those of a father's name together. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const before = units.pop();
    if (before !== undefined && OF_FATHER.test(word)) units.push(`${before} ${word}`);
    else units.push(...(before === undefined ? [] : [before]), word);
  }
  return units;
}
