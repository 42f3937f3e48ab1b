import "server-only";
import type { BulkClient } from "../in-institution";
import { compareFacts, type FactsCompared } from "./facts-compared";
import type { ImportKind } from "./import-words";
import { endOfReplaced, REPLACED, statusOfReplaced } from "./replaced-registrations";
import { sqlOfBulk } from "./sql";

/** Kinds that bring facts of stay; where students live is none. */
export type KindOfFacts = Exclude<ImportKind, "residents">;

/** The tables of facts as they would be if what is staged were written; written as write.ts does. */
const STAND_INS: Readonly<Record<KindOfFacts, string>> = {
  roster: `student as (
    select s.id, s.institution_id, s.facts_version, coalesce(nullif(t.citizenship, ''), s.citizenship) as citizenship,
      case when 'birth_date' = any(t.erased) then null else coalesce(t.birth_date, s.birth_date) end as birth_date
    from student s left join staged t on t.student_id = s.id and t.outcome = 'changed'
    union all
    select t.student_id, current_institution(), 0, t.citizenship, t.birth_date from staged t where t.outcome = 'new'
  )`,
  crossings: `crossing as (
    select c.id, c.institution_id, c.student_id, c.day, coalesce(c.minute, t.minute) as minute, c.direction,
      coalesce(nullif(t.document_no, ''), c.document_no) as document_no, c.set_aside_at
    from crossing c left join staged t on t.known_id = c.id and t.outcome = 'changed'
    union all
    select -(2 * t.row_no::bigint + t.part), current_institution(), t.student_id, t.day, t.minute, t.direction, t.document_no, null
    from staged t where t.outcome = 'new'
  )`,
  grounds: `ground as (
    select g.id, g.institution_id, g.student_id, g.kind, coalesce(t.status, g.status) as status, g.valid_from,
      coalesce(t.valid_to, g.valid_to) as valid_to
    from ground g left join staged t on t.known_id = g.id and t.outcome = 'changed'
    union all
    select -t.row_no, current_institution(), t.student_id, t.kind, t.status, t.valid_from, t.valid_to
    from staged t where t.outcome = 'new'
  )`,
  authority: `ground as (
    select g.id, g.institution_id, g.student_id, g.kind,
      case when t.row_no is null then ${statusOfReplaced("r.valid_from")} when t.result = 'registered' then 'granted'
        when g.status = 'granted' then 'revoked' else g.status end as status,
      coalesce(t.valid_from, g.valid_from) as valid_from,
      coalesce(t.valid_to, ${endOfReplaced("r.valid_from")}) as valid_to
    from ground g left join staged t on t.ground_id = g.id and t.outcome in ('new', 'changed')
    left join (${REPLACED}) r on r.id = g.id
    union all
    select -t.row_no, current_institution(), t.student_id, t.kind, 'granted', t.valid_from, t.valid_to
    from staged t where t.outcome in ('new', 'changed') and t.result = 'registered' and t.ground_id is null
  )`,
};

/** New students have no key yet: their rows' numbers, below zero, stand for them as long as their facts are looked at. */
const KEYS_OF_THE_NEW = "update staged set student_id = -row_no where outcome = 'new'";
const NO_KEYS = "update staged set student_id = null where outcome = 'new'";

/**
 * The facts of all students whom staged rows are about, as they are and as they would be. Looks them up student by
 * student: joins of whole tables, which suit the comparing and the writing, would be made anew for each batch. `staged` is a
 * table.
 */
export async function* factsOfStaged(
  client: BulkClient,
  kind: KindOfFacts,
): AsyncGenerator<FactsCompared[]> {
  if (kind === "roster") await client.query(KEYS_OF_THE_NEW);
  const { rows } = await client.query<{ joins: string }>(
    "select current_setting('enable_nestloop') as joins",
  );
  await client.query("set local enable_nestloop = on");
  await client.query(`create temporary table effect_touched on commit drop as
    select distinct student_id from staged where outcome in ('new', 'changed')`);
  await client.query("create index on staged (student_id)");
  await client.query("create index on staged (known_id)");
  await client.query("analyze effect_touched");
  yield* compareFacts(sqlOfBulk(client), "effect_touched", STAND_INS[kind]);
  await client.query("select set_config('enable_nestloop', $1, true)", [rows[0]?.joins ?? "on"]);
  if (kind === "roster") await client.query(NO_KEYS);
}
