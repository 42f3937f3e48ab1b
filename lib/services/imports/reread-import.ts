import "server-only";
import { z } from "zod";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { FIELDS, IMPORT_KINDS } from "@/lib/import/fields";
import { readingOptions } from "@/lib/import/reading-options";
import { enqueue } from "@/lib/jobs/queue";
import { AppError, invalidField } from "../app-error";
import { defineCommand } from "../define-service";

/** Has the file read again: as another kind, with the columns that a person has named (by index; null: not read), or by other reading options. */
export const rereadImport = defineCommand({
  name: "imports.reread",
  permission: "imports:write",
  input: z.object({
    importId: z.uuid(),
    kind: z.enum(IMPORT_KINDS),
    /** Null: the headings decide. */
    mapping: z.array(z.string().nullable()).max(256).nullable(),
    /** Left out: as before. A new way of reading the file leaves the columns to its headings again. */
    reading: readingOptions.optional(),
  }),
  run: async (tx, { importId, kind, mapping, reading }, actor) => {
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
    const fields: readonly string[] = FIELDS[kind];
    if (mapping?.some((field) => field !== null && !fields.includes(field))) {
      throw invalidField("mapping", "invalidValue");
    }
    const moved = await moveImport(tx, importId, ["ready", "refused", "failed"], {
      state: "uploaded",
      kind,
      mapping,
      ...(reading === undefined ? {} : { reading }),
      counts: null,
      problem: null,
    });
    if (!moved) throw new AppError("conflict", "importNotReady");
    const { institutionId, userId } = actor;
    await enqueue("import.read", { institutionId, importId, userId }, tx);
    return {
      result: importId,
      audit: { entity: "import", id: importId, detail: { kind, ...reading } },
    };
  },
});
