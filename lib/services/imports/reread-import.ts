import "server-only";
import { z } from "zod";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { ANSWER_CHANGES, withAnswers } from "@/lib/import/answers";
import { IMPORT_KINDS } from "@/lib/import/fields";
import { readingOptions } from "@/lib/import/reading-options";
import { TARGETS } from "@/lib/import/targets";
import { enqueue } from "@/lib/jobs/queue";
import { AppError, invalidField } from "../app-error";
import { defineCommand } from "../define-service";

/** Whoever sends the columns has seen how they differ from the earlier file's. */
function lookedAt(format: ImportRecord["format"]): ImportRecord["format"] {
  if (format === null) return null;
  const { recalled: _, ...rest } = format;
  return rest;
}

/**
 * Has the file read again: as another kind, with the columns that a person has named (by index; null: not read), by
 * other reading options, or with what was answered about the file as a whole.
 */
export const rereadImport = defineCommand({
  name: "imports.reread",
  permission: "imports:write",
  input: z.object({
    importId: z.uuid(),
    kind: z.enum(IMPORT_KINDS),
    /** Null: the headings decide. Left out: as it was read before. */
    mapping: z.array(z.string().nullable()).max(256).nullable().optional(),
    /** What is answered about the file as a whole; left out: what was answered before stays. */
    answers: ANSWER_CHANGES.default(() => ({})),
    /** Left out: as before. A new way of reading the file leaves the columns to its headings again. */
    reading: readingOptions.optional(),
    inBackground: z.boolean().default(true),
  }),
  run: async (tx, { importId, kind, mapping, answers, reading, inBackground }, actor) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    const targets: readonly string[] = TARGETS[kind];
    if (mapping?.some((target) => target !== null && !targets.includes(target))) {
      throw invalidField("mapping", "invalidValue");
    }
    const moved = await moveImport(tx, importId, ["ready", "refused", "failed"], {
      state: "uploaded",
      kind,
      ...(mapping === undefined ? {} : { mapping, format: lookedAt(record.format) }),
      ...(reading === undefined ? {} : { reading }),
      answers: withAnswers(kind === record.kind ? record.answers : null, answers, {
        by: actor.userId,
        at: new Date().toISOString(),
      }),
      counts: null,
      problem: null,
    });
    if (!moved) throw new AppError("conflict", "importNotReady");
    const { institutionId, userId } = actor;
    const { constants: _, ...choices } = answers;
    if (inBackground) await enqueue("import.read", { institutionId, importId, userId }, tx);
    return {
      result: importId,
      audit: {
        entity: "import",
        id: importId,
        // Values for all rows may be personal; the others are choices.
        detail: { kind, ...reading, ...choices },
      },
    };
  },
});
