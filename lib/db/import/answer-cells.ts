import "server-only";
import type { Tx } from "../in-institution";

/** So many rows are looked at for three different dates. */
const LOOKED_AT = 50;
/** In the JSON of a row: a cell that begins as the dates do that a question is about. */
const DATES = {
  dateOrder: String.raw`"\s*\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})`,
  serials: String.raw`"\s*[2-5]\d{4}(?:[.,]\d+)?\s*"`,
  birthYears: String.raw`"\s*\d{1,2}[\s.,/-]+(?:\d{1,2}|[^\d\s.,"-]{3,}\.?)[\s.,/-]+\d{2}(?!\d)`,
} as const;

/** The cells of the first rows of an import that may have a date which a question about the file is about. */
export async function findRowsOfDates(
  tx: Tx,
  importId: string,
  question: keyof typeof DATES,
): Promise<string[][]> {
  const rows = await tx.$queryRaw<{ cells: string }[]>`
    select r.cells from import_row r
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid and r.part = 0
      and r.cells ~ ${DATES[question]}
    order by r.first_row, r.row_no limit ${LOOKED_AT}`;
  return rows.map(({ cells }) => JSON.parse(cells) as string[]);
}

/** A number as it stands in its cell, and how many zeros are missing in front of it. */
export type ShortNumber = { text: string; zeros: number };

/** The first numbers of an import in front of which zeros are missing, or were put back. */
export async function findShortNumbers(tx: Tx, importId: string): Promise<ShortNumber[]> {
  const rows = await tx.$queryRaw<{ cells: string; column: number | null; zeros: number }[]>`
    select r.cells, (issue->>'column')::int as column, coalesce((issue->'params'->>'zeros')::int, 1) as zeros
    from import_row r, jsonb_array_elements(r.issues) issue
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid and r.remarked and r.issues <> '[]'
      and issue->>'code' in ('lostZero', 'zeroRestored')
    order by r.first_row, r.row_no limit ${LOOKED_AT}`;
  return rows.flatMap(({ cells, column, zeros }) => {
    const text = column === null ? "" : ((JSON.parse(cells) as string[])[column] ?? "").trim();
    return text === "" ? [] : [{ text, zeros }];
  });
}
