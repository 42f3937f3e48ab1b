import "server-only";
import { ERASABLE_FIELDS } from "@/lib/import/answers";
import { change, remarkOf, rowsNamed, wholeFact } from "./change-sql";
import { BEFORE_COMPARING, NUMBERS_NOW, WHEN_COMPARED } from "./merged-rows";
import { TELL_SHARED_IIN } from "./shared-iin";
import { STAGED_FIELDS } from "./staged-fields";

/** The columns of a roster's row that a student's row holds under the same name, by field. */
export const STUDENT_FIELDS = Object.entries(STAGED_FIELDS.roster)
  .filter(([field]) => field !== "studentNo" && !field.startsWith("document"))
  .map(([field, [column, type]]) => ({ field, column, type }));

const STAGED = `
  create temporary table staged on commit drop as
  select file_row.*, null::text as outcome, null::integer as student_id, null::bigint as known_id, null::jsonb as changes,
    null::jsonb as found_issues, ${wholeFact("roster", "file_row")} as fact,
    coalesce(former.number_now, file_row.student_no) as number_now
  from file_row left join (${NUMBERS_NOW}) former on former.student_no = file_row.student_no`;

/** The reader's remarks stay with the file's rows; here stand those of the comparison. */
const OWN_ISSUES = [
  "alter table staged drop column issues, drop column cells, drop column original, drop column block",
  "alter table staged rename column found_issues to issues",
];

/** That rows contradict each other, which are named by the group `g`. */
const conflictOf = (field: string) => remarkOf("conflictingRows", field, { rows: "g.rows" });

/** What tells two people apart besides their numbers. */
const PERSON = `row(lower(s.last_name), lower(s.first_name), lower(s.last_name_cyrillic), lower(s.first_name_cyrillic),
      s.birth_date)::text`;

/** The rows of each value of a column that is in `shared`, and whether they name several people. */
const groupsOf = (column: string) => `numbered as (
    select s.${column}, s.row_no, ${PERSON} as person, row_number() over (partition by s.${column} order by s.row_no) as place
    from staged s join shared on shared.${column} = s.${column} where s.fine
  ),
  groups as (select ${column}, ${rowsNamed()} as rows, min(person) <> max(person) as people from numbered group by 1)`;

/** Of one number that two students have: of several people the number of one is wrong, else there is a row too many. */
const sharedBy = (field: string) =>
  `case when g.people then ${remarkOf("peopleShareNumber", field, { rows: "g.rows" })} else ${conflictOf(field)} end`;

const SAME_STUDENT_TWICE = `
  with numbered as (
    select row_no, student_no, row_number() over (partition by student_no order by row_no) as place,
      min(fact) over (partition by student_no) <> max(fact) over (partition by student_no) as conflict
    from staged where fine
  ),
  groups as (select student_no, ${rowsNamed()} as rows from numbered where conflict group by 1)
  update staged t set
    outcome = case when conflict then 'wrong' else 'repeated' end,
    issues = case when conflict then ${conflictOf("student_no")} end
  from numbered n left join groups g on g.student_no = n.student_no
  where n.row_no = t.row_no and (conflict or place > 1)`;

const SAME_DOCUMENT_TWICE = `
  with shared as (
    select document_folded from staged where fine and document_folded <> ''
    group by 1 having count(distinct number_now) > 1
  ),
  ${groupsOf("document_folded")}
  update staged t set outcome = 'wrong', issues = ${sharedBy("document_no")}
  from shared join groups g on g.document_folded = shared.document_folded
  where t.document_folded = shared.document_folded and t.outcome is distinct from 'wrong'`;

/** An ИИН is one person's: two numbers under one are for the office to settle. */
const SAME_IIN_TWICE = `
  with shared as (
    select t.iin from staged t join file_row f on f.row_no = t.row_no
    where t.fine and t.iin ~ '^\\d{12}$' and not coalesce(f.issues, '[]') @> '[{"code":"badIin"}]'
    group by 1 having count(distinct t.number_now) > 1
  ),
  ${groupsOf("iin")}
  update staged t set outcome = 'wrong', issues = ${sharedBy("iin")}
  from shared join groups g on g.iin = shared.iin
  where t.iin = shared.iin and t.outcome is distinct from 'wrong'`;

const erasable: readonly string[] = ERASABLE_FIELDS.roster;

const STUDENT_CHANGES = STUDENT_FIELDS.map(({ field, column }) => {
  const said = change(field, `t.${column}::text`, `s.${column}::text`);
  return erasable.includes(column)
    ? `case when '${column}' = any(t.erased)
        then jsonb_build_array(jsonb_build_object('field', '${field}', 'old', s.${column}::text, 'new', '')) else ${said} end`
    : said;
}).join(" || ");

/** What differs, field by field. */
const DIFFERENCES = `
  with compared as (
    select t.row_no, ${STUDENT_CHANGES}
      || case when t.new_number then ${change("studentNo", "t.student_no", "s.student_no")} else '[]' end
      || case when t.document_folded <> '' and d.id is null
           then jsonb_build_array(jsonb_build_object('field', 'documentNo', 'old', '', 'new', t.document_no)) else '[]' end
      || case when d.id is not null then ${change("documentType", "t.document_type", "d.type")} else '[]' end
      || case when d.id is not null
           then ${change("documentExpires", "t.document_expires::text", "d.expires::text")} else '[]' end as changes
    from staged t
    join student s on s.institution_id = current_institution() and s.id = t.student_id
    left join identity_document d on d.institution_id = current_institution()
      and d.student_id = s.id and d.number_folded = t.document_folded
    where t.outcome is null
  )
  update staged t set changes = nullif(c.changes, '[]') from compared c where c.row_no = t.row_no`;

const OUTCOMES = `
  update staged set outcome = case
    when not fine then 'wrong'
    when student_id is null then 'new'
    when changes is null then 'unchanged'
    else 'changed' end
  where outcome is null`;

/** The rows of a roster as they are compared, and what contradicts itself within the file. Then they are identified. */
export const STAGE_ROSTER = [
  STAGED,
  ...OWN_ISSUES,
  "analyze staged",
  SAME_STUDENT_TWICE,
  SAME_DOCUMENT_TWICE,
  SAME_IIN_TWICE,
];

/** What would become of each row, once it is known whose it is. */
export const COMPARE_ROSTER = [
  ...BEFORE_COMPARING,
  DIFFERENCES,
  ...WHEN_COMPARED,
  OUTCOMES,
  ...TELL_SHARED_IIN,
];
