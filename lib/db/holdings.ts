import "server-only";
import type { Tx } from "./in-institution";

/** What kinds of facts the institution has entered at all. */
export type Holdings = { students: boolean; crossings: boolean; grounds: boolean };

export async function readHoldings(tx: Tx): Promise<Holdings> {
  const [holdings] = await tx.$queryRaw<Holdings[]>`
    with here as (select current_setting('sanak.institution')::uuid as id)
    select exists (select from student, here where institution_id = here.id) as students,
      exists (select from crossing, here where institution_id = here.id) as crossings,
      exists (select from ground, here where institution_id = here.id) as grounds`;
  return holdings ?? { students: false, crossings: false, grounds: false };
}
