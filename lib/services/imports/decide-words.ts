import "server-only";
import { z } from "zod";
import { listDormitories } from "@/lib/db/dormitories";
import { keepDecidedWord } from "@/lib/db/import/decided-words";
import { findImport, moveImport } from "@/lib/db/import/imports";
import { listFaculties } from "@/lib/db/import/known-faculties";
import { WORD_FIELDS } from "@/lib/import/answers";
import { decisionKey, isMeaning } from "@/lib/import/meanings";
import { enqueue } from "@/lib/jobs/queue";
import { AppError, invalidField } from "../app-error";
import { defineCommand } from "../define-service";

/**
 * Says what words of a file mean which the lists do not know, for all rows that have them and for every later file of
 * the institution; then the file is read again. A later decision on a word replaces the earlier one.
 */
export const decideWords = defineCommand({
  name: "imports.decideWords",
  permission: "imports:write",
  input: z.object({
    importId: z.uuid(),
    words: z
      .array(
        z.object({
          field: z.enum(WORD_FIELDS),
          word: z.string().trim().min(1).max(500),
          meaning: z.string().min(1).max(500),
        }),
      )
      .min(1)
      .max(500),
    inBackground: z.boolean().default(true),
  }),
  run: async (tx, { importId, words, inBackground }, actor) => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    const { institutionId, userId } = actor;
    const names = {
      dormitories: await listDormitories(tx),
      faculties: await listFaculties(tx),
    };
    for (const { field, word, meaning } of words) {
      if (!isMeaning(field, word, meaning, names)) throw invalidField("words", "invalidValue");
      const wordKey = decisionKey(word);
      await keepDecidedWord(tx, actor, { field, word, wordKey, meaning, decidedBy: userId });
    }
    const moved = await moveImport(tx, importId, ["ready"], { state: "uploaded", counts: null });
    if (!moved) throw new AppError("conflict", "importNotReady");
    if (inBackground) await enqueue("import.read", { institutionId, importId, userId }, tx);
    return { result: importId, audit: { entity: "import", id: importId, detail: { words } } };
  },
});
