import "server-only";
import { Prisma } from "../generated/client";
import { WENT } from "../import/name-keys";
import type { Tx } from "../in-institution";

/** What a record was called that went into another one. */
export type FormerName = {
  lastName: string;
  firstName: string;
  lastNameCyrillic: string;
  firstNameCyrillic: string;
};

/** What records that went into these students' were called, by student; who has none is not in it. */
export async function listFormerNames(
  tx: Tx,
  studentIds: readonly number[],
): Promise<Map<number, FormerName[]>> {
  const rows = await tx.$queryRaw<{ studentId: number; names: FormerName[] }[]>`
    with ${Prisma.raw(WENT)}
    select student_id as "studentId", names from went where student_id = any(${[...studentIds]}::int[])`;
  return new Map(rows.map(({ studentId, names }) => [studentId, names]));
}
