import "server-only";
import { ERASABLE_FIELDS, STAYING_FIELDS } from "@/lib/import/answers";
import type { BulkClient, Tx } from "../in-institution";
import { change, remark } from "./change-sql";
import { type EmptyColumns, emptyColumnsOf, type OwnColumn } from "./empty-columns";
import type { ImportField, ImportRecord } from "./import-words";
import { CELLS_OF_ROWS } from "./staging";

/** A column with empty cells where something is recorded: in how many rows it stays, and in how many it would be erased. */
export type EmptyColumn = {
  field: ImportField;
  /** A person may say that it is to be erased. */
  erasable: boolean;
  kept: number;
  erased: number;
  /** The first rows of both. */
  rows: number[];
};

/** Whether the file has a column of the field's own for the row `t`, as SQL. */
function hasOwnColumn({ told }: EmptyColumns, field: ImportField): string {
  const columns = told.filter((column) => column.field === field);
  if (columns.length === 0) return "false";
  if (columns.some(({ only }) => only === undefined)) return "true";
  return `t.direction in (${columns.map(({ only }) => `'${only}'`).join(", ")})`;
}

/** Whether an empty cell of the row `t` erases what is recorded in the field, as SQL. */
export const erases = (empty: EmptyColumns, field: ImportField): string =>
  empty.erased.includes(field) ? hasOwnColumn(empty, field) : "false";

/** Where the file says nothing (`said`) and something is recorded (`held`), both SQL. */
const isEmptied = (said: string, held: string) =>
  `coalesce(${said}, '') = '' and coalesce(${held}, '') <> ''`;

/** Where an empty cell erases what is recorded, as SQL. */
export const isErased = (empty: EmptyColumns, field: ImportField, said: string, held: string) =>
  `(${erases(empty, field)} and ${isEmptied(said, held)})`;

/** A change of a field as change-sql makes it; or, where its empty cells erase, of what is recorded to nothing. `key` is the fact's. */
export function changeOrErase(
  empty: EmptyColumns,
  { field, key }: { field: ImportField; key: string },
  said: string,
  held: string,
): string {
  if (!empty.erased.includes(field)) return change(key, said, held);
  return `case when ${isErased(empty, field, said, held)}
    then jsonb_build_array(jsonb_build_object('field', '${key}', 'old', ${held}, 'new', '')) else ${change(key, said, held)} end`;
}

/** The remark that an empty cell leaves what is recorded, as SQL: a list of one, or empty. */
export function keptWhereEmpty(
  empty: EmptyColumns,
  field: ImportField,
  said: string,
  held: string,
): string {
  const own = hasOwnColumn(empty, field);
  if (own === "false" || empty.erased.includes(field)) return "'[]'::jsonb";
  return `case when ${own} and ${isEmptied(said, held)} then ${remark("emptyCellKept", field)} else '[]' end`;
}

const NAMES = /^(last|first|middle)_name/;

/** Where a student's field is recorded and a row of a roster `f` has nothing in its column, as SQL; `k` has the row's cells, `d` is the document that the row names. */
function emptiedInRoster({ field, cell }: OwnColumn): string {
  // A name is sorted by its script, not by its heading: whether its cell is empty the cell tells.
  if (NAMES.test(field))
    return `coalesce(k.cells::jsonb->>${cell}, '') ~ '^\\s*$' and s.${field} <> ''`;
  switch (field) {
    case "document_no":
      return `f.document_folded = '' and exists (select from identity_document o
        where o.institution_id = current_institution() and o.student_id = s.id)`;
    case "document_type":
      return isEmptied("f.document_type", "d.type");
    case "document_expires":
      return "f.document_expires is null and d.expires is not null";
    default:
      return isEmptied(`f.${field}::text`, `s.${field}::text`);
  }
}

/** By the file's rows: what was taken off a staged row, because it is another student's, is no empty cell. */
const findInRoster = (told: readonly OwnColumn[]) => `
  with cells_of_row as (${CELLS_OF_ROWS}),
  emptied as (
    select t.row_no, e.field, e.field = any($1::text[]) as erased
    from staged t
    join file_row f on f.row_no = t.row_no
    join cells_of_row k on k.row_no = f.row_no
    join student s on s.institution_id = current_institution() and s.id = t.student_id
    left join identity_document d on d.institution_id = current_institution() and d.student_id = s.id
      and f.document_folded <> '' and d.number_folded = f.document_folded
    cross join lateral unnest(array[${told
      .map((column) => `case when ${emptiedInRoster(column)} then '${column.field}' end`)
      .join(", ")}]) e(field)
    where t.outcome is null and e.field is not null
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
export async function findEmptyInRoster(client: BulkClient, { told, erased }: EmptyColumns) {
  await client.query("alter table staged add column erased text[]");
  if (told.length > 0) await client.query(findInRoster(told), [erased]);
}

type Found = Omit<EmptyColumn, "erasable">;

/** The columns of an import that have empty cells where something is recorded, in the order of the fields. */
export async function listEmptyColumns(tx: Tx, record: ImportRecord): Promise<EmptyColumn[]> {
  const { told, erased } = emptyColumnsOf(record);
  if (told.length === 0) return [];
  const found = await tx.$queryRaw<Found[]>`
    with said as (
      select r.row_no, i->>'field' as field, false as erased
      from import_row r, jsonb_array_elements(r.issues) i
      where r.institution_id = current_institution() and r.import_id = ${record.id}::uuid
        and r.remarked and r.issues <> '[]' and i->>'code' = 'emptyCellKept'
      union all
      select r.row_no, n.field, true
      from import_row r, jsonb_array_elements(r.changes) c,
        lateral (select lower(regexp_replace(c->>'field', '([A-Z])', '_\\1', 'g')) as field) n
      where ${erased.length > 0}::boolean and r.institution_id = current_institution()
        and r.import_id = ${record.id}::uuid and 'changed' = any(r.kinds) and r.changes <> '[]' and c->>'new' = '' and n.field = any(${[...erased]}::text[])
    )
    select field, count(distinct row_no) filter (where not erased)::int as kept,
      count(distinct row_no) filter (where erased)::int as erased, (array_agg(distinct row_no))[1:5] as rows
    from said group by 1`;
  const inOrder = (fields: readonly ImportField[], erasable: boolean) =>
    fields.flatMap((field) =>
      found.filter((one) => one.field === field).map((one) => ({ ...one, erasable })),
    );
  const { kind } = record;
  return [...inOrder(ERASABLE_FIELDS[kind], true), ...inOrder(STAYING_FIELDS[kind], false)];
}
