import "server-only";
import type { BulkClient } from "../in-institution";
import { identifyPeople } from "./identify";
import { ROWS_NAMED } from "./identify-decided";
import type { ImportKind } from "./import-words";
import { NAME_COLUMNS } from "./name-columns";
import { NOT_SAID } from "./staged-people";

const TEXTS = {
  ...NAME_COLUMNS,
  documentNo: "document_no",
  documentFolded: "document_folded",
  iin: "iin",
} as const;

/** Each person of the file once, by the first row: what is asked of one holds for all rows that say the same. */
const PEOPLE = [
  `create temporary table said_who on commit drop as
   select who, student_no, min(row_no) as row_no from file_row where fine and who is not null group by 1, 2`,
  `create temporary table staged on commit drop as
   select row_no, 0::smallint as part, true as fine, student_no,
     ${Object.entries(TEXTS)
       .map(([field, column]) => `who::jsonb->>'${field}' as ${column}`)
       .join(", ")},
     (who::jsonb->>'birthDate')::date as birth_date, ${NOT_SAID}, null::text as outcome, null::integer as student_id,
     null::jsonb as issues
   from (select distinct on (row_no) * from said_who order by row_no, who) one`,
  "analyze staged",
];

/**
 * Whoever was found stands in the row by the student's number, so that the rows are compared as any others; a row of
 * which that is a question has no number until it is answered.
 */
const FOUND = [
  "alter table staged rename to found_who",
  `update file_row f set student_no = coalesce(s.student_no, '')
   from said_who w
   join found_who t on t.row_no = w.row_no
   left join student s on s.institution_id = current_institution() and s.id = t.student_id
   where f.who = w.who and f.student_no = w.student_no`,
];

/** The document said whose the row is, or it is not this student's: in either case it is settled. */
const NO_DOCUMENTS = "update file_row set document_folded = '' where who is not null";

const ROWS_OF_QUESTIONS = `
  update person_question q set rows = n.rows, row_nos = n.row_nos
  from (select k.identity_key, count(distinct f.row_no)::int as rows, (array_agg(distinct f.row_no))[1:${ROWS_NAMED}] as row_nos
    from question k join said_who w on w.row_no = k.row_no
    join file_row f on f.who = w.who and f.student_no = w.student_no group by 1) n
  where q.institution_id = current_institution() and q.import_id = $1 and q.identity_key = n.identity_key`;

/**
 * Of a log or a list of grounds that says by ИИН or name whose its rows are: finds the students, person by person, as in
 * other lists of people (identify.ts), before the rows are compared.
 */
export async function findWho(
  client: BulkClient,
  kind: ImportKind,
  importId: string,
): Promise<void> {
  for (const statement of PEOPLE) await client.query(statement);
  await identifyPeople(client, kind, importId);
  await client.query(ROWS_OF_QUESTIONS, [importId]);
  for (const statement of FOUND) await client.query(statement);
  if (kind === "crossings") await client.query(NO_DOCUMENTS);
}

/** What was found out of the person is said of each row: that it is a question, that it was left out, what was remembered. */
export async function tellWho(client: BulkClient): Promise<void> {
  await client.query(
    `update staged t set
       outcome = case when t.outcome = 'unknownStudent' then coalesce(w.outcome, t.outcome) else t.outcome end,
       issues = case when w.issues is null then t.issues else coalesce(t.issues, '[]') || w.issues end
     from file_row f
     join said_who s on s.who = f.who
     join found_who w on w.row_no = s.row_no
     where f.row_no = t.row_no and f.part = t.part and (w.outcome is not null or w.issues is not null)`,
  );
}
