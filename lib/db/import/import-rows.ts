import "server-only";
import type { Original } from "@/lib/import/mend";
import type { Tx } from "../in-institution";
import type { Digest } from "./digest";
import type { ImportRecord, ImportState, Outcome } from "./import-words";
import { withStudents } from "./row-students";
import type { ImportRowRecord, RemarkGroup } from "./row-words";
import { gravestFirst } from "./severity";

/** Cells are kept as the JSON text that they came in. */
type StoredRow = Omit<ImportRowRecord, "cells" | "original" | "studentName"> & {
  cells: string;
  original: string | null;
};

/** The cells of a stored row, and what the file has in the mended ones. */
export function cellsOf(row: Pick<StoredRow, "cells" | "original">) {
  return {
    cells: JSON.parse(row.cells) as string[],
    original: JSON.parse(row.original ?? "[]") as Original,
  };
}

/**
 * Rows of an import after a row number, in the file's order; those of an outcome, or all. A row that holds two
 * crossings comes whole, one beyond the limit if need be.
 */
export async function listImportRows(
  tx: Tx,
  { id: importId, mapping }: Pick<ImportRecord, "id" | "mapping">,
  page: { outcomes: readonly Outcome[]; after: number; limit: number },
): Promise<ImportRowRecord[]> {
  const rows = await tx.$queryRaw<StoredRow[]>`
    select r.row_no as "rowNo", r.part, r.outcome, r.student_id as "studentId", r.cells, r.original, r.issues, r.changes
    from import_row r
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid
      and r.last_row > ${page.after} and r.row_no > ${page.after}
      and (cardinality(${[...page.outcomes]}::text[]) = 0
        or r.kinds && ${[...page.outcomes]}::text[] and r.outcome = any(${[...page.outcomes]}::text[]))
    order by r.first_row, r.row_no fetch first ${page.limit} rows with ties`;
  const inOrder = rows
    .map((row) => ({ ...row, ...cellsOf(row), issues: gravestFirst(row.issues) }))
    .sort((a, b) => a.rowNo - b.rowNo || a.part - b.part);
  return withStudents(tx, mapping, inOrder);
}

/** How many cells the longest row of some outcomes has (0 where there is none), and whether any has not as many as columns. */
export async function widestRow(
  tx: Tx,
  importId: string,
  outcomes: readonly Outcome[],
): Promise<{ cells: number; uneven: boolean }> {
  const [found] = await tx.$queryRaw<{ cells: number; uneven: boolean }[]>`
    select coalesce(max(jsonb_array_length(r.cells::jsonb)), 0)::int as cells,
      coalesce(bool_or(r.issues @> '[{"code":"rowLength"}]'), false) as uneven
    from import_row r
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid
      and r.kinds && ${[...outcomes]}::text[] and r.outcome = any(${[...outcomes]}::text[])`;
  return found ?? { cells: 0, uneven: false };
}

/** The kinds of remark in an import: what to mend, grouped. The gravest first, and of these the most frequent. */
export function remarkGroupsOf({ groups }: Pick<Digest, "groups">): RemarkGroup[] {
  const found = groups.flatMap((group) => {
    if (group.told !== "remark") return [];
    const { code, field, value, params, count, rows } = group;
    return [{ code, field, value, params, count, rows }];
  });
  return gravestFirst(found);
}

/** Nothing stays of the rows of an earlier reading where the file cannot be read otherwise. */
export function deleteRowsOfUnread(tx: Tx, importId: string): Promise<void> {
  return deleteRowsWhere(tx, importId, ["refused", "failed"]);
}

/** Nothing stays of the rows of an import that was given up, nor of their mends; those of any other stay. */
export async function deleteRowsOfDiscarded(tx: Tx, importId: string): Promise<void> {
  await deleteRowsWhere(tx, importId, ["discarded"]);
  await tx.importMend.deleteMany({ where: { importId, import: { state: "discarded" } } });
}

async function deleteRowsWhere(
  tx: Tx,
  importId: string,
  states: readonly ImportState[],
): Promise<void> {
  await tx.$executeRaw`
    delete from import_block r using import i
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid
      and i.institution_id = r.institution_id and i.id = r.import_id and i.state = any(${[...states]}::text[])`;
  await tx.importDigest.deleteMany({ where: { importId, import: { state: { in: [...states] } } } });
}

/** The same for all of them. */
export async function deleteRowsOfAllDiscarded(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    delete from import_block where institution_id = current_institution() and import_id in (
      select id from import where institution_id = current_institution() and state = 'discarded')`;
  await tx.importDigest.deleteMany({ where: { import: { state: "discarded" } } });
  await tx.importMend.deleteMany({ where: { import: { state: "discarded" } } });
}

/** Whether an import has more rows than so many. */
export async function hasMoreRowsThan(tx: Tx, importId: string, rows: number): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ more: boolean }[]>`
    select coalesce(sum(cardinality(row_nos)), 0) > ${rows}::int as more from import_block
    where institution_id = current_institution() and import_id = ${importId}::uuid`;
  return found?.more ?? false;
}

/** Rows of an import by their numbers: their cells as they were read, and what the file has in mended ones. */
export async function findCells(tx: Tx, importId: string, rowNos: readonly number[]) {
  const rows = await tx.$queryRaw<Pick<StoredRow, "rowNo" | "cells" | "original">[]>`
    select r.row_no as "rowNo", r.cells, r.original
    from import_row r
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid
      and r.first_row = any(array(
        select (select max(b.first_row) from import_block b
          where b.institution_id = current_institution() and b.import_id = ${importId}::uuid and b.first_row <= n)
        from unnest(${[...rowNos]}::int[]) n))
      and r.row_no = any(${[...rowNos]}::int[]) and r.part = 0`;
  return new Map(rows.map(({ rowNo, ...row }) => [rowNo, cellsOf(row)]));
}
