import { useLocale } from "next-intl";
import { countryName } from "@/lib/i18n/country-name";

/** A country by its code, with its name on pointing and for screen readers. */
export function CountryCode({ code }: { code: string }) {
  const name = countryName(code, useLocale());
  return (
    <abbr title={name} className="no-underline">
      {code}
    </abbr>
  );
}
