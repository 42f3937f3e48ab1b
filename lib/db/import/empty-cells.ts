import "server-only";
import { ERASABLE_FIELDS, type ErasableField } from "@/lib/import/answers";
import type { BulkClient, Tx } from "../in-institution";
import type { ImportRecord } from "./import-words";

/** A column of a roster with empty cells where something is recorded: in how many rows it stays, and in how many it would be erased. */
export type EmptyColumn = {
  field: ErasableField;
  kept: number;
  erased: number;
  /** The first rows of both. */
  rows: number[];
};

/** Of which columns empty cells are told, and which of them erase what is recorded. */
export type EmptyCells = { told: readonly string[]; erased: readonly string[] };

/** Only a column of its own can have empty cells. */
export function emptyCellsOf({
  mapping,
  answers,
}: Pick<ImportRecord, "mapping" | "answers">): EmptyCells {
  const told = ERASABLE_FIELDS.filter((field) => mapping?.includes(field));
  return { told, erased: told.filter((field) => answers?.erase?.includes(field)) };
}

const EMPTIED = ERASABLE_FIELDS.map(
  (field) =>
    `case when coalesce(f.${field}::text, '') = '' and coalesce(s.${field}::text, '') <> '' then '${field}' end`,
).join(", ");

/** By the file's rows: what was taken off a staged row, because it is another student's, is no empty cell. */
const FIND = `
  with emptied as (
    select t.row_no, e.field, e.field = any($2::text[]) as erased
    from staged t
    join file_row f on f.row_no = t.row_no
    join student s on s.institution_id = current_institution() and s.id = t.student_id
    cross join lateral unnest(array[${EMPTIED}]) e(field)
    where t.outcome is null and e.field = any($1::text[])
  ),
  found as (
    select row_no, array_agg(field) filter (where erased) as erased,
      jsonb_agg(jsonb_build_object('code', 'emptyCellKept', 'field', field, 'column', null, 'value', '',
        'params', jsonb_build_object()) order by field) filter (where not erased) as kept
    from emptied group by 1
  )
  update staged t set erased = found.erased, issues = coalesce(t.issues || found.kept, t.issues, found.kept)
  from found where found.row_no = t.row_no`;

/**
 * Where a roster's cell is empty and something is recorded: tells that it stays, or notes in `staged.erased` that it
 * goes. Once it is known whose the rows are, before they are compared.
 */
export async function findEmptyCells(client: BulkClient, { told, erased }: EmptyCells) {
  await client.query("alter table staged add column erased text[]");
  if (told.length > 0) await client.query(FIND, [told, erased]);
}

/** The columns of an import that have empty cells where something is recorded, in the order of the fields. */
export async function listEmptyColumns(tx: Tx, importId: string): Promise<EmptyColumn[]> {
  const columns = await tx.$queryRaw<EmptyColumn[]>`
    with said as (
      select r.row_no, i->>'field' as field, false as erased
      from import_row r, jsonb_array_elements(r.issues) i
      where r.institution_id = current_institution() and r.import_id = ${importId}::uuid
        and r.issues <> '[]' and i->>'code' = 'emptyCellKept'
      union all
      select r.row_no, lower(regexp_replace(c->>'field', '([A-Z])', '_\\1', 'g')), true
      from import_row r, jsonb_array_elements(r.changes) c
      where r.institution_id = current_institution() and r.import_id = ${importId}::uuid
        and r.changes <> '[]' and c->>'new' = ''
    )
    select field, count(*) filter (where not erased)::int as kept, count(*) filter (where erased)::int as erased,
      (array_agg(row_no order by row_no))[1:5] as rows
    from said group by 1`;
  return ERASABLE_FIELDS.flatMap((field) => columns.filter((column) => column.field === field));
}
