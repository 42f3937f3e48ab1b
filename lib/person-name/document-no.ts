/** Cyrillic letters that look like a Latin one, upper case. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  Ё: "E",
  Ѕ: "S",
  І: "I",
  Ї: "I",
  Ј: "J",
  К: "K",
  М: "M",
  Н: "H",
  О: "O",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Ү: "Y",
  Х: "X",
  Һ: "H",
};

/** The same as two texts, sign for sign. */
export const LOOK_ALIKES = {
  cyrillic: Object.keys(LOOK_ALIKE).join(""),
  latin: Object.values(LOOK_ALIKE).join(""),
};

export type FoldedDocumentNo = {
  /** Upper case, no spaces, dashes or other signs, Cyrillic look-alikes as Latin letters. */
  folded: string;
  /** True where Cyrillic letters were taken for their Latin look-alikes (cleanDocumentNo): to be told, not hidden. */
  lookAlikes: boolean;
  /** True where "№" was taken for the N that shares its key on a Russian keyboard. */
  numero: boolean;
};

/** "№" before the eight digits of a Kazakh passport; anywhere else it only says that a number follows. */
const NUMERO = /^\s*№\s*(?=\d{8}\s*$)/;

/** What folding leaves as it is. */
const FOLDED = /^[A-Z0-9]*$/;

/** A document number as it is compared: "n 1234-5678" and "N12345678" are one. */
export function foldDocumentNo(text: string): FoldedDocumentNo {
  if (FOLDED.test(text)) return { folded: text, lookAlikes: false, numero: false };
  const numero = NUMERO.test(text);
  const upper = (numero ? text.replace(NUMERO, "N") : text).normalize("NFC").toUpperCase();
  if (/^[ -~]*$/.test(upper)) {
    return { folded: upper.replace(/[^A-Z0-9]/g, ""), lookAlikes: false, numero };
  }
  let folded = "";
  let lookAlikes = false;
  for (const sign of upper) {
    const latin = LOOK_ALIKE[sign];
    if (latin !== undefined) lookAlikes = true;
    if (latin !== undefined || /[\p{L}\p{N}]/u.test(sign)) folded += latin ?? sign;
  }
  return { folded, lookAlikes: lookAlikes && !isCyrillic(upper), numero };
}

/** A letter that no Latin one looks like, upper case: the number is a Cyrillic one, whatever its other letters look like. */
function isCyrillic(upper: string): boolean {
  return /\p{Script=Cyrillic}/u.test(upper) && [...upper].some(hasNoLookAlike);
}

function hasNoLookAlike(sign: string): boolean {
  return LOOK_ALIKE[sign] === undefined && /\p{Script=Cyrillic}/u.test(sign);
}

/** What cleaning leaves as it is. */
const CLEAN = /^[A-Za-z0-9-]*$/;

/**
 * A document number as it is recorded and filed: Cyrillic look-alikes as Latin letters, without "№" and spaces; case and
 * other signs as written. A number with a letter that no Latin one looks like (ӨЖ-5) stays Cyrillic.
 */
export function cleanDocumentNo(text: string): string {
  if (CLEAN.test(text)) return text;
  const bare = text.replace(NUMERO, "N").normalize("NFC").replace(/[№\s]/g, "");
  if (isCyrillic(bare.toUpperCase())) return bare;
  return Array.from(bare, latinOf).join("");
}

function latinOf(sign: string): string {
  const upper = sign.toUpperCase();
  const latin = LOOK_ALIKE[upper] ?? sign;
  return sign === upper ? latin : latin.toLowerCase();
}
