import { useLocale, useTranslations } from "next-intl";
import { parseDay } from "@/lib/civil-date/day";
import type { ImportField } from "@/lib/db/import/import-words";
import type { RowChange } from "@/lib/db/import/row-words";
import { countryName } from "@/lib/i18n/country-name";
import { dayInTable } from "@/lib/i18n/format-day";
import type { Tense } from "./tense";

/** "documentNo" → "document_no": facts name their fields in camel case, files in snake case. */
function fieldOf(key: string): ImportField {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as ImportField;
}

const CODED: ReadonlySet<string> = new Set(["result", "sex", "direction", "kind", "status"]);

/** A value in words: a code of a closed list in the reader's language, a date as a day, any other text as it stands. */
function useValueWords(): (field: string, value: string) => string {
  const t = useTranslations("imports.meanings");
  const locale = useLocale();
  return (field, value) => {
    if (field === "citizenship" && value !== "") return countryName(value, locale);
    // The state of a student is any text, that of a ground is one of a list; the messages have the whole list.
    const key = `${field}.${value}` as "sex.M";
    if (CODED.has(field) && /^\w+$/.test(value) && t.has(key)) return t(key);
    const day = parseDay(value);
    return day === null ? value : dayInTable(day);
  };
}

/** What a row changes in a field: what was known and what the file says. */
export function useChangeWords(tense: Tense): (change: RowChange) => string {
  const t = useTranslations("imports");
  const shown = useValueWords();
  return ({ field, old, new: next }) =>
    field === "otherRegistration"
      ? t("rows.otherEnds", { old, next: next || "none", tense })
      : t(old === "" ? "rows.added" : next === "" ? "rows.emptied" : "rows.changed", {
          field: t(`fields.${fieldOf(field)}`),
          old: shown(field, old),
          next: shown(field, next),
        });
}
