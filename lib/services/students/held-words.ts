import "server-only";
import type { Locale } from "@/lib/auth/permissions";
import type { HeldKind } from "@/lib/db/held-facts";
import type { ExportCell } from "@/lib/export/table";
import { countryName } from "@/lib/i18n/country-name";
import { readText } from "@/lib/i18n/read-text";
import type { Field } from "@/lib/import/fields";
import { type ListedField, readWord } from "@/lib/import/read-word";

/** The lists of words in our templates, by field. */
const LISTS: Readonly<Record<HeldKind, readonly (readonly [ListedField, string])[]>> = {
  roster: [["sex", "sex"]],
  crossings: [["direction", "direction"]],
  grounds: [
    ["kind", "groundKind"],
    ["status", "groundStatus"],
  ],
};

/** The words of a list by what they mean to the importer. */
function meaningsOf(field: ListedField, words: string): ReadonlyMap<string, string> {
  return new Map(words.split("|").map((word) => [readWord(field, word) ?? word, word]));
}

/**
 * How values are written in a language so that the importer reads them as what they are: the templates' words, names of
 * countries. What it would not read so is written as we keep it.
 */
export async function heldWords(
  kind: HeldKind,
  locale: Locale,
): Promise<(field: Field, value: ExportCell) => ExportCell> {
  const t = await readText(locale, "imports");
  const lists = new Map<Field, ReadonlyMap<string, string>>(
    LISTS[kind].map(([field, list]) => [field, meaningsOf(field, t(`template.offers.${list}`))]),
  );
  return (field, value) => {
    if (typeof value !== "string" || value === "") return value;
    if (field === "citizenship") {
      const name = countryName(value, locale);
      return readWord("citizenship", name) === value ? name : value;
    }
    return lists.get(field)?.get(value) ?? value;
  };
}
