import "server-only";
import type { Day } from "@/lib/civil-date/day";
import { columnFromDay, dayFromColumn } from "./day-column";
import type { Tx } from "./in-institution";

/**
 * How many students reach the limit on a day (null: none in sight), apart by whether a ground protects them now and by
 * whether they are over the limit already, or closed out by it.
 */
export type ProjectedCount = {
  on: Day | null;
  isProtected: boolean;
  isOver: boolean;
  count: number;
};

/** Of all students assessed on a day. */
export async function countByProjected(tx: Tx, asOf: Day): Promise<ProjectedCount[]> {
  type CountRow = Omit<ProjectedCount, "on"> & { on: Date | null };
  const rows = await tx.$queryRaw<CountRow[]>`
    select projected_on as "on", (protected_open or protected_until is not null) as "isProtected",
      verdict in ('overstaying', 'barred') as "isOver", count(*)::int as count
    from assessment
    where institution_id = current_setting('sanak.institution')::uuid
      and as_of = ${columnFromDay(asOf)}::date
    group by 1, 2, 3`;
  return rows.map(({ on, ...row }) => ({ ...row, on: on === null ? null : dayFromColumn(on) }));
}
