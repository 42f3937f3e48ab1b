import type { EffectGroup } from "@/lib/db/import/effect-words";
import type { ImportRecord } from "@/lib/db/import/import-words";

/** Of fewer new students it is no wonder that none of them is known. */
const MANY = 10;

/** A roster of many students none of whom is known, where the office has many others: it may be another university's. */
export function sharesNobody(
  { kind, state, counts }: Pick<ImportRecord, "kind" | "state" | "counts">,
  groups: readonly Pick<EffectGroup, "kind" | "count">[],
): boolean {
  if (kind !== "roster" || state !== "ready") return false;
  const { new: added = 0, changed = 0, unchanged = 0, conflict = 0 } = counts ?? {};
  const hasOthers = groups.some((group) => group.kind === "absent" && group.count >= MANY);
  return added >= MANY && changed + unchanged + conflict === 0 && hasOthers;
}
