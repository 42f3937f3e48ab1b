import { useLocale, useTranslations } from "next-intl";
import type { Day } from "@/lib/civil-date/day";
import { dayInWords } from "@/lib/i18n/format-day";

/** How many can be filed on the day, and how many not. */
export function ListCounts({
  included,
  leftOut,
  asOf,
}: {
  included: readonly unknown[];
  leftOut: readonly unknown[];
  asOf: Day;
}) {
  const t = useTranslations("registrations");
  const day = dayInWords(asOf, useLocale());
  return t("counts", { included: included.length, leftOut: leftOut.length, day });
}
