import "server-only";
import { z } from "zod";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { findImport } from "@/lib/db/import/imports";
import { findStageSeconds } from "@/lib/db/import/progress";
import { AppError } from "../app-error";
import { defineQuery } from "../define-service";

/** Where an import stands, how far a job is with it, and whether it is known what it would mean for students. */
export type ImportMoves = Pick<ImportRecord, "state" | "progress"> & {
  /** Of the stage at which the job is; null: not known. */
  seconds: number | null;
  effectKnown: boolean;
};

/** How an import is now, and no more: what an open page asks again and again. */
export const getProgress = defineQuery({
  name: "imports.progress",
  permission: "imports:read",
  input: z.object({ importId: z.uuid() }),
  run: async (tx, { importId }): Promise<ImportMoves> => {
    const record = await findImport(tx, importId);
    if (record === null) throw new AppError("notFound", "notFound");
    const { state, progress, effect } = record;
    const seconds = progress === null ? null : await findStageSeconds(tx, importId);
    return { state, progress, seconds, effectKnown: effect !== null };
  },
});
