import "server-only";
import { saysWho } from "@/lib/import/targets";
import type { BulkClient } from "../in-institution";
import type { ImportKind, ImportRecord } from "./import-words";
import { stagedFields } from "./staged-fields";

/** A number of a row `f`, as SQL: as it is compared, where the database holds such numbers, and how `z.known` is put in its place. */
type Numbers = {
  field: "student_no" | "document_no";
  compared: string;
  exact: string;
  restored: string;
};

const STUDENT_NUMBERS: Numbers = {
  field: "student_no",
  compared: "f.student_no",
  restored: "student_no = z.known",
  exact: `exists (select from student s
        where s.institution_id = current_institution() and s.student_no = f.student_no)
      or exists (select from former_number n
        where n.institution_id = current_institution() and n.student_no = f.student_no)`,
};

/** The document of a row: in columns of its own, in what is said of the person beside other things, or in both. */
function documentNumbers(columns: boolean, who: boolean): Numbers {
  const inWho = "f.who::jsonb->>'documentFolded'";
  const compared = columns ? "f.document_folded" : `(${inWho})`;
  return {
    field: "document_no",
    compared,
    exact: `exists (select from identity_document d
      where d.institution_id = current_institution() and d.number_folded = ${compared})`,
    restored: [
      ...(columns ? ["document_no = z.known, document_folded = z.known"] : []),
      ...(who
        ? [
            `who = (f.who::jsonb || jsonb_build_object('documentNo', z.known, 'documentFolded', z.known))::text`,
          ]
        : []),
    ].join(", "),
  };
}

/** The numbers of people that rows of a file have. */
function numbersOf({ kind, mapping }: Pick<ImportRecord, "kind" | "mapping">): Numbers[] {
  const columns = stagedFields(kind).some(([, name]) => name === "document_folded");
  const who = saysWho(kind, mapping);
  return [STUDENT_NUMBERS, ...(columns || who ? [documentNumbers(columns, who)] : [])];
}

/**
 * The numbers of digits that the institution holds with a zero in front, by what a spreadsheet would leave of them; those of
 * which several would leave the same are left out, since nobody could say which is meant.
 */
const ZERO_LED = `
  create temporary table zero_led on commit drop as
  select field, ltrim(known, '0') as bare, min(known) as known, min(student_id) as student_id
  from (
    select 'student_no' as field, student_no as known, id as student_id from student
    where institution_id = current_institution() and student_no ~ '^0+[1-9]\\d*$'
    union all
    select 'student_no', student_no, student_id from former_number
    where institution_id = current_institution() and student_no ~ '^0+[1-9]\\d*$'
    union all
    select 'document_no', number_folded, student_id from identity_document
    where institution_id = current_institution() and number_folded ~ '^0+[1-9]\\d*$'
  ) held
  group by 1, 2 having count(distinct known) = 1`;

/**
 * Where a row's student number says whose it is, a document that lost its zeros need not. A roster would record it as
 * one more document of the same student, so there it is asked about all the same.
 */
const told = (kind: ImportKind) => `exists (
    select from (
      select s.id from student s where s.institution_id = current_institution() and s.student_no = f.student_no
      union all
      select n.student_id from former_number n
      where n.institution_id = current_institution() and n.student_no = f.student_no
    ) o ${kind === "roster" ? "where o.id <> z.student_id" : ""})`;

/** The rows with a number that nobody has and that is a held one without zeros in front. */
function short(kind: ImportKind, { field, compared, exact }: Numbers): string {
  return `from zero_led z
    where z.field = '${field}' and f.fine and ltrim(${compared}, '0') = z.bare
      and length(${compared}) < length(z.known) and not (${exact})
      ${field === "document_no" ? `and not ${told(kind)}` : ""}`;
}

/** `column`: where the number stands, 0-based; -1: made of several columns. The number itself is not repeated. */
const said = (code: string, { field, compared }: Numbers, column: number) =>
  `jsonb_build_array(jsonb_build_object(
  'code', '${code}', 'field', '${field}', 'column', ${column < 0 ? "null" : column}::int, 'value', '',
  'params', jsonb_build_object('zeros', length(z.known) - length(${compared}))))`;

/**
 * Before the rows of a file are compared: a number that nobody has, but somebody but for zeros in front, has lost them in
 * a spreadsheet, or is another's. Puts them back or leaves the number as it is, as the office has answered for the whole
 * file; until it has, the row is no fact and asks. Nothing is looked for where no number is held with a zero in front.
 */
export async function findLostZeros(
  client: BulkClient,
  { kind, mapping, answers }: Pick<ImportRecord, "kind" | "mapping" | "answers">,
): Promise<void> {
  if (answers?.zeros === "keep") return;
  const { rowCount } = await client.query(ZERO_LED);
  if (rowCount === 0) return;
  await client.query("analyze zero_led");
  for (const one of numbersOf({ kind, mapping })) {
    const { field, restored } = one;
    const restore = answers?.zeros === "restore";
    const code = restore ? "zeroRestored" : "lostZero";
    const remark = said(code, one, mapping?.indexOf(field) ?? -1);
    await client.query(`update file_row f set ${restore ? restored : "fine = false"},
      issues = ${remark} || coalesce(f.issues, '[]') ${short(kind, one)}`);
  }
}
