import "server-only";
import type { ImportKind } from "./import-words";
import { stagedFields } from "./staged-fields";

/** What the identification of people asks of a row besides what such a list says. */
export const NOT_SAID = `''::text as document_type, null::date as document_expires, ''::text as citizenship, ''::text as faculty`;

/**
 * Makes `staged` of the rows of a list that speaks of known students by numbers or names: ready to be identified
 * (identify.ts) and compared. `more`: further columns of the kind.
 */
export function stagedPeople(kind: ImportKind, more: string): readonly string[] {
  const fields = stagedFields(kind).map(([, name]) => name);
  return [
    `create temporary table staged on commit drop as
     select row_no, part, fine, ${fields.join(", ")}, ${NOT_SAID}, null::text as outcome, null::integer as student_id,
       null::bigint as known_id, null::jsonb as changes, null::jsonb as issues, ${more}
     from file_row`,
    "analyze staged",
  ];
}

/** What becomes of each row of such a list that is known by now; a list adds no students. */
export const PEOPLE_OUTCOMES = `
  update staged set outcome = case
    when not fine then 'wrong'
    when student_id is null then 'unknownStudent'
    when known_id is null then 'new'
    when changes is null then 'unchanged'
    else 'changed' end
  where outcome is null`;
