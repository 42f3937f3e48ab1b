import { countryName } from "@/lib/i18n/country-name";
import "server-only";
import type { Locale } from "@/lib/auth/permissions";
import type { ExportCell, ExportTable } from "@/lib/export/table";
import { readText } from "@/lib/i18n/read-text";
import {
  FIELD_NAMES,
  REQUEST_FIELDS,
  type RequestField,
  type RequestFields,
} from "./request-fields";

type Translate = (key: string) => string;

/** A frozen list as a table to be written: captions and words of closed lists in the given language. */
export async function listTable(
  number: number,
  rows: readonly { fields: RequestFields }[],
  locale: Locale,
): Promise<ExportTable> {
  const t = await readText(locale, "registrations");
  const cellOf = (fields: RequestFields, name: RequestField): ExportCell => {
    const value = fields[name];
    if (value === null || value === "" || typeof value === "number") return value;
    return wordOf(REQUEST_FIELDS[name], value, t, locale);
  };
  return {
    name: `${t("sheet")} ${number}`,
    columns: [
      { heading: t("fields.number"), kind: "number" },
      ...FIELD_NAMES.map((name) => ({
        heading: t(`fields.${name}`),
        kind: REQUEST_FIELDS[name] === "day" ? ("day" as const) : ("text" as const),
      })),
    ],
    rows: rows.map(({ fields }, index) => [
      index + 1,
      ...FIELD_NAMES.map((name) => cellOf(fields, name)),
    ]),
  };
}

function wordOf(
  kind: (typeof REQUEST_FIELDS)[RequestField],
  value: string,
  t: Translate,
  locale: Locale,
): string {
  switch (kind) {
    case "country":
      return countryName(value, locale);
    case "sex":
    case "route":
    case "purpose":
      return t(`words.${kind}.${value}`);
    case "text":
    case "day":
      return value;
  }
}
