import "server-only";
import { z } from "zod";
import { rowNosOf, unmended } from "@/lib/db/import/grid-rows";
import { findCells } from "@/lib/db/import/import-rows";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { findImport } from "@/lib/db/import/imports";
import {
  type Act,
  countMends,
  isMendedSince,
  keepLeftOut,
  keepMends,
  keepTaken,
  type NewMend,
  nextAct,
} from "@/lib/db/import/mends";
import type { Tx } from "@/lib/db/in-institution";
import { LIMITS } from "@/lib/import/limits";
import { placeOf } from "@/lib/import/mend";
import { AppError } from "../../app-error";
import { defineCommand } from "../../define-service";
import { checkIfSmall } from "./check-mends";

/** Whoever has more to mend than so many cells and rows mends the file. */
const MOST_MENDS = 100_000;
/** Cells and rows that are named one by one. */
const MOST_NAMED = 1000;

const rowNo = z.number().int().min(1).max(LIMITS.rows);
const column = z
  .number()
  .int()
  .min(0)
  .max(LIMITS.columns - 1);
const text = z.string().max(2000);

/** A group of rows, as the grid tells it. */
export const groupKey = z.object({
  code: z.string().regex(/^[a-zA-Z]{1,40}$/),
  column: column.nullable(),
});

export const replacement = z
  .object({
    column: column.nullable(),
    find: text,
    whole: z.boolean(),
    text,
  })
  .refine(({ find, whole, column }) => find !== "" || (whole && column !== null), {
    path: ["find"],
    message: "required",
  });

const what = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("cells"),
    cells: z.array(z.object({ rowNo, column, text })).min(1).max(MOST_NAMED),
    /** The import's mendVersion that the person saw: what was mended elsewhere since is not overwritten. */
    seen: z.number().int().min(0),
    /** What the same window has mended since, by its mendVersions. */
    own: z.array(z.number().int().min(1)).max(MOST_MENDS).default([]),
  }),
  z.object({ kind: z.literal("replace"), replacements: z.array(replacement).min(1).max(100) }),
  z.object({ kind: z.literal("leaveOut"), rowNos: z.array(rowNo).min(1).max(MOST_NAMED) }),
  z.object({ kind: z.literal("leaveOutGroup"), group: groupKey }),
  /** The registration holds as the file has it, against the one that is recorded; null: in all rows that conflict so. */
  z.object({
    kind: z.literal("takeFile"),
    rowNos: z.array(rowNo).min(1).max(MOST_NAMED).nullable(),
  }),
]);
type What = z.output<typeof what>;
export type MendInput = z.input<typeof what>;

/** What was done, without the texts: the audit is kept for ever, and texts may be numbers of documents. */
function told(done: What, count: number): Record<string, unknown> {
  switch (done.kind) {
    case "cells":
      return {
        ...{ kind: done.kind, count },
        cells: done.cells.slice(0, 20).map(({ rowNo, column }) => [rowNo, column]),
      };
    case "replace":
      return { kind: done.kind, columns: done.replacements.map(({ column }) => column) };
    case "leaveOut":
      return { kind: done.kind, count, rows: done.rowNos.slice(0, 20) };
    case "leaveOutGroup":
      return { kind: done.kind, count, ...done.group };
    case "takeFile":
      return { kind: done.kind, count, rows: done.rowNos?.slice(0, 20) ?? "all" };
  }
}

async function cellsAsMends(
  tx: Tx,
  record: ImportRecord,
  userId: string | null,
  { cells, seen, own }: Extract<What, { kind: "cells" }>,
): Promise<NewMend[]> {
  if (await isMendedSince(tx, record.id, { seen, own, userId }, cells)) {
    throw new AppError("conflict", "cellMendedMeanwhile");
  }
  const rows = await findCells(
    tx,
    record.id,
    cells.map(({ rowNo }) => rowNo),
  );
  return cells.map(({ rowNo, column, text }) => {
    const row = rows.get(rowNo);
    if (row === undefined) throw new AppError("conflict", "rowGone");
    const was = unmended(row.cells, row.original)[column] ?? null;
    return { kind: "cell", rowNo, column, was, text };
  });
}

/** Does it; returns how many cells, replacements or rows that were. */
async function keep(tx: Tx, record: ImportRecord, act: Act, done: What): Promise<number> {
  switch (done.kind) {
    case "cells": {
      await keepMends(tx, act, await cellsAsMends(tx, record, act.userId, done));
      return done.cells.length;
    }
    case "replace": {
      // One act each, so that each can be taken back by itself.
      for (const [place, one] of done.replacements.entries()) {
        const number = act.act - done.replacements.length + 1 + place;
        await keepMends(tx, { ...act, act: number }, [{ kind: "replace", ...one }]);
      }
      return done.replacements.length;
    }
    case "leaveOut": {
      const rowNos = [...new Set(done.rowNos)];
      const known = await findCells(tx, record.id, rowNos);
      if (known.size < rowNos.length) throw new AppError("conflict", "rowGone");
      await keepMends(
        tx,
        act,
        rowNos.map((rowNo) => ({ kind: "leaveOut", rowNo })),
      );
      return rowNos.length;
    }
    case "leaveOutGroup":
      return keepLeftOut(tx, act, rowNosOf(record.id, done.group));
    case "takeFile":
      return keepTaken(tx, act, done.rowNos);
  }
}

/**
 * Mends rows of an import before it is written: single cells, the same text in a whole column, rows left out, registrations
 * that hold as the file has them. The file
 * stays as it is; the import remembers what was done, in order, and reads the file with it. Returns the import's
 * mendVersion, how many cells, replacements or rows that were, and what waits to be checked (null: it is being checked).
 */
export const mendRows = defineCommand({
  name: "imports.mend",
  permission: "imports:write",
  input: z.object({ importId: z.uuid(), what, inBackground: z.boolean().default(true) }),
  run: async (tx, { importId, what: done, inBackground }, actor) => {
    if ((await findImport(tx, importId)) === null) throw new AppError("notFound", "notFound");
    const act = await nextAct(tx, importId, done.kind === "replace" ? done.replacements.length : 1);
    // As it is under the lock: it may have been read otherwise until then.
    const record = await findImport(tx, importId);
    if (act === null || record?.format == null) throw new AppError("conflict", "importNotReady");
    const { institutionId, userId } = actor;
    const place = placeOf(record.format);
    const count = await keep(tx, record, { institutionId, importId, act, place, userId }, done);
    if (count === 0) throw new AppError("conflict", "rowGone");
    if ((await countMends(tx, importId)) > MOST_MENDS)
      throw new AppError("conflict", "tooManyMends");
    const waiting = await checkIfSmall(tx, actor, importId, inBackground);
    return {
      result: { mendVersion: act, count, waiting },
      audit: { entity: "import", id: importId, detail: told(done, count) },
    };
  },
});
