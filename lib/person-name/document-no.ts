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

export type FoldedDocumentNo = {
  /** Upper case, no spaces, dashes or other signs, Cyrillic look-alikes as Latin letters. */
  folded: string;
  /** True where a Cyrillic letter was taken for its Latin look-alike: to be told, not hidden. */
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
  return { folded, lookAlikes, numero };
}
