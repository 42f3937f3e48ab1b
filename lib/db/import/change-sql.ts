import "server-only";
import type { ImportKind } from "./import-words";
import { stagedFields } from "./staged-fields";

/** A remark of the comparison as SQL: it stands beside those of the reader. */
export const remark = (code: string, field: string) =>
  `'[{"code":"${code}","field":"${field}","column":null,"value":"","params":{}}]'::jsonb`;

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
