import "server-only";
import { connections } from "./connection";
import type { Prisma } from "./generated/client";
import type { InstitutionScope, Tx } from "./in-institution";

/** The office itself. `settings` is as it was stored: services check it. */
export type InstitutionRecord = {
  id: string;
  name: string;
  regime: string;
  settings: unknown;
};

/** Whether an institution has been installed in this database, before any scope is known. */
export async function isInstalled(): Promise<boolean> {
  const [row] = await connections().prisma.$queryRaw<
    { has_institution: boolean }[]
  >`select has_institution from install_state()`;
  return row?.has_institution ?? false;
}

/** The same inside an installation; a second one waits here until the first is over. */
export async function isInstalledAlready(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('installation', 0))`;
  const [row] = await tx.$queryRaw<
    { has_institution: boolean }[]
  >`select has_institution from install_state()`;
  return row?.has_institution ?? false;
}

export async function findInstitution(
  tx: Tx,
  { institutionId }: InstitutionScope,
): Promise<InstitutionRecord> {
  return tx.institution.findUniqueOrThrow({
    where: { id: institutionId },
    select: { id: true, name: true, regime: true, settings: true },
  });
}

/** Creates the institution whose id is the scope of the running transaction. */
export async function insertInstitution(
  tx: Tx,
  { institutionId }: InstitutionScope,
  name: string,
): Promise<void> {
  await tx.institution.create({ data: { id: institutionId, name } });
}

/** Puts name and settings in place of what was stored. */
export async function saveInstitution(
  tx: Tx,
  { institutionId }: InstitutionScope,
  { name, settings }: { name: string; settings: Record<string, unknown> },
): Promise<void> {
  await tx.institution.update({
    where: { id: institutionId },
    data: { name, settings: settings as Prisma.InputJsonObject },
  });
}

/** All institutions, for the work of the night, which then enters each in turn. */
export async function institutionIds(): Promise<string[]> {
  const rows = await connections().prisma.$queryRaw<
    { id: string }[]
  >`select id::text as id from institution_ids() as id`;
  return rows.map(({ id }) => id);
}
