import { useTranslations } from "next-intl";
import type { Encoding } from "@/lib/db/import/import-words";

/** The names that spreadsheets give encodings in their own dialogs; the same in every language. */
const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1251": "Windows-1251",
  ibm866: "CP866 (DOS)",
  "koi8-r": "KOI8-R",
};

const FIRST_LETTER = "A".charCodeAt(0);
const LETTERS = 26;

/** Encodings, delimiters and columns as a person knows them. */
export function useReadingWords() {
  const t = useTranslations("imports.reading");
  return {
    encodingName: (encoding: Encoding) => ENCODING_NAMES[encoding],
    delimiterName: (delimiter: string) => {
      switch (delimiter) {
        case ";":
          return t("semicolon");
        case ",":
          return t("comma");
        case "\t":
          return t("tab");
        default:
          return delimiter;
      }
    },
  };
}

/** A column (0-based) by its letters, as spreadsheets show it. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(FIRST_LETTER + (column % LETTERS));
  return column < LETTERS ? letter : columnLetters(Math.floor(column / LETTERS) - 1) + letter;
}
