import "server-only";
import { z } from "zod";
import { readDigest } from "@/lib/db/import/digest";
import { listGridRows } from "@/lib/db/import/grid-rows";
import { SHOWN } from "@/lib/db/import/grid-words";
import type { ImportRecord } from "@/lib/db/import/import-words";
import { findImport } from "@/lib/db/import/imports";
import {
  countMendActs,
  listGroupTexts,
  listMendActs,
  problemGroupsOf,
} from "@/lib/db/import/problem-groups";
import { previewReplacement } from "@/lib/db/import/replace-preview";
import type { Tx } from "@/lib/db/in-institution";
import { LIMITS } from "@/lib/import/limits";
import { AppError } from "../../app-error";
import { defineQuery } from "../../define-service";
import { withDates } from "../dates-of-rows";
import { ACTS_TOLD } from "./check-mends";
import { groupKey, replacement } from "./mend-rows";

async function recordOf(tx: Tx, importId: string): Promise<ImportRecord> {
  const record = await findImport(tx, importId);
  if (record === null) throw new AppError("notFound", "notFound");
  return record;
}

const filter = {
  importId: z.uuid(),
  show: z.enum(SHOWN).default("all"),
  group: groupKey.nullable().default(null),
};

/** What the grid of an import's rows shows around them: the problems by the mending they need, where rows begin, what was mended. */
export const getGrid = defineQuery({
  name: "imports.grid",
  permission: "imports:read",
  input: z.object(filter),
  run: async (tx, { importId, ...shown }) => {
    const record = await recordOf(tx, importId);
    const header = record.format?.header ?? [];
    const digest = await readDigest(tx, record, shown);
    const width = Math.max(header.length, digest.widest);
    return {
      record,
      header,
      columns: Math.min(width, LIMITS.columns),
      groups: problemGroupsOf(digest),
      counts: digest.counts,
      index: digest.index,
      acts: await listMendActs(tx, importId, ACTS_TOLD),
      actCount: await countMendActs(tx, importId),
    };
  },
});

/** A window of the grid: the rows between two row numbers that a filter lets through, as they are mended by now. */
export const getGridRows = defineQuery({
  name: "imports.gridRows",
  permission: "imports:read",
  input: z.object({
    ...filter,
    from: z.number().int().min(0).max(2_147_483_647),
    /** Not included; null: to the end. */
    to: z.number().int().min(0).max(2_147_483_647).nullable(),
  }),
  run: async (tx, { importId, show, group, from, to }) => {
    const record = await recordOf(tx, importId);
    const { mendVersion, checkedVersion } = record;
    const rows = await listGridRows(tx, record, { show, group }, { from, to });
    return { rows: withDates(record, rows), mendVersion, checkedVersion };
  },
});

/** The different texts in the column of a group, each with the number of its rows: to give each its mending once. */
export const getGroupTexts = defineQuery({
  name: "imports.groupTexts",
  permission: "imports:read",
  input: z.object({ importId: z.uuid(), group: groupKey }),
  run: async (tx, { importId, group: { code, column } }) => {
    await recordOf(tx, importId);
    if (column === null) return { texts: [], more: 0 };
    return listGroupTexts(tx, importId, { code, column });
  },
});

/** What a replacement would change, before it is done: how many cells, and the first of them. */
export const previewReplace = defineQuery({
  name: "imports.replacePreview",
  permission: "imports:read",
  input: z.object({ importId: z.uuid(), replacement }),
  run: async (tx, { importId, replacement }) =>
    previewReplacement(tx, await recordOf(tx, importId), replacement),
});
