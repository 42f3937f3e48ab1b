import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import english from "i18n-iso-countries/langs/en.json" with { type: "json" };
import kazakh from "i18n-iso-countries/langs/kk.json" with { type: "json" };
import kyrgyz from "i18n-iso-countries/langs/ky.json" with { type: "json" };
import russian from "i18n-iso-countries/langs/ru.json" with { type: "json" };
import { COUNTRY_WORDS } from "./country-words";
import { remembering, wordKey } from "./word";

const ALPHA_2 = new Set(codes.map(([alpha2 = ""]) => alpha2));
/** ISO 3166-1 alpha-2 codes of all countries. */
export const COUNTRY_CODES: readonly string[] = [...ALPHA_2].filter((code) => code !== "").sort();

const ALPHA_3 = new Map(codes.map(([alpha2 = "", alpha3 = ""]) => [alpha3, alpha2]));
const BY_NAME = namesOfCountries();

/** Two official names that fold to one key and mean different countries are neither; everyday names decide. */
function namesOfCountries(): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>();
  for (const [key, alpha2] of officialNames()) {
    names.set(key, !names.has(key) || names.get(key) === alpha2 ? alpha2 : null);
  }
  for (const [alpha2, words] of Object.entries(COUNTRY_WORDS)) {
    for (const word of words.split("|")) names.set(wordKey(word), alpha2);
  }
  return names;
}

function officialNames(): (readonly [string, string])[] {
  return [russian, kyrgyz, english, kazakh].flatMap(({ countries }) =>
    Object.entries(countries).flatMap(([alpha2, name]) =>
      [name].flat().map((one) => [wordKey(one), alpha2] as const),
    ),
  );
}

/**
 * ISO 3166-1 alpha-2 of a citizenship: alpha-2, alpha-3, or a name in Russian, Kyrgyz, English or
 * Kazakh, official or everyday; null where it is none of these.
 */
export const readCitizenship = remembering((text): string | null => {
  const code = text.trim().toUpperCase();
  if (ALPHA_2.has(code)) return code;
  return (
    ALPHA_3.get(code) ?? BY_NAME.get(wordKey(text)) ?? BY_NAME.get(wordKey(bare(text))) ?? null
  );
});

/** "гр. РК", "Респ. Казахстан": without the word for citizen, and the republic written out. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/^(?:гр-н|гр-ка|гр|граждан(?:ин|ка)|гражд)(?:\.\s*|\s+)/iu, "")
    .replace(/^(?:респ\.?|р-ка)\s+/iu, "Республика ");
}

/** More of them tell nothing. */
const MOST_NEAR = 6;

/** Countries, ISO 3166-1 alpha-2, of which a name begins as an abbreviation does: those of "Инд."; none where there are too many. */
export function nearCountries(text: string): string[] {
  const key = wordKey(text);
  if (key.length < 2) return [];
  const found = new Set<string>();
  for (const [name, alpha2] of BY_NAME) {
    if (alpha2 !== null && name.startsWith(key)) found.add(alpha2);
  }
  return found.size > MOST_NEAR ? [] : [...found].sort();
}
