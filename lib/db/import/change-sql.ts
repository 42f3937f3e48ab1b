import "server-only";
import type { ImportKind } from "./import-words";
import { stagedFields } from "./staged-fields";

/** A remark of the comparison as SQL: it stands beside those of the reader. */
export const remark = (code: string, field: string) =>
  `'[{"code":"${code}","field":"${field}","column":null,"value":"","params":{}}]'::jsonb`;

/** The same with what it tells of: parameters by name, each as SQL. */
export const remarkOf = (code: string, field: string, params: Readonly<Record<string, string>>) =>
  `jsonb_build_array(jsonb_build_object('code', '${code}', 'field', '${field}', 'column', null, 'value', '',
    'params', jsonb_build_object(${Object.entries(params)
      .map(([name, sql]) => `'${name}', ${sql}`)
      .join(", ")})))`;

/** How many rows of those that contradict each other are named. */
const ROWS_NAMED = 6;

/** The numbers of a group's rows as SQL, the first of them where they are many; `place` counts them. */
export const rowsNamed = (row = "row_no") =>
  `string_agg(${row}::text, ', ' order by ${row}) filter (where place <= ${ROWS_NAMED})
    || case when count(*) > ${ROWS_NAMED} then ', …' else '' end`;

/** Where the file says something (`said`, text or null) that the database does not (`held`), both SQL. An empty cell never erases. */
export const differs = (said: string, held: string) =>
  `coalesce(${said}, '') not in ('', coalesce(${held}, ''))`;

/** A change of a field as SQL: a list of one, or empty where the two say the same. */
export const change = (field: string, said: string, held: string) =>
  `case when ${differs(said, held)}
    then jsonb_build_array(jsonb_build_object('field', '${field}', 'old', coalesce(${held}, ''), 'new', ${said}))
    else '[]' end`;

/** All that a row of `table` says, as one comparable value. */
export const wholeFact = (kind: ImportKind, table: string) =>
  `row(${stagedFields(kind)
    .map(([, name]) => `${table}.${name}`)
    .join(", ")})::text`;
