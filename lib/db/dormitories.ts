import "server-only";
import type { InstitutionScope, Tx } from "./in-institution";

export type DormitoryFields = { name: string; address: string; manager: string };
export type DormitoryRecord = DormitoryFields & { id: number };

const FIELDS = { id: true, name: true, address: true, manager: true } as const;

/** All dormitories of the institution, by name. */
export async function listDormitories(tx: Tx): Promise<DormitoryRecord[]> {
  return tx.dormitory.findMany({ select: FIELDS, orderBy: [{ name: "asc" }, { id: "asc" }] });
}

export async function findDormitory(tx: Tx, id: number): Promise<DormitoryRecord | null> {
  return tx.dormitory.findUnique({ where: { id }, select: FIELDS });
}

/** The id of the dormitory that has this name, letter for letter; null: none. */
export async function findDormitoryByName(tx: Tx, name: string): Promise<number | null> {
  const row = await tx.dormitory.findFirst({ where: { name }, select: { id: true } });
  return row?.id ?? null;
}

/** The new id; null when the name is taken. */
export async function insertDormitory(
  tx: Tx,
  { institutionId }: InstitutionScope,
  fields: DormitoryFields,
): Promise<number | null> {
  const [row] = await tx.dormitory.createManyAndReturn({
    data: [{ ...fields, institutionId }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id ?? null;
}

export async function updateDormitory(tx: Tx, id: number, fields: DormitoryFields): Promise<void> {
  await tx.dormitory.update({ where: { id }, data: fields });
}

/** How many places of residence point to it: while there are some it cannot go. */
export async function countResidents(tx: Tx, dormitoryId: number): Promise<number> {
  return tx.residence.count({ where: { dormitoryId } });
}

export async function deleteDormitory(tx: Tx, id: number): Promise<void> {
  await tx.dormitory.delete({ where: { id } });
}
