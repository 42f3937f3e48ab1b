import "server-only";
import type { ReadingOptions } from "@/lib/import/reading-options";
import { Prisma } from "../generated/client";
import type { Tx } from "../in-institution";
import { findUserNames } from "../users";
import type {
  ImportKind,
  ImportProblem,
  ImportProgress,
  ImportRecord,
  ImportState,
  ImportUndo,
  OutcomeCounts,
} from "./import-words";

type Row = Omit<ImportRecord, "createdByName" | "undoneByName">;

async function recordsOf(tx: Tx, found: readonly object[]): Promise<ImportRecord[]> {
  // The JSON columns hold what this module's writers put there.
  const rows = found as readonly Row[];
  const keys = rows.flatMap((row) => [row.createdBy ?? [], row.undoneBy ?? []].flat());
  const names = await findUserNames(tx, keys);
  return rows.map((row) => ({
    ...row,
    createdByName: names.get(row.createdBy ?? "") ?? null,
    undoneByName: names.get(row.undoneBy ?? "") ?? null,
  }));
}

export type NewImport = Pick<
  ImportRecord,
  "id" | "kind" | "fileName" | "fileSize" | "fileHash" | "storageKey" | "createdBy"
>;

export async function createImport(
  tx: Tx,
  scope: { institutionId: string },
  given: NewImport,
): Promise<void> {
  await tx.import.create({
    data: { ...given, institutionId: scope.institutionId, state: "uploaded" },
  });
}

export async function findImport(tx: Tx, id: string): Promise<ImportRecord | null> {
  const row = await tx.import.findFirst({ where: { id } });
  return row === null ? null : ((await recordsOf(tx, [row]))[0] ?? null);
}

/** A page of the institution's imports, newest first, and how many there are in all. Pages are counted from 1. */
export async function listImports(
  tx: Tx,
  { page, size }: { page: number; size: number },
): Promise<{ imports: ImportRecord[]; total: number }> {
  const rows = await tx.import.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * size,
    take: size,
  });
  return { imports: await recordsOf(tx, rows), total: await tx.import.count() };
}

/** The keys of all imports in a state, oldest first. */
export async function listImportIds(tx: Tx, state: ImportState): Promise<string[]> {
  const rows = await tx.import.findMany({
    where: { state },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Gives up the imports created before a moment that were never written, and lets go of their files: returns the
 * storage keys of these, which no import names any more.
 */
export async function expireImports(tx: Tx, before: Date): Promise<string[]> {
  const expired = await tx.import.findMany({
    where: {
      state: { in: ["uploaded", "ready", "refused", "failed", "discarded"] },
      storageKey: { not: "" },
      createdAt: { lt: before },
    },
    select: { id: true, storageKey: true, state: true },
  });
  const keys: string[] = [];
  for (const { id, storageKey, state } of expired) {
    const { count } = await tx.import.updateMany({
      where: { id, state },
      data: { state: "discarded", storageKey: "", progress: Prisma.DbNull },
    });
    if (count === 1) keys.push(storageKey);
  }
  return keys;
}

/** A committed import of the same content, if there is one: the newest. */
export async function findSameFile(
  tx: Tx,
  { id, kind, fileHash }: Pick<ImportRecord, "id" | "kind" | "fileHash">,
): Promise<{ id: string; committedAt: Date | null } | null> {
  return tx.import.findFirst({
    where: { id: { not: id }, kind, fileHash, state: "committed" },
    orderBy: { committedAt: "desc" },
    select: { id: true, committedAt: true },
  });
}

export type ImportChange = {
  state: ImportState;
  kind?: ImportKind;
  format?: object | null;
  reading?: ReadingOptions | null;
  mapping?: readonly (string | null)[] | null;
  answers?: object | null;
  words?: object | null;
  counts?: OutcomeCounts | null;
  progress?: ImportProgress | null;
  problem?: ImportProblem | null;
  undo?: ImportUndo | null;
  undoneBy?: string | null;
};

/** Further conditions of a move. */
export type OnlyWhere = {
  /** Nobody has mended anything since. */
  mendVersion?: number;
};

const column = (value: object | null | undefined) =>
  value === undefined
    ? undefined
    : value === null
      ? Prisma.DbNull
      : (value as Prisma.InputJsonValue);

/**
 * Moves an import from one of `from` to another state, in one statement: of two who try at once, one
 * succeeds. Returns whether it was this one.
 */
export async function moveImport(
  tx: Tx,
  id: string,
  from: readonly ImportState[],
  { state, kind, undoneBy, ...json }: ImportChange,
  only: OnlyWhere = {},
): Promise<boolean> {
  const data = Object.fromEntries(Object.entries(json).map(([key, value]) => [key, column(value)]));
  const { count } = await tx.import.updateMany({
    where: { id, state: { in: [...from] }, ...only },
    data: {
      ...data,
      state,
      ...(kind !== undefined && { kind }),
      ...(undoneBy !== undefined && { undoneBy }),
    },
  });
  return count === 1;
}
