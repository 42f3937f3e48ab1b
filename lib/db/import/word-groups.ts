import "server-only";
import type { Tx } from "../in-institution";
import type { FileQuestion, WordGroup } from "./import-words";

const SHOWN = 200;

/** The words of an import that a person gives, or has given, a meaning to: those in most rows first. */
export async function listWordGroups(tx: Tx, importId: string): Promise<WordGroup[]> {
  return tx.$queryRaw`
    select issue->>'field' as field, trim(issue->>'value') as word, issue->'params'->>'meaning' as meaning,
      count(*)::int as count, (array_agg(r.row_no order by r.row_no))[1:3] as rows
    from import_row r, jsonb_array_elements(r.issues) issue
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid and r.remarked and r.issues <> '[]' and issue->>'code' in
      ('unknownCitizenship', 'unknownCheckpoint', 'unknownDirection', 'unknownSex', 'unknownGroundKind',
       'unknownGroundStatus', 'unknownDormitory', 'unknownResult', 'unknownFaculty', 'newFaculty', 'decidedWord')
    group by 1, 2, 3 order by 4 desc, 1, 2 limit ${SHOWN}`;
}

/** The questions that the rows of an import ask. */
export async function listFileQuestions(tx: Tx, importId: string): Promise<FileQuestion[]> {
  return tx.$queryRaw`
    select issue->>'code' as code, count(*)::int as count, (array_agg(r.row_no order by r.row_no))[1:3] as rows
    from import_row r, jsonb_array_elements(r.issues) issue
    where r.institution_id = current_institution() and r.import_id = ${importId}::uuid
      and r.remarked and r.issues <> '[]' and issue->>'code' in ('ambiguousDate', 'serialDate', 'lostZero', 'birthCentury')
    group by 1 order by 1`;
}
