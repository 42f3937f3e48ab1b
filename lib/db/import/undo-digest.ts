import "server-only";
import { createHash } from "node:crypto";
import { rowsOf, type Sql } from "./sql";
import type { PeopleConcerned } from "./undo-people";
import { UNTOLD } from "./undo-plan";
import type { LeftAlone, ListConcerned } from "./undo-words";

const digestOf = (what: string, row: string, order: string, from: string) => `
  select '${what}' as what, encode(sha256(convert_to(string_agg(${row}, ';' order by ${order}), 'UTF8')), 'hex') as digest
  from ${from}`;

/** Of each part of the plan which rows it is about, and what becomes of each or why it stays. */
const PLAN_DIGESTS = [
  digestOf("removed", "concat_ws(' ', entity, id)", "entity, id", "undo_removed"),
  digestOf(
    "restored",
    `concat_ws(' ', entity, id, fields - ${UNTOLD})`,
    "entity, id",
    `undo_patch where fields - ${UNTOLD} <> '{}'`,
  ),
  digestOf(
    "kept",
    "concat_ws(' ', entity, id, field, reason, by_import, by_list)",
    "entity, id, field, reason, by_import, by_list",
    `undo_kept where field is null or field <> all(${UNTOLD})`,
  ),
].join("\n  union all");

/**
 * A short text that is the same as long as taking an import back means the same, row by row; after planUndo, in its
 * transaction. `concerned`: what is told beside the rows.
 */
export async function digestOfPlan(
  sql: Sql,
  concerned: {
    lists: readonly ListConcerned[];
    people: readonly PeopleConcerned[];
    alone: LeftAlone;
  },
): Promise<string> {
  const parts = await rowsOf<{ what: string; digest: string | null }>(sql, PLAN_DIGESTS);
  const plan = parts.map(({ what, digest }) => `${what} ${digest ?? ""}`).toSorted();
  const lists = concerned.lists.map(({ id, state, count }) => [id, state, count]);
  const people = concerned.people.map(({ id, goes, rows }) => [id, goes, rows]);
  return createHash("sha256")
    .update(JSON.stringify([plan, lists, people, concerned.alone]))
    .digest("hex");
}
