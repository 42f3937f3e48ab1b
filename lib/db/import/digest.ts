import "server-only";
import { createHash } from "node:crypto";
import type { BulkClient, Tx } from "../in-institution";
import { DIGEST } from "./digest-sql";
import type { GridCounts, GridFilter, GridIndex, ProblemGroup, Shown } from "./grid-words";
import type { ImportRecord, WordGroup } from "./import-words";
import type { RowRemark } from "./row-words";
import { rowsOf, type Sql, sqlOfBulk, sqlOfTx } from "./sql";
import { whoColumn } from "./unknown-students";

/** Rows of which the same is said, as they are kept. */
type SaidAlike = {
  /** Rows; and how often it is said, of a row of two crossings perhaps twice. */
  count: number;
  times: number;
  rows: number[];
} & Pick<RowRemark, "value" | "params">;
type Group = SaidAlike &
  (
    | (Pick<ProblemGroup, "code" | "column" | "field"> & {
        told: "problem";
        examples: (string | null)[] | null;
      })
    | (Pick<RowRemark, "code" | "field"> & { told: "remark" })
    | (Pick<WordGroup, "field" | "word" | "meaning"> & { told: "word" })
  );

/** What the rows of an import come to as a whole. */
export type Digest = {
  groups: Group[];
  counts: GridCounts;
  index: GridIndex;
  /** Cells of the longest row whose length is a fault; 0: none is. */
  widest: number;
};

/** Another statement counts otherwise: what an earlier version of the program has counted is counted anew. */
const WAY = createHash("sha256").update(DIGEST).digest("hex");

type Made = { groups: Group[]; places: Record<string, GridIndex>; widest: number };
type Counted = Pick<ImportRecord, "id" | "mapping">;

async function make(sql: Sql, record: Counted): Promise<Made> {
  const [made] = await rowsOf<Made>(sql, DIGEST, record.id, whoColumn(record));
  return made ?? { groups: [], places: {}, widest: 0 };
}

/** Counts the rows of an import that have just been kept, in place of what was counted before. */
export async function keepDigest(client: BulkClient, record: Counted): Promise<void> {
  const { groups, places, widest } = await make(sqlOfBulk(client), record);
  await client.query(
    `insert into import_digest (institution_id, import_id, way, groups, places, widest)
     values (current_institution(), $1, $2, $3, $4, $5)
     on conflict (institution_id, import_id) do update set way = excluded.way, groups = excluded.groups, places = excluded.places,
       widest = excluded.widest`,
    [record.id, WAY, JSON.stringify(groups), JSON.stringify(places), widest],
  );
}

/**
 * The same for an import whose rows have been there for long: what was counted meanwhile holds, and of what was given up nothing
 * is kept. Not while a job may be about to keep its own: each would wait for the other.
 */
async function keepForOthers(
  tx: Tx,
  { id }: Counted,
  { groups, places, widest }: Made,
): Promise<void> {
  await tx.$executeRaw`
    insert into import_digest (institution_id, import_id, way, groups, places, widest)
    select current_institution(), i.id, ${WAY}, ${JSON.stringify(groups)}::jsonb, ${JSON.stringify(places)}::jsonb, ${widest}::int
    from (select id from import where institution_id = current_institution() and id = ${id}::uuid
      and state in ('ready', 'committed', 'undone') for share) i
    on conflict (institution_id, import_id) do update set way = excluded.way, groups = excluded.groups, places = excluded.places,
      widest = excluded.widest
    where import_digest.way <> excluded.way`;
}

const NOTHING: GridIndex = { total: 0, anchors: [] };

const keyOf = ({ show, group }: GridFilter) => {
  if (group === null) return show;
  const { code, column } = group;
  const isOutcome = code === "unknownStudent" || code === "toConfirm";
  return isOutcome ? code : `${code}@${column ?? ""}`;
};

type Kept = Pick<Made, "groups" | "widest"> & {
  totals: Record<string, number> | null;
  index: GridIndex | null;
};

/** What the rows of an import come to, and where the windows of those that a filter lets through begin; counted only where nobody has yet. */
export async function readDigest(
  tx: Tx,
  record: Counted,
  filter: GridFilter = { show: "all", group: null },
): Promise<Digest> {
  const key = keyOf(filter);
  const [kept] = await tx.$queryRaw<Kept[]>`
    select groups, widest, places->${key} as index,
      (select jsonb_object_agg(key, value->'total') from jsonb_each(places)) as totals
    from import_digest
    where institution_id = current_institution() and import_id = ${record.id}::uuid and way = ${WAY}`;
  if (kept) {
    const { groups, widest, index, totals } = kept;
    return { groups, widest, index: index ?? NOTHING, counts: countsIn((key) => totals?.[key]) };
  }
  const made = await make(sqlOfTx(tx), record);
  await keepForOthers(tx, record, made);
  const { groups, widest, places } = made;
  const counts = countsIn((key) => places[key]?.total);
  return { groups, widest, index: places[key] ?? NOTHING, counts };
}

function countsIn(total: (key: Shown) => number | undefined): GridCounts {
  const of = (key: Shown) => total(key) ?? 0;
  return {
    all: of("all"),
    wrong: of("wrong"),
    warnings: of("warnings"),
    notes: of("notes"),
    mended: of("mended"),
    leftOut: of("leftOut"),
  };
}
