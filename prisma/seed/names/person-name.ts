import type { Chance } from "../chance";
import { KAZAKH, KYRGYZ, MONGOLIAN, type NameStock, RUSSIAN, TAJIK, UZBEK } from "./cyrillic-names";
import { CHINESE, INDIAN, KOREAN, PAKISTANI, type PairedStock, TURKISH } from "./latin-names";
import { inLatin } from "./spelling";

export type Sex = "M" | "F";

/** Latin in capitals as in the document; empty text where a person has none. */
export type PersonName = {
  lastName: string;
  firstName: string;
  middleName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
  middleNameCyrillic: string;
};

const CYRILLIC: Record<string, NameStock> = {
  KZ: KAZAKH,
  RU: RUSSIAN,
  BY: RUSSIAN,
  UZ: UZBEK,
  TM: UZBEK,
  TJ: TAJIK,
  AF: TAJIK,
  MN: MONGOLIAN,
  KG: KYRGYZ,
};
const PAIRED: Record<string, PairedStock> = {
  IN: INDIAN,
  NP: INDIAN,
  PK: PAKISTANI,
  BD: PAKISTANI,
  CN: CHINESE,
  TR: TURKISH,
  AZ: TURKISH,
  KR: KOREAN,
};

/** A name such as a citizen of that country may bear. Throws for a country whose names are not known here. */
export function makeName(chance: Chance, citizenship: string, sex: Sex): PersonName {
  // One in six citizens of Kazakhstan among the students has a Russian name.
  const stock = citizenship === "KZ" && chance.happens(1 / 6) ? RUSSIAN : CYRILLIC[citizenship];
  if (stock !== undefined) return cyrillicName(chance, stock, sex);
  const paired = PAIRED[citizenship];
  if (paired === undefined) throw new Error(`no names for ${citizenship}`);
  return pairedName(chance, paired, sex);
}

/** A name from its Cyrillic form; the patronymic is not in the passport's Latin lines. */
export function nameFromCyrillic(last: string, first: string, middle = ""): PersonName {
  return {
    lastName: inLatin(last),
    firstName: inLatin(first),
    middleName: "",
    lastNameCyrillic: last,
    firstNameCyrillic: first,
    middleNameCyrillic: middle,
  };
}

function cyrillicName(chance: Chance, stock: NameStock, sex: Sex): PersonName {
  const surname = chance.pick(stock.surnames);
  const last = sex === "F" ? feminine(surname) : surname;
  const first = chance.pick(sex === "F" ? stock.women : stock.men);
  return nameFromCyrillic(last, first, patronymic(chance, stock, sex));
}

function feminine(surname: string): string {
  if (surname.endsWith("ұлы")) return surname.replace(/ұлы$/, "қызы");
  return /([её]в|ов|ин)$/.test(surname) ? `${surname}а` : surname;
}

function patronymic(chance: Chance, stock: NameStock, sex: Sex): string {
  if (stock.patronymic === "none" || chance.happens(0.1)) return "";
  const [name, son, daughter] = chance.pick(stock.fathers);
  if (stock.patronymic === "kazakh" && chance.happens(0.5)) {
    return `${name}${sex === "F" ? "қызы" : "ұлы"}`;
  }
  return sex === "F" ? daughter : son;
}

function pairedName(chance: Chance, stock: PairedStock, sex: Sex): PersonName {
  const last = chance.pick(stock.surnames);
  const first = chance.pick(sex === "F" ? stock.women : stock.men);
  return {
    lastName: last.latin,
    firstName: first.latin,
    middleName: "",
    lastNameCyrillic: last.cyrillic,
    firstNameCyrillic: first.cyrillic,
    middleNameCyrillic: "",
  };
}
