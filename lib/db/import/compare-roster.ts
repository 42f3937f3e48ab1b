import "server-only";

/** The fields of a roster's row that a student's row holds, and the column of each. */
export const STUDENT_COLUMNS = {
  lastName: "last_name",
  firstName: "first_name",
  middleName: "middle_name",
  lastNameCyrillic: "last_name_cyrillic",
  firstNameCyrillic: "first_name_cyrillic",
  middleNameCyrillic: "middle_name_cyrillic",
  birthDate: "birth_date",
  sex: "sex",
  citizenship: "citizenship",
  iin: "iin",
  faculty: "faculty",
  programme: "programme",
  year: "year",
  studyForm: "study_form",
  status: "status",
  housing: "housing",
  phone: "phone",
  email: "email",
} as const;

const KNOWN = Object.entries(STUDENT_COLUMNS)
  .map(([field, column]) => `'${field}', coalesce(s.${column}::text, '')`)
  .join(", ");

const SAME_STUDENT_TWICE = `
  with numbered as (
    select row_no, row_number() over (partition by fact->>'studentNo' order by row_no) as place,
      min(fact::text) over (partition by fact->>'studentNo')
        <> max(fact::text) over (partition by fact->>'studentNo') as conflict
    from staged where fact is not null
  )
  update staged t set
    outcome = case when conflict then 'wrong' else 'repeated' end,
    issues = case when conflict
      then t.issues || '[{"code":"conflictingRows","field":"student_no","column":null,"value":"","params":{}}]'
      else t.issues end
  from numbered n
  where n.row_no = t.row_no and (conflict or place > 1)`;

const SAME_DOCUMENT_TWICE = `
  with shared as (
    select fact->>'documentFolded' as folded from staged
    where fact is not null and fact->>'documentFolded' <> ''
    group by 1 having count(distinct fact->>'studentNo') > 1
  )
  update staged t set
    outcome = 'wrong',
    issues = t.issues || '[{"code":"conflictingRows","field":"document_no","column":null,"value":"","params":{}}]'
  from shared
  where t.fact->>'documentFolded' = shared.folded and t.outcome is distinct from 'wrong'`;

const IDENTIFY = `
  update staged t set student_id = s.id
  from student s
  where s.institution_id = current_institution() and s.student_no = t.fact->>'studentNo'`;

const DOCUMENT_OF_ANOTHER = `
  update staged t set
    outcome = 'wrong',
    issues = t.issues || '[{"code":"documentOfAnother","field":"document_no","column":null,"value":"","params":{}}]'
  from identity_document d
  where t.outcome is null and d.institution_id = current_institution()
    and d.number_folded = t.fact->>'documentFolded' and d.student_id is distinct from t.student_id`;

const change = (field: string, old: string) =>
  `jsonb_build_array(jsonb_build_object('field', '${field}', 'old', ${old}, 'new', t.fact->>'${field}'))`;

/** What differs, field by field. An empty cell never erases, so it is no difference. */
const DIFFERENCES = `
  with compared as (
    select t.row_no,
      coalesce(
        (select jsonb_agg(jsonb_build_object('field', f.key, 'old', known->>f.key, 'new', f.value))
         from jsonb_build_object(${KNOWN}) known, jsonb_each_text(t.fact) f
         where f.value <> '' and known ? f.key and known->>f.key <> f.value), '[]')
      || case when t.fact->>'documentFolded' <> '' and d.id is null
           then ${change("documentNo", "''")} else '[]' end
      || case when d.id is not null and t.fact->>'documentType' not in ('', d.type)
           then ${change("documentType", "d.type")} else '[]' end
      || case when d.id is not null and t.fact->>'documentExpires' not in ('', coalesce(d.expires::text, '-'))
           then ${change("documentExpires", "coalesce(d.expires::text, '')")} else '[]' end as changes
    from staged t
    join student s on s.institution_id = current_institution() and s.id = t.student_id
    left join identity_document d on d.institution_id = current_institution()
      and d.student_id = s.id and d.number_folded = t.fact->>'documentFolded'
    where t.outcome is null
  )
  update staged t set changes = c.changes from compared c where c.row_no = t.row_no`;

const OUTCOMES = `
  update staged set outcome = case
    when fact is null then 'wrong'
    when student_id is null then 'new'
    when changes = '[]' then 'unchanged'
    else 'changed' end
  where outcome is null`;

/** What would become of each row of a roster, in order. */
export const COMPARE_ROSTER = [
  SAME_STUDENT_TWICE,
  SAME_DOCUMENT_TWICE,
  IDENTIFY,
  DOCUMENT_OF_ANOTHER,
  DIFFERENCES,
  OUTCOMES,
];
