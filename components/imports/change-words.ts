import { useTranslations } from "next-intl";
import { parseDay } from "@/lib/civil-date/day";
import type { ImportField } from "@/lib/db/import/import-words";
import type { RowChange } from "@/lib/db/import/row-words";
import { dayInTable } from "@/lib/i18n/format-day";
import type { Tense } from "./tense";

/** "documentNo" → "document_no": facts name their fields in camel case, files in snake case. */
function fieldOf(key: string): ImportField {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as ImportField;
}

function shown(value: string): string {
  const day = parseDay(value);
  return day === null ? value : dayInTable(day);
}

/** What a row changes in a field: what was known and what the file says. */
export function useChangeWords(tense: Tense): (change: RowChange) => string {
  const t = useTranslations("imports");
  return ({ field, old, new: next }) =>
    field === "otherRegistration"
      ? t("rows.otherEnds", { old, next: next || "none", tense })
      : t(old === "" ? "rows.added" : next === "" ? "rows.emptied" : "rows.changed", {
          field: t(`fields.${fieldOf(field)}`),
          old: shown(old),
          next: shown(next),
        });
}
