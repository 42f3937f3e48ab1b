import "server-only";
import { sourceFingerprint } from "@/lib/import/remembered-mapping";
import type { BulkClient, Tx } from "../in-institution";
import type { ImportEffect } from "./effect-words";
import type { ImportRecord } from "./import-words";
import { isMissing } from "./named-in-file";

export type LastLog = Extract<ImportEffect, { lastLog: unknown }>["lastLog"];

/** Of so many earlier logs one with the same columns is looked for. */
const LOOKED_THROUGH = 60;

const EARLIER = `
  select id, file_name as "fileName", format->'header' as header, mapping,
    coalesce(not compares_last_log, (effect->'lastLog'->>'isLeftOut')::boolean, false) as "leavesOut"
  from import
  where institution_id = current_institution() and kind = 'crossings' and state = 'committed' and id <> $1
  order by committed_at desc limit ${LOOKED_THROUGH}`;

type Earlier = Pick<ImportRecord, "id" | "fileName" | "mapping"> & {
  header: string[] | null;
  leavesOut: boolean;
};

/**
 * Who was in the earlier log and has crossings on the days of which this one tells: where both come from one source and
 * are whole, all of them stand in this one too.
 */
const EXPECTED = `
  create temporary table expected on commit drop as
  with period as (select min(day) as first, max(day) as last from staged
    where outcome in ('new', 'changed', 'unchanged', 'repeated'))
  select s.id as student_id, not (${isMissing("s.id")}) as here
  from student s
  where s.institution_id = current_institution()
    and s.id in (select unnest(b.student_ids) from import_block b
      where b.institution_id = current_institution() and b.import_id = $1)
    and exists (select from crossing c, period p
      where c.institution_id = current_institution() and c.student_id = s.id and c.day between p.first and p.last
        and c.import_id is not null and c.set_aside_at is null)`;

const VANISHED = `
  insert into import_effect (institution_id, import_id, position, kind, student_id)
  select current_institution(), $1, coalesce((select max(position) from import_effect
      where institution_id = current_institution() and import_id = $1), 0) + row_number() over (order by student_id),
    'vanished', student_id
  from expected where not here`;

/** A log with fewer than this share of the students who are expected in it covers a part: nobody has vanished by it. */
const WHOLE_FROM = 0.5;

/** What holds of a log: whether it is compared with the last one, and who has said so. */
export type ComparedLog = { isCompared: boolean; by: "person" | "lastLog" | null };

export function comparedLogOf({
  comparesLastLog,
  effect,
}: Pick<ImportRecord, "comparesLastLog" | "effect">): ComparedLog {
  if (comparesLastLog !== null) return { isCompared: comparesLastLog, by: "person" };
  const lastLog = effect === null || "failed" in effect ? null : effect.lastLog;
  const isLeftOut = lastLog?.isLeftOut === true;
  return { isCompared: !isLeftOut, by: isLeftOut ? "lastLog" : null };
}

/** Keeps whether a log that is ready is compared with the last one; false where it is in another state, or no log. */
export async function keepComparison(
  tx: Tx,
  importId: string,
  comparesLastLog: boolean,
): Promise<boolean> {
  const { count } = await tx.import.updateMany({
    where: { id: importId, state: "ready", kind: "crossings" },
    data: { comparesLastLog },
  });
  return count === 1;
}

/**
 * Of a log: who was in the last one with the same columns, by the days that this one covers, and is not in this one, nor
 * may be meant by one of its rows. Returns that log, and whether this one is only a part of it; null: there is none.
 * `maybe_named` is there.
 */
export async function writeVanished(
  client: BulkClient,
  { id, format, mapping }: Pick<ImportRecord, "id" | "format" | "mapping">,
): Promise<LastLog> {
  const source = sourceFingerprint(format?.header ?? [], mapping);
  const { rows } = await client.query<Earlier>(EARLIER, [id]);
  const last = rows.find(
    ({ header, mapping: columns }) => sourceFingerprint(header ?? [], columns) === source,
  );
  if (last === undefined) return null;
  await client.query(EXPECTED, [last.id]);
  const counted = await client.query<{ here: number; there: number }>(
    "select count(*) filter (where here)::int as here, count(*)::int as there from expected",
  );
  const { here, there } = counted.rows[0] ?? { here: 0, there: 0 };
  const found = { id: last.id, fileName: last.fileName, isLeftOut: last.leavesOut };
  if (here < there * WHOLE_FROM) return { ...found, part: { here, there } };
  await client.query(VANISHED, [id]);
  return found;
}
