import "server-only";
import { change, remark, remarkOf } from "./change-sql";
import { tellSharedNumbers } from "./doubtful-numbers";
import { CHANGES_OF_OTHERS, FIND_OTHERS } from "./replaced-registrations";
import { PEOPLE_OUTCOMES, stagedPeople } from "./staged-people";

/** Whose rows they are is found first; then they are matched with filed lists and compared. */
export const STAGE_ANSWERS = stagedPeople(
  "authority",
  `null::uuid as list_id, null::integer as member_id, null::text as kind, null::text as address,
   null::integer as ground_id, null::integer[] as replaced`,
);

/** Who went in on filed lists, of those whom the file is about; a record that was merged stands for the one it went into. */
const MEMBERS = `
  create temporary table member on commit drop as
  select l.id as list_id, l.number as list_number, r.student_id as member_id, p.id as student_id,
    r.fields->>'route' as kind, coalesce(r.fields->>'address', '') as address
  from request_list l
  join request_list_row r on r.institution_id = current_institution() and r.request_list_id = l.id
    and r.obstacles = '[]'
  left join student s on s.institution_id = current_institution() and s.id = r.student_id
  cross join lateral (select coalesce(s.id, person_of(r.student_id)) as id) p
  where l.institution_id = current_institution() and l.state = 'filed'
    and p.id in (select student_id from staged where outcome is null)`;

/**
 * To which list a row answers: the one that it names; else the one that has this very answer already, one that has none
 * yet, the latest.
 */
const BELONGS_TO = `
  with choice as (
    select distinct on (t.row_no) t.row_no, m.*
    from staged t
    join member m on m.student_id = t.student_id and (t.list_no is null or t.list_no = m.list_number)
    left join request_answer a on a.institution_id = current_institution() and a.request_list_id = m.list_id
      and a.student_id = m.member_id
    where t.outcome is null
    order by t.row_no,
      coalesce(a.result = t.result and (t.number = '' or t.number = a.number)
        and (t.valid_from is null or t.valid_from = a.valid_from), false) desc,
      a.id is null desc, m.list_number desc
  )
  update staged t set list_id = c.list_id, member_id = c.member_id, kind = c.kind, address = c.address
  from choice c where c.row_no = t.row_no`;

/** Filed lists that have the student of a row t, but not the one that it names: as SQL, null where there is none. */
const OTHER_LISTS = `(
  select string_agg(distinct m.list_number::text, ', ') from member m where m.student_id = t.student_id)`;

const ON_NO_LIST = `
  update staged t set outcome = 'wrong', issues = coalesce(t.issues, '[]') || case when ${OTHER_LISTS} is null
    then ${remark("onNoList", "list_no")} else ${remarkOf("notOnThatList", "list_no", { lists: OTHER_LISTS })} end
  where t.outcome is null and t.student_id is not null and t.list_id is null`;

const SAID = "row(result, reason, number, valid_from, valid_to, authority)::text";

const SAME_MEMBER_TWICE = `
  with numbered as (
    select row_no, row_number() over (partition by list_id, member_id order by row_no) as place,
      min(${SAID}) over (partition by list_id, member_id) <> max(${SAID}) over (partition by list_id, member_id) as conflict
    from staged where outcome is null and list_id is not null
  )
  update staged t set
    outcome = case when conflict then 'conflict' else 'repeated' end,
    issues = case when conflict then coalesce(t.issues, '[]') || ${remark("conflictingRows", "result")} else t.issues end
  from numbered n
  where n.row_no = t.row_no and (conflict or place > 1)`;

const KNOWN_ANSWERS = `
  update staged t set known_id = a.id, ground_id = g.id
  from request_answer a
  left join ground g on g.institution_id = current_institution() and g.id = a.ground_id
  where t.outcome is null and a.institution_id = current_institution() and a.request_list_id = t.list_id
    and a.student_id = t.member_id`;

/** The ground that a registration is, where it is known already: letter for letter, by its number, or asked for from that day. */
const KNOWN_GROUNDS = `
  with found as (
    select distinct on (t.row_no) t.row_no, g.id
    from staged t
    join ground g on g.institution_id = current_institution() and g.student_id = t.student_id and g.kind = t.kind
      and (g.number = t.number and g.valid_from = t.valid_from or t.ground_id is null
        and (g.number = t.number and t.number <> '' or g.number = '' and g.valid_from = t.valid_from))
    where t.outcome is null and t.result = 'registered'
    order by t.row_no, (g.number = t.number and g.valid_from = t.valid_from) desc, g.number desc, g.id
  )
  update staged t set ground_id = f.id from found f where f.row_no = t.row_no`;

/** Where the result is another, what was said with the earlier one is not of this one. */
const ofAnswer = (field: string, said: string, held: string) => `
  case when t.result <> a.result and coalesce(${said}, '') <> coalesce(${held}, '')
    then jsonb_build_array(jsonb_build_object('field', '${field}', 'old', coalesce(${held}, ''), 'new', coalesce(${said}, '')))
    when t.result <> a.result then '[]' else ${change(field, said, held)} end`;

const DIFFERENCES = `
  update staged t set changes = nullif(${change("result", "t.result", "a.result")}
    || ${ofAnswer("reason", "t.reason", "a.reason")} || ${ofAnswer("registrationNo", "t.number", "a.number")}
    || ${ofAnswer("validFrom", "t.valid_from::text", "a.valid_from::text")}
    || ${ofAnswer("validTo", "t.valid_to::text", "a.valid_to::text")}
    || ${ofAnswer("authority", "t.authority", "a.authority")}, '[]')
  from request_answer a
  where t.outcome is null and a.institution_id = current_institution() and a.id = t.known_id`;

const REGISTERED = "t.result = 'registered'";

/** Nobody is registered for days long before the office has asked: more than a year before it is likely a mistyped one. */
const BEFORE_REQUEST = `
  update staged t set issues = coalesce(t.issues, '[]') || ${remarkOf(
    "beforeRequest",
    "valid_from",
    {
      list: "l.number",
      day: "to_char(l.as_of, 'DD.MM.YYYY')",
    },
  )}
  from request_list l
  where t.outcome in ('new', 'changed', 'unchanged') and ${REGISTERED}
    and l.institution_id = current_institution() and l.id = t.list_id and t.valid_from < l.as_of - interval '1 year'`;

/** What would become of each row of an authority's answer, once it is known whose it is; $1 is the import. */
export const COMPARE_ANSWERS = [
  MEMBERS,
  BELONGS_TO,
  ON_NO_LIST,
  SAME_MEMBER_TWICE,
  KNOWN_ANSWERS,
  KNOWN_GROUNDS,
  ...FIND_OTHERS,
  DIFFERENCES,
  CHANGES_OF_OTHERS,
  PEOPLE_OUTCOMES,
  BEFORE_REQUEST,
  ...tellSharedNumbers("registration_no", REGISTERED),
];
