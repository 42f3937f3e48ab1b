import { countryName } from "@/lib/i18n/country-name";
import "server-only";
import {
  type ImportTemplate,
  type TemplateColumn,
  type TemplateFormat,
  writeImportTemplate,
} from "@/lib/export/import-template";
import type { ImportKind } from "@/lib/import/fields";
import { type FieldEntry, type TemplateField, templateFields } from "@/lib/import/template-columns";

/** Whose citizens study here most, the neighbours first; any other may be typed. */
const CITIZENSHIPS =
  "KZ RU UZ TJ TM CN IN PK TR AF BD NP IR MN KR BY UA AZ AM GE EG SY JO NG SD".split(" ");

/** Values to choose from, as a file may write them in the language of the template. */
export type TemplateOffers = Readonly<Partial<Record<FieldEntry, readonly string[]>>>;

/** Everything in a template that is words. */
export type TemplateWords = Omit<ImportTemplate, "columns"> & {
  locale: string;
  offers: TemplateOffers;
  heading: (label: TemplateField["label"]) => string;
  required: (required: TemplateField["required"]) => string;
  how: (entry: FieldEntry) => string;
  example: (field: TemplateField["field"], entry: FieldEntry) => string;
};

const FORMATS: Readonly<Partial<Record<FieldEntry, TemplateFormat>>> = {
  day: "day",
  moment: "moment",
};

/** A workbook to be filled in for a kind of import, in the words of a language. */
export function importTemplate(kind: ImportKind, words: TemplateWords): Promise<Uint8Array> {
  const { heading, required, how, example, offers, locale, ...rest } = words;
  const citizenship = CITIZENSHIPS.map((code) => countryName(code, locale));
  const columns = templateFields(kind).map(
    ({ field, label, entry, required: needed }): TemplateColumn => ({
      heading: heading(label),
      required: required(needed),
      how: how(entry),
      format: FORMATS[entry] ?? "text",
      offers: entry === "citizenship" ? citizenship : (offers[entry] ?? []),
      example: example(field, entry),
    }),
  );
  return writeImportTemplate({ ...rest, columns });
}
