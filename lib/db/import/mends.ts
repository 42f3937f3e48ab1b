import "server-only";
import type { Mend, Replacement } from "@/lib/import/mend";
import type { Prisma } from "../generated/client";
import type { BulkClient, InstitutionScope, Tx } from "../in-institution";
import type { ImportState } from "./import-words";

/** States in which rows can be mended: while they are read with the mends that there were, later ones wait. */
export const MENDABLE = ["ready", "uploaded", "reading"] as const satisfies readonly ImportState[];

/**
 * The number of the last of so many acts that are done now; the import is locked until the transaction's end, so that of
 * two who mend at once one comes after the other. Null where it cannot be mended (any more).
 */
export async function nextAct(tx: Tx, importId: string, acts = 1): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ act: number }[]>`
    update import set mend_version = mend_version + ${acts}::int
    where institution_id = current_institution() and id = ${importId}::uuid and state = any(${[...MENDABLE]}::text[])
    returning mend_version as act`;
  return row?.act ?? null;
}

const ALL_ROWS = 0;
const WHOLE = -1;

/** A mend without its act and place, which all that is done at once has in common. */
type Bare<M> = M extends Mend ? Omit<M, "act" | "place"> : never;
export type NewMend = Bare<Mend>;

/** What is done at once: its number, where rows and columns have their numbers, and by whom. */
export type Act = InstitutionScope & {
  importId: string;
  act: number;
  place: string;
  userId: string | null;
};

const placed = (mend: NewMend) => {
  switch (mend.kind) {
    case "cell": {
      const { rowNo, column, was, text } = mend;
      return { kind: mend.kind, rowNo, columnNo: column, was, text };
    }
    case "replace": {
      const { column, find, whole, text } = mend;
      return { kind: mend.kind, rowNo: ALL_ROWS, columnNo: column ?? WHOLE, find, whole, text };
    }
    case "leaveOut":
      return { kind: mend.kind, rowNo: mend.rowNo, columnNo: WHOLE };
    case "takeFile": {
      const { kind, rowNo, was, text } = mend;
      return { kind, rowNo, columnNo: WHOLE, was, text };
    }
  }
};

export async function keepMends(
  tx: Tx,
  { institutionId, importId, act, place, userId }: Act,
  mends: readonly NewMend[],
): Promise<void> {
  const common = { institutionId, importId, act, place, doneBy: userId };
  await tx.importMend.createMany({ data: mends.map((mend) => ({ ...common, ...placed(mend) })) });
}

/** Leaves out the rows that a query (row_no) finds; returns how many. */
export async function keepLeftOut(
  tx: Tx,
  { importId, act, place, userId }: Act,
  rows: Prisma.Sql,
): Promise<number> {
  return tx.$executeRaw`
    insert into import_mend (institution_id, import_id, act, row_no, column_no, kind, place, done_by)
    select distinct current_institution(), ${importId}::uuid, ${act}::int, found.row_no, ${WHOLE}::smallint, 'leaveOut',
      ${place}, ${userId}::uuid
    from (${rows}) found`;
}

/**
 * Keeps that the file's registration holds in rows that conflict with another one: those named, or all (null). With what
 * both sides were: where either is another later, it is to be decided anew. Returns how many rows.
 */
export async function keepTaken(
  tx: Tx,
  { importId, act, place, userId }: Act,
  rowNos: readonly number[] | null,
): Promise<number> {
  return tx.$executeRaw`
    insert into import_mend (institution_id, import_id, act, row_no, column_no, kind, place, was, text, done_by)
    select current_institution(), r.import_id, ${act}::int, r.row_no, ${WHOLE}::smallint, 'takeFile', ${place},
      i->>'value', coalesce(i->'params'->>'said', ''), ${userId}::uuid
    from import_row r, jsonb_array_elements(r.issues) i
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid and 'conflict' = any(r.kinds) and r.outcome = 'conflict'
      and i->>'code' = 'otherRegistration'
      and (${rowNos === null}::boolean or r.row_no = any(${[...(rowNos ?? [])]}::int[]))`;
}

/** How many cells, rows and replacements are mended by now. */
export async function countMends(tx: Tx, importId: string): Promise<number> {
  return tx.importMend.count({ where: { importId } });
}

/** What is taken back: all of an act, the mends of a cell, or that a row was left out, or that it holds as the file has it. */
export type Taken =
  | { act: number }
  | { rowNo: number; column: number }
  | { rowNo: number; kind: "leaveOut" | "takeFile" };

/** Forgets mends; returns how many there were. */
export async function deleteMends(tx: Tx, importId: string, taken: Taken): Promise<number> {
  const where =
    "column" in taken
      ? { rowNo: taken.rowNo, columnNo: taken.column }
      : { columnNo: WHOLE, ...taken };
  const { count } = await tx.importMend.deleteMany({
    where: "act" in taken ? { importId, act: taken.act } : { importId, ...where },
  });
  return count;
}

type StoredMend = {
  act: number;
  place: string;
  kind: string;
  rowNo: number;
  columnNo: number;
  was: string | null;
} & Pick<Replacement, "find" | "whole" | "text">;

function toMend({ kind, rowNo, columnNo, was, find, whole, text, ...act }: StoredMend): Mend {
  switch (kind) {
    case "cell":
      return { ...act, kind, rowNo, column: columnNo, was, text };
    case "replace":
      return { ...act, kind, column: columnNo === WHOLE ? null : columnNo, find, whole, text };
    case "takeFile":
      return { ...act, kind, rowNo, was: was ?? "", text };
    default:
      return { ...act, kind: "leaveOut", rowNo };
  }
}

/** All that is mended in an import; or what concerns rows between two numbers, the last one included. */
export async function readMends(
  tx: Tx,
  importId: string,
  rows?: { from: number; to: number },
): Promise<Mend[]> {
  const stored = await tx.importMend.findMany({
    where: {
      importId,
      ...(rows && { OR: [{ rowNo: ALL_ROWS }, { rowNo: { gte: rows.from, lte: rows.to } }] }),
    },
    orderBy: { act: "asc" },
  });
  return stored.map(toMend);
}

/**
 * Whether one of these cells was mended by an act after the last one that a person had seen. `own`: acts of that person
 * in the same window, which are seen; those of another window are not.
 */
export async function isMendedSince(
  tx: Tx,
  importId: string,
  { seen, own, userId }: { seen: number; own: readonly number[]; userId: string | null },
  cells: readonly { rowNo: number; column: number }[],
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    select exists (
      select from import_mend m
      join unnest(${cells.map(({ rowNo }) => rowNo)}::int[], ${cells.map(({ column }) => column)}::int[]) as c(row_no, column_no)
        on (m.kind = 'cell' and m.row_no = c.row_no and m.column_no = c.column_no)
          or (m.kind = 'replace' and m.column_no in (c.column_no, ${WHOLE}))
      where m.institution_id = current_institution() and m.import_id = ${importId}::uuid and m.act > ${seen}::int
        and (m.done_by is distinct from ${userId}::uuid or m.act <> all(${[...own]}::int[]))
    ) as found`;
  return row?.found ?? false;
}

/** Decisions that the file holds come to the rows that were compared with them. */
const HITS_OF_TAKEN = `
  update import_mend m set hits = h.hits
  from (
    select o.act, count(r.row_no)::int as hits
    from import_mend o
    left join import_row r on r.institution_id = o.institution_id and r.import_id = o.import_id and r.row_no = o.row_no
      and r.issues @> jsonb_build_array(jsonb_build_object('code', 'otherReplaced', 'value', o.was))
    where o.institution_id = current_institution() and o.import_id = $1 and o.kind = 'takeFile' and o.act <= $2
    group by 1
  ) h
  where m.institution_id = current_institution() and m.import_id = $1 and m.kind = 'takeFile' and m.act = h.act`;

/** Keeps what each act came to when the rows were read; 0: it fits nothing any more. */
export async function recordHits(
  client: BulkClient,
  importId: string,
  { mendHits, mendVersion }: { mendHits: ReadonlyMap<number, number>; mendVersion: number },
): Promise<void> {
  await client.query(
    `update import_mend m set hits = coalesce(h.hits, 0)
     from import_mend o
     left join unnest($2::int[], $3::int[]) as h(act, hits) on h.act = o.act
     where o.institution_id = current_institution() and o.import_id = $1 and o.act <= $4
       and m.institution_id = o.institution_id and m.import_id = o.import_id and m.act = o.act
       and m.row_no = o.row_no and m.column_no = o.column_no and m.hits is distinct from coalesce(h.hits, 0)`,
    [importId, [...mendHits.keys()], [...mendHits.values()], mendVersion],
  );
  await client.query(HITS_OF_TAKEN, [importId, mendVersion]);
}
