import { type NameOrder, splitFullName } from "./full-name";

const PATRONYMIC =
  /(?:[оеё]вич|[оеё]вна|ични?ч?на|ovich|evich|ovna|evna|[\s](?:уулу|кызы|қызы|ұлы|оглы|гызы|ogly|oglu|uulu|kyzy|uly|qizi)|(?:ұлы|қызы))$/iu;
const SURNAME =
  /(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|енко|[оеё]вы?х|ova?|eva?|[iy]na?|sky|skiy|skaya|enko)$/iu;

/**
 * The order that a name in one cell shows by its endings: a patronymic stands behind the given name; of two words
 * only one ends as surnames do. Null where the endings tell nothing ("Rahul Sharma").
 */
export function shownOrder(text: string): NameOrder | null {
  const split = splitFullName(text, "surnameFirst");
  if (split === null) return null;
  const { last, first, middle } = split.cyrillic.last === "" ? split.latin : split.cyrillic;
  if (text.includes(",")) return "surnameFirst";
  if (middle !== "") return byPatronymic(first, middle);
  if (SURNAME.test(last) === SURNAME.test(first)) return null;
  return SURNAME.test(last) ? "surnameFirst" : "givenFirst";
}

function byPatronymic(second: string, third: string): NameOrder | null {
  if (PATRONYMIC.test(second) === PATRONYMIC.test(third)) return null;
  return PATRONYMIC.test(third) ? "surnameFirst" : "givenFirst";
}

/** The order that most names of a column show; null where none shows any, or as many the one as the other. */
export function orderOf(values: readonly string[]): NameOrder | null {
  const shown = values.map(shownOrder);
  const surname = shown.filter((order) => order === "surnameFirst").length;
  const given = shown.filter((order) => order === "givenFirst").length;
  if (surname === given) return null;
  return surname > given ? "surnameFirst" : "givenFirst";
}
