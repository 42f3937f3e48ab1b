import { useLocale, useTranslations } from "next-intl";
import type { Option } from "@/components/ui/select";
import type { ImportField, ImportKind, WordField } from "@/lib/db/import/import-words";
import { countryName } from "@/lib/i18n/country-name";
import type { FoundImport } from "./import-refused";

/** What the words of a field can mean, in the reader's language; null for fields that take any text. On the server only: browsers do not know all names of countries. */
export function useMeaningOptions({
  meanings,
  dormitories,
}: Pick<FoundImport, "meanings" | "dormitories">): (
  kind: ImportKind,
  field: ImportField,
) => Option[] | null {
  const t = useTranslations("imports.meanings");
  const locale = useLocale();
  const named = (field: Exclude<WordField, "dormitory" | "faculty">, meaning: string): string => {
    switch (field) {
      case "citizenship":
        return countryName(meaning, locale);
      case "checkpoint":
        return meaning;
      case "direction":
      case "sex":
      case "kind":
      case "status":
      case "result":
        // The lists of meanings and the messages are held together by a test.
        return t(`${field}.${meaning}` as "direction.entry");
    }
  };
  return (kind, field) => {
    const words = wordFieldOf(kind, field);
    if (words === null) return null;
    if (words === "dormitory") {
      return dormitories.map(({ meaning, name }) => ({ value: meaning, label: name }));
    }
    const options = meanings[words].map((value) => ({ value, label: named(words, value) }));
    return words === "citizenship"
      ? options.sort((a, b) => a.label.localeCompare(b.label, locale))
      : options;
  };
}

/** The state of a student is any text; that of a ground is one of four. */
function wordFieldOf(kind: ImportKind, field: ImportField): Exclude<WordField, "faculty"> | null {
  switch (field) {
    case "citizenship":
    case "checkpoint":
    case "direction":
    case "sex":
    case "kind":
    case "dormitory":
    case "result":
      return field;
    case "status":
      return kind === "grounds" ? field : null;
    default:
      return null;
  }
}
