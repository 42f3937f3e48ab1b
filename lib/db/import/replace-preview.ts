import "server-only";
import { hasFixedWidth, type Replacement } from "@/lib/import/mend";
import { replaced } from "@/lib/import/replaced";
import { Prisma } from "../generated/client";
import type { Tx } from "../in-institution";
import { ofImport } from "./grid-rows";
import type { ReplacePreview } from "./grid-words";
import type { ImportRecord } from "./import-words";

const SHOWN = 20;
const TRIMMED = Prisma.sql`btrim(c.text, E' \t\r\n\u00A0')`;

const matches = ({ find, whole }: Replacement) =>
  whole ? Prisma.sql`${TRIMMED} = ${find}` : Prisma.sql`strpos(c.text, ${find}) > 0`;

/** A quick look at the whole row, which spares nearly every one the slow look at its cells. */
const mayMatch = (find: string) =>
  Prisma.sql`strpos(r.cells, ${JSON.stringify(find).slice(1, -1)}) > 0`;

/** A text's row has the cells that it has; a sheet leaves empty ones out. Totals and signatures are not filled in. */
function cellsOf({ column, find }: Replacement, format: ImportRecord["format"]): Prisma.Sql {
  if (column === null) {
    return Prisma.sql`cross join lateral (
      select (place - 1)::int as no, text from jsonb_array_elements_text(r.cells::jsonb) with ordinality e(text, place)) c`;
  }
  const fixed = hasFixedWidth({ type: format?.type ?? "csv" });
  const cell = Prisma.sql`r.cells::jsonb->>${column}::int`;
  const text = fixed ? cell : Prisma.sql`coalesce(${cell}, '')`;
  const listed = find === "" ? Prisma.sql`r.outcome <> 'aside'` : Prisma.sql`true`;
  return Prisma.sql`cross join lateral (
    select ${column}::int as no, ${text} as text where ${listed}) c`;
}

/** What a replacement would change, of the rows as they were checked last. */
export async function previewReplacement(
  tx: Tx,
  { id, format }: Pick<ImportRecord, "id" | "format">,
  replacement: Replacement,
): Promise<ReplacePreview> {
  const found = await tx.$queryRaw<
    { rowNo: number; column: number; before: string; cells: number; rows: number }[]
  >`
    with hit as (
      select distinct r.row_no, c.no, c.text from import_row r ${cellsOf(replacement, format)}
      where ${ofImport(id)} and ${mayMatch(replacement.find)} and ${matches(replacement)}
        and (not ${replacement.whole} or c.text <> ${replacement.text})
    )
    select row_no as "rowNo", no as column, text as before,
      (select count(*)::int from hit) as cells, (select count(distinct row_no)::int from hit) as rows
    from hit order by row_no, no limit ${SHOWN}::int`;
  return {
    cells: found[0]?.cells ?? 0,
    rows: found[0]?.rows ?? 0,
    first: found.map(({ rowNo, column, before }) => ({
      ...{ rowNo, column, before },
      after: replaced(before, replacement) ?? before,
    })),
  };
}
