import { scriptOf } from "@/lib/person-name/script";
import { type Unit, unitsOf } from "./name-units";

/** The parts of a name in one script; "" where there is none. */
export type NameParts = { last: string; first: string; middle: string };
export type SplitName = { latin: NameParts; cyrillic: NameParts };

export type NameOrder = "surnameFirst" | "givenFirst";

const NONE: NameParts = { last: "", first: "", middle: "" };

/**
 * A name that stands in one cell, split into surname, given name and patronymic, by script: "Ахметова Айгуль Сериковна",
 * "Асан уулу Бакыт", "Өмүрбекова Айзада / OMURBEKOVA AIZADA", "Ivanov, Ivan", "Мамедов, Али, Гасан оглы". Null where it cannot be told apart:
 * one word alone, more than three names, two different ones in one script, or a particle where a name should be.
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
  if (/\d/.test(piece)) return null;
  const [before = "", given, middle, ...more] = piece.split(",");
  if (given === undefined) return ofWords(unitsOf(piece) ?? [], order);
  if (more.length > 0) return null;
  return middle === undefined ? ofComma(before, given) : ofCommas(before, given, middle);
}

/** Of one part only: a father's name is no given one, nor a family's name. */
const isGiven = (unit: Unit | undefined) => unit?.is === "name";
const isLast = (unit: Unit | undefined) => unit !== undefined && unit.is !== "patronymic";
const isMiddle = (unit: Unit | undefined) => unit?.is !== "house";

function ofWords(units: readonly Unit[], order: NameOrder): NameParts | null {
  if (units.length < 2 || units.length > 3) return null;
  const [one, two, three] = units;
  const given = units.length === 2 ? [two, one] : [three, one, two];
  const [last, first, middle] = order === "surnameFirst" ? units : given;
  if (!isLast(last) || !isGiven(first) || !isMiddle(middle)) return null;
  return { last: last?.text ?? "", first: first?.text ?? "", middle: middle?.text ?? "" };
}

/** The words of the surname before the comma; behind it a given name, and a patronymic. */
function ofComma(before: string, after: string): NameParts | null {
  const last = wholeName(before);
  const [first, middle, ...more] = unitsOf(after) ?? [];
  if (last === null || first === undefined || more.length > 0) return null;
  if (!isGiven(first) || !isMiddle(middle)) return null;
  return { last, first: first.text, middle: middle?.text ?? "" };
}

/** Surname, given name and patronymic as somebody has told them apart, of however many words. */
function ofCommas(before: string, given: string, patronymic: string): NameParts | null {
  const [last, first] = [wholeName(before), wholeName(given)];
  const middle = patronymic.trim() === "" ? "" : wholeName(patronymic);
  return last === null || first === null || middle === null ? null : { last, first, middle };
}

/** All words of one part of a name; null where there are none, or a particle alone. */
function wholeName(text: string): string | null {
  const units = unitsOf(text) ?? [];
  return units.length === 0 ? null : units.map((unit) => unit.text).join(" ");
}
