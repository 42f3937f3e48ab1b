import "server-only";
import { type Day, parseDay } from "@/lib/civil-date/day";
import type { GroundKind, GroundStatus } from "@/lib/compliance/facts";
import type { ImportedFrom } from "./crossings";
import { dayFromColumn } from "./day-column";
import type { Tx } from "./in-institution";

/** What an import found recorded of a ground and has changed: its last day (null: it had none), its status; or both. */
export type EarlierGround = { fileName: string; to?: Day | null; status?: GroundStatus };

/** A ground of stay as the office keeps it. Both days belong to it; `to` null: no end. */
export type GroundRecord = {
  /** The engine's ref. */
  ref: string;
  kind: GroundKind;
  status: GroundStatus;
  number: string;
  from: Day;
  to: Day | null;
  address: string;
  /** "": another ground, or not known. */
  visaType: string;
  /** The file and row that it first came with; null: no file. */
  source: ImportedFrom | null;
  /** How long it held and what it was before imports changed that, the latest change first. */
  earlier: EarlierGround[];
};

/** All grounds of a student, granted or not, by their first day. */
export async function listGrounds(tx: Tx, studentId: number): Promise<GroundRecord[]> {
  const rows = await tx.ground.findMany({
    where: { studentId },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
  });
  const earlier = await listEarlier(
    tx,
    rows.map(({ id }) => id),
  );
  const files = await listFiles(
    tx,
    rows.flatMap(({ importId }) => importId ?? []),
  );
  return rows.map((row) => ({
    ref: String(row.id),
    kind: row.kind as GroundKind,
    status: row.status as GroundStatus,
    number: row.number,
    from: dayFromColumn(row.validFrom),
    to: row.validTo === null ? null : dayFromColumn(row.validTo),
    address: row.address,
    visaType: row.visaType,
    source: sourceOf(row, files),
    earlier: earlier.filter(({ id }) => id === row.id).map(({ id: _, ...one }) => one),
  }));
}

type Imported = { importId: string | null; importRow: number | null };

function sourceOf({ importId, importRow }: Imported, files: ReadonlyMap<string, string>) {
  if (importId === null) return null;
  return { importId, fileName: files.get(importId) ?? "", row: importRow };
}

/** The names of the files of imports. */
async function listFiles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = await tx.import.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, fileName: true },
  });
  return new Map(files.map(({ id, fileName }) => [id, fileName]));
}

type StoredEarlier = {
  id: number;
  fileName: string;
  before: { valid_to?: string | null; status?: GroundStatus };
};

async function listEarlier(tx: Tx, ids: readonly number[]) {
  const rows = await tx.$queryRaw<StoredEarlier[]>`
    select c.entity_id::int as id, i.file_name as "fileName", c.before
    from import_change c
    join import i on i.institution_id = c.institution_id and i.id = c.import_id and i.state in ('committed', 'undoing')
    where c.institution_id = current_institution() and c.entity = 'ground' and c.entity_id = any(${[...ids]}::bigint[])
      and jsonb_exists_any(c.before, array['valid_to', 'status'])
    order by i.committed_at desc`;
  return rows.map(({ id, fileName, before: { valid_to, status } }) => ({
    ...{ id, fileName },
    ...(valid_to === undefined ? {} : { to: valid_to === null ? null : parseDay(valid_to) }),
    ...(status === undefined ? {} : { status }),
  }));
}
