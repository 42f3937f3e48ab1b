import { useLocale, useTranslations } from "next-intl";
import { countryName } from "@/lib/i18n/country-name";
import type { FacetName } from "./filter-link";

/** A value of a facet in the reader's language. */
export function useFacetLabel(): (facet: FacetName, value: string) => string {
  const t = useTranslations("students");
  const words = useTranslations("assessment");
  const locale = useLocale();
  return (facet, value) => {
    switch (facet) {
      case "verdict":
        return words(`verdicts.${value}`);
      case "inside":
        return words(`inside.${value}`);
      case "registration":
        return t(`registration.${value}`);
      case "housing":
        return t(`housing.${value}`);
      case "citizenship":
        return countryName(value, locale);
      case "faculty":
        return value === "" ? t("notKnown") : value;
    }
  };
}
