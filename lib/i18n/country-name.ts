/** Names that Kyrgyzstan writes otherwise than Intl: it calls itself «Кыргызстан» in Russian as well. */
const WRITTEN_HERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ru: { KG: "Кыргызстан" },
};

/**
 * ISO 3166-1 alpha-2 → the country's name in a language; the code itself where there is none. Browsers know no
 * Kyrgyz names: they give the Russian one.
 */
export function countryName(code: string, locale: string): string {
  const names = new Intl.DisplayNames([locale, "ru"], { type: "region", fallback: "code" });
  const written = WRITTEN_HERE[names.resolvedOptions().locale]?.[code];
  return written ?? names.of(code) ?? code;
}
