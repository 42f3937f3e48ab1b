import "server-only";
import { TOUCH_FACTS_SQL } from "../facts-version";
import {
  type BulkClient,
  type InstitutionScope,
  inInstitutionBulk,
  type Tx,
} from "../in-institution";
import type { Entity } from "./before-images";
import { compareFacts, type FactsCompared } from "./facts-compared";
import { IMPORT_LOCK } from "./import-lock";
import type { ImportKind } from "./import-words";
import { refreshSearchKeys } from "./search-keys";
import { rowsOf, runFor, type Sql, sqlOfBulk, sqlOfTx } from "./sql";
import { digestOfPlan } from "./undo-digest";
import { GOING_GROUPS, LEFT_ALONE } from "./undo-going";
import { PEOPLE_CONCERNED, type PeopleConcerned } from "./undo-people";
import { COUNT_PLAN, KEPT_GROUPS, LISTS_CONCERNED, planUndo } from "./undo-plan";
import {
  type GoingGroup,
  type KeptGroup,
  type LeftAlone,
  type ListConcerned,
  OBSTACLES,
  type UndoCounts,
} from "./undo-words";
import { writeUndo } from "./undo-write";

/** The facts as they would be when the plan is done. */
const FACTS_AFTER = `
  student as (
    select s.id, s.institution_id, s.facts_version,
      coalesce(p.fields->>'citizenship', s.citizenship) as citizenship,
      case when jsonb_exists(p.fields, 'birth_date') then (p.fields->>'birth_date')::date else s.birth_date end as birth_date
    from student s left join undo_patch p on p.entity = 'student' and p.id = s.id
    where not exists (select from undo_removed r where r.entity = 'student' and r.id = s.id)
  ),
  crossing as (
    select c.id, c.institution_id, c.student_id, c.day, c.direction, c.set_aside_at,
      case when jsonb_exists(p.fields, 'minute') then (p.fields->>'minute')::smallint else c.minute end as minute,
      coalesce(p.fields->>'document_no', c.document_no) as document_no
    from crossing c left join undo_patch p on p.entity = 'crossing' and p.id = c.id
    where not exists (select from undo_removed r where r.entity = 'crossing' and r.id = c.id)
  ),
  ground as (
    select g.id, g.institution_id, g.student_id, g.kind, g.valid_from,
      coalesce(p.fields->>'status', g.status) as status,
      case when jsonb_exists(p.fields, 'valid_to') then (p.fields->>'valid_to')::date else g.valid_to end as valid_to
    from ground g left join undo_patch p on p.entity = 'ground' and p.id = g.id
    where not exists (select from undo_removed r where r.entity = 'ground' and r.id = g.id)
  )`;

/** What an undo comes to, what else it concerns, and a text that is the same as long as all this is. */
export type UndoPlan = {
  counts: UndoCounts;
  lists: ListConcerned[];
  people: PeopleConcerned[];
  alone: LeftAlone;
  /** Nothing would be taken back but the way to do it: something else has to be taken back first. */
  obstructed: boolean;
  agreement: string;
};

async function plan(sql: Sql, { id, kind }: { id: string; kind: ImportKind }): Promise<UndoPlan> {
  await runFor(sql, planUndo(kind), id);
  const lists = await rowsOf<ListConcerned>(sql, LISTS_CONCERNED);
  const people = await rowsOf<PeopleConcerned>(sql, PEOPLE_CONCERNED, id);
  const [alone = { count: 0, studentCount: 0, studentIds: [] }] =
    kind === "crossings" ? await rowsOf<LeftAlone>(sql, LEFT_ALONE) : [];
  const agreement = await digestOfPlan(sql, { lists, people, alone });
  const counts = await countPlan(sql);
  const obstructed = await isObstructed(sql, counts);
  return { counts, lists, people, alone, obstructed, agreement };
}

async function isObstructed(sql: Sql, { removed, restored }: UndoCounts): Promise<boolean> {
  if (Object.keys({ ...removed, ...restored }).length > 0) return false;
  const [found] = await rowsOf<{ isThere: boolean }>(
    sql,
    'select exists (select from undo_kept where reason = any($1::text[])) as "isThere"',
    OBSTACLES,
  );
  return found?.isThere ?? false;
}

/** Whether something else has to be taken back before an import. Only a roster's students can wait for that. */
export async function waitsForOthers(
  tx: Tx,
  record: { id: string; kind: ImportKind },
): Promise<boolean> {
  return record.kind === "roster" && (await plan(sqlOfTx(tx), record)).obstructed;
}

async function countPlan(sql: Sql): Promise<UndoCounts> {
  type Row = { what: "removed" | "restored" | "kept"; entity: Entity; count: number };
  const counts: UndoCounts = { removed: {}, restored: {}, kept: {}, students: 0 };
  for (const { what, entity, count } of await rowsOf<Row>(sql, COUNT_PLAN)) {
    counts[what][entity] = count;
  }
  const [touched] = await rowsOf<{ count: number }>(
    sql,
    "select count(*)::int as count from undo_touched",
  );
  return { ...counts, students: touched?.count ?? 0 };
}

/** What taking back an import would mean; the transaction holds the plan in tables of its own. Changes nothing. */
export async function previewUndo(tx: Tx, record: { id: string; kind: ImportKind }) {
  const sql = sqlOfTx(tx);
  const planned = await plan(sql, record);
  return {
    ...planned,
    going: await rowsOf<GoingGroup>(sql, GOING_GROUPS),
    kept: await rowsOf<KeptGroup>(sql, KEPT_GROUPS),
  };
}

/** After previewUndo, in the same transaction: the facts of all students touched, before and after. */
export function factsOfPreview(tx: Tx): AsyncGenerator<FactsCompared[]> {
  return compareFacts(sqlOfTx(tx), "undo_touched", FACTS_AFTER);
}

export type TakenBack = { counts: UndoCounts; studentIds: number[] };

/**
 * Takes back an import that is being undone, as things stand now, in one transaction under the lock of imports. Null
 * where it is not being undone (any more): nothing is done. `finish` sees what it comes to before anything is
 * written and says, by false, that this is not what was agreed; then nothing is.
 */
export async function undoRows(
  scope: InstitutionScope,
  record: { id: string; kind: ImportKind },
  finish: (client: BulkClient, planned: UndoPlan) => Promise<boolean>,
): Promise<TakenBack | null> {
  return inInstitutionBulk(scope, async (client) => {
    await client.query(IMPORT_LOCK);
    const current = await client.query(
      "select from import where institution_id = current_institution() and id = $1 and state = 'undoing' for no key update",
      [record.id],
    );
    if (current.rowCount === 0) return null;
    const sql = sqlOfBulk(client);
    const planned = await plan(sql, record);
    if (!(await finish(client, planned))) return null;
    await runFor(sql, writeUndo(record.kind), record.id);
    const rows = await rowsOf<{ id: number }>(
      sql,
      `select s.id from student s join undo_touched t on t.student_id = s.id
       where s.institution_id = current_institution() order by 1`,
    );
    const studentIds = rows.map(({ id }) => id);
    if (record.kind === "roster") await refreshSearchKeys(client, studentIds);
    await client.query(TOUCH_FACTS_SQL, [studentIds]);
    return { counts: planned.counts, studentIds };
  });
}
