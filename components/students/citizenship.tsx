import { useLocale } from "next-intl";

/** ISO 3166-1 alpha-2 → the country's name in the reader's language; the code itself where there is none. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: "region", fallback: "code" }).of(code) ?? code;
}

/** A country by its code, with its name on pointing and for screen readers. */
export function CountryCode({ code }: { code: string }) {
  const name = countryName(code, useLocale());
  return (
    <abbr title={name} className="no-underline">
      {code}
    </abbr>
  );
}
