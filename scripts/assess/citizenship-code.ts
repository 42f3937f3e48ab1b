import codes from "i18n-iso-countries/codes.json";

const ALPHA_2 = new Map(
  codes.flatMap(([alpha2 = "", alpha3 = ""]) => [
    [alpha2, alpha2],
    [alpha3, alpha2],
  ]),
);

/** ISO 3166-1 alpha-2 of an alpha-2 or alpha-3 code in either case, or null. */
export function citizenshipCode(text: string): string | null {
  return ALPHA_2.get(text.toUpperCase()) ?? null;
}
