import "server-only";
import { LOCALES } from "@/lib/auth/permissions";
import { readText } from "@/lib/i18n/read-text";
import type { ImportKind } from "@/lib/import/fields";
import type { OwnHeadings } from "@/lib/import/own-headings";
import { heldFields, templateFields } from "@/lib/import/template-columns";

/** The headings that the program itself writes into files of a kind, in all its languages. */
export async function ownHeadings(kind: ImportKind): Promise<OwnHeadings> {
  const texts = await Promise.all(LOCALES.map((locale) => readText(locale, "imports")));
  return {
    columns: texts.map((text) => [text("rows.number"), text("rows.remarks")] as const),
    templates: texts.flatMap((text) =>
      [templateFields(kind), heldFields(kind)].map((columns) =>
        columns.map(({ label }) => text(`fields.${label}`)),
      ),
    ),
  };
}
