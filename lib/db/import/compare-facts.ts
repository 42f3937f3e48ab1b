import "server-only";

/** Rows that name their student by number; one that is not known stays without a student. */
const BY_STUDENT_NO = `
  update staged t set student_id = s.id
  from student s
  where s.institution_id = current_institution() and s.student_no = t.fact->>'studentNo'`;

/** Rows without a student number: any document that is known of a student. */
const BY_DOCUMENT = `
  update staged t set student_id = d.student_id
  from identity_document d
  where t.fact->>'studentNo' = '' and d.institution_id = current_institution()
    and d.number_folded = t.fact->>'documentFolded'`;

/** Whose rows they are is known only now; by the statistics from before no row has a student, and joins go row by row. */
const STUDENTS_ARE_KNOWN = "analyze staged";

const DOCUMENT_OF_ANOTHER = `
  update staged t set
    outcome = 'wrong',
    issues = t.issues || '[{"code":"documentOfAnother","field":"document_no","column":null,"value":"","params":{}}]'
  from identity_document d
  where t.fact->>'studentNo' <> '' and t.student_id is not null and d.institution_id = current_institution()
    and d.number_folded = t.fact->>'documentFolded' and d.student_id <> t.student_id`;

const UNKNOWN = `
  update staged set outcome = case when fact is null then 'wrong' else 'unknownStudent' end
  where outcome is null and (fact is null or student_id is null)`;

/** A change of field from what the database holds, where the file says something else. */
const change = (field: string, old: string) =>
  `case when t.fact->>'${field}' not in ('', coalesce(${old}, '-'))
    then jsonb_build_array(jsonb_build_object('field', '${field}', 'old', coalesce(${old}, ''), 'new', t.fact->>'${field}'))
    else '[]' end`;

const OUTCOMES = `
  update staged t set outcome = case when c.changes = '[]' then 'unchanged' else 'changed' end, changes = c.changes
  from compared c where c.row_no = t.row_no`;

const THE_REST_IS_NEW = "update staged set outcome = 'new' where outcome is null";

const SAME_CROSSING_TWICE = `
  with numbered as (
    select row_no, row_number() over (
      partition by student_id, fact->>'day', fact->>'minute', fact->>'direction' order by row_no) as place
    from staged where outcome is null
  )
  update staged t set outcome = 'repeated' from numbered n where n.row_no = t.row_no and n.place > 1`;

const MINUTE = "nullif(t.fact->>'minute', '')::smallint";

const CROSSING_CHANGES = `${change("checkpoint", "c.checkpoint")} || ${change("documentNo", "c.document_no")}`;

const KNOWN_CROSSING_OUTCOMES = `
  update staged t set outcome = case when c.changes = '[]' then 'unchanged' else 'changed' end,
    changes = c.changes, known_id = c.known_id
  from compared c where c.row_no = t.row_no`;

const KNOWN_CROSSINGS = `
  with compared as (
    select t.row_no, c.id as known_id, ${CROSSING_CHANGES} as changes
    from staged t
    join crossing c on c.institution_id = current_institution() and c.student_id = t.student_id
      and c.day = (t.fact->>'day')::date and c.direction = t.fact->>'direction'
      and c.minute is not distinct from ${MINUTE}
    where t.outcome is null
  )
  ${KNOWN_CROSSING_OUTCOMES}`;

/**
 * What the office entered by hand and the log tells too, one of the two without a minute: one row of the log for
 * one entry, and only where neither has its very like.
 */
const ENTERED_BEFORE = `
  with alike as (
    select t.row_no, c.id as known_id, ${CROSSING_CHANGES}
      || case when c.minute is null then jsonb_build_array(jsonb_build_object('field', 'at', 'old', '',
          'new', to_char(make_interval(mins => ${MINUTE}), 'HH24:MI'))) else '[]' end as changes,
      row_number() over (partition by c.id order by t.row_no) as row_place,
      row_number() over (partition by t.row_no order by c.id) as crossing_place
    from crossing c
    join staged t on t.student_id = c.student_id and (t.fact->>'day')::date = c.day
      and t.fact->>'direction' = c.direction and (${MINUTE} is null) <> (c.minute is null)
    where c.institution_id = current_institution() and c.recorded_at is not null and c.import_id is null
      and t.outcome is null and not exists (select from staged o where o.known_id = c.id)
  ),
  compared as (select * from alike where row_place = 1 and crossing_place = 1)
  ${KNOWN_CROSSING_OUTCOMES}`;

/** What would become of each row of a crossing log, in order. */
export const COMPARE_CROSSINGS = [
  BY_STUDENT_NO,
  BY_DOCUMENT,
  STUDENTS_ARE_KNOWN,
  DOCUMENT_OF_ANOTHER,
  UNKNOWN,
  SAME_CROSSING_TWICE,
  KNOWN_CROSSINGS,
  ENTERED_BEFORE,
  THE_REST_IS_NEW,
];

const SAME_GROUND_TWICE = `
  with numbered as (
    select row_no, row_number() over same as place,
      min(fact::text) over whole <> max(fact::text) over whole as conflict
    from staged where outcome is null
    window whole as (partition by student_id, fact->>'kind', fact->>'number', fact->>'validFrom'),
      same as (partition by student_id, fact->>'kind', fact->>'number', fact->>'validFrom' order by row_no)
  )
  update staged t set
    outcome = case when conflict then 'wrong' else 'repeated' end,
    issues = case when conflict
      then t.issues || '[{"code":"conflictingRows","field":"number","column":null,"value":"","params":{}}]'
      else t.issues end
  from numbered n
  where n.row_no = t.row_no and (conflict or place > 1)`;

const KNOWN_GROUNDS = `
  with compared as (
    select t.row_no, ${change("validTo", "g.valid_to::text")} || ${change("address", "g.address")}
      || ${change("status", "g.status")} as changes
    from staged t
    join ground g on g.institution_id = current_institution() and g.student_id = t.student_id
      and g.kind = t.fact->>'kind' and g.number = t.fact->>'number'
      and g.valid_from = (t.fact->>'validFrom')::date
    where t.outcome is null
  )
  ${OUTCOMES}`;

/** What would become of each row of a list of grounds, in order. */
export const COMPARE_GROUNDS = [
  BY_STUDENT_NO,
  STUDENTS_ARE_KNOWN,
  UNKNOWN,
  SAME_GROUND_TWICE,
  KNOWN_GROUNDS,
  THE_REST_IS_NEW,
];
