import "server-only";
import { z } from "zod";
import { type Actor, LOCALES, type Locale } from "@/lib/auth/permissions";
import { formatDay } from "@/lib/civil-date/day";
import { today } from "@/lib/clock/today";
import { HELD_KINDS, type HeldKind, listHeld } from "@/lib/db/held-facts";
import { inInstitution } from "@/lib/db/in-institution";
import { FILE_FORMATS } from "@/lib/export/file-formats";
import type { ExportCell, ExportTable } from "@/lib/export/table";
import { readText } from "@/lib/i18n/read-text";
import type { Field } from "@/lib/import/fields";
import { heldFields } from "@/lib/import/template-columns";
import { defineCommand } from "../define-service";
import { heldWords } from "./held-words";

export type HeldFile = {
  /** Kind and day alone. */
  fileName: string;
  contentType: string;
  content: ReadableStream<Uint8Array>;
};

async function* cellsOf(
  actor: Actor,
  kind: HeldKind,
  cellOf: (field: Field, value: ExportCell) => ExportCell,
): AsyncGenerator<ExportCell[]> {
  const fields = heldFields(kind).map(({ field }) => field);
  for (let after: string | null = ""; after !== null; ) {
    const from: string = after;
    const page = await inInstitution(actor, (tx) => listHeld(tx, kind, from));
    for (const row of page.rows) yield fields.map((field) => cellOf(field, row[field] ?? null));
    after = page.next;
  }
}

async function tableOf(actor: Actor, kind: HeldKind, locale: Locale): Promise<ExportTable> {
  const t = await readText(locale, "imports");
  const columns = heldFields(kind).map(({ field, entry }) => ({
    heading: t(`fields.${field}`),
    kind: entry === "day" ? ("day" as const) : ("text" as const),
  }));
  const rows = cellsOf(actor, kind, await heldWords(kind, locale));
  return { name: t(`kinds.${kind}`), columns, rows };
}

/**
 * All that the office holds of a kind (students, crossings, grounds of stay) as a file in the columns in which it is
 * imported: to be kept, mended in a spreadsheet and brought in again, where unchanged rows change nothing. A command,
 * since it takes personal data out of the house: the audit keeps who took it. Rows are read as they are taken.
 */
export const downloadHeld = defineCommand({
  name: "students.download",
  permission: "imports:read",
  input: z.object({
    kind: z.enum(HELD_KINDS),
    format: z.enum(["xlsx", "csv"]),
    locale: z.enum(LOCALES).default("ru"),
  }),
  run: async (_tx, { kind, format, locale }, actor) => {
    const { write, contentType } = FILE_FORMATS[format];
    const result: HeldFile = {
      fileName: `${kind}-${formatDay(today())}.${format}`,
      contentType,
      content: write(await tableOf(actor, kind, locale)),
    };
    const detail = { kind, format, locale };
    return { result, audit: { entity: "institution", id: actor.institutionId, detail } };
  },
});
