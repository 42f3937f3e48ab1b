import "server-only";
import type { Answers } from "@/lib/import/answers";
import type { RememberedMapping } from "@/lib/import/remembered-mapping";
import type { Prisma } from "../generated/client";
import type { Tx } from "../in-institution";
import type { ImportKind } from "./import-words";

/** Of so many earlier headers a new file's is looked for. */
const LOOKED_THROUGH = 60;

export type KeptMapping = RememberedMapping & {
  /** Name of who used it last; null where it was the program. */
  usedByName: string | null;
  usedAt: Date;
};

/** Mappings of earlier files of a kind, the last used first. */
export async function listMappings(tx: Tx, kind: ImportKind): Promise<KeptMapping[]> {
  const rows = await tx.importMapping.findMany({
    where: { kind },
    orderBy: { usedAt: "desc" },
    take: LOOKED_THROUGH,
  });
  const users = await tx.user.findMany({
    where: { id: { in: rows.flatMap(({ usedBy }) => usedBy ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map(({ id, columns, constants, usedBy, usedAt }) => ({
    id,
    // The JSON columns hold what keepMapping put there.
    columns: columns as unknown as KeptMapping["columns"],
    constants: constants as KeptMapping["constants"],
    usedByName: names.get(usedBy ?? "") ?? null,
    usedAt,
  }));
}

export type MappingToKeep = {
  kind: ImportKind;
  fingerprint: string;
  columns: RememberedMapping["columns"];
  constants: Answers["constants"];
  usedBy: string | null;
};

/** Remembers how a header was read; the same header once, as it was read last. */
export async function keepMapping(
  tx: Tx,
  { institutionId }: { institutionId: string },
  { kind, fingerprint, columns, constants, usedBy }: MappingToKeep,
): Promise<void> {
  const data = {
    columns: columns as unknown as Prisma.InputJsonValue,
    constants: constants as Prisma.InputJsonObject,
    usedBy,
    usedAt: new Date(),
  };
  await tx.importMapping.upsert({
    where: { institutionId_kind_fingerprint: { institutionId, kind, fingerprint } },
    create: { institutionId, kind, fingerprint, ...data },
    update: data,
  });
}
