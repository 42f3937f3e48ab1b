import "server-only";
import { change, remarkOf, rowsNamed, wholeFact } from "./change-sql";

const SAME = "student_id, kind, number, valid_from";
const CHANGES = `${change("validTo", "t.valid_to::text", "g.valid_to::text")}
  || ${change("address", "t.address", "g.address")} || ${change("status", "t.status", "g.status")}
  || ${change("visaType", "t.visa_type", "g.visa_type")}`;

/** Whose each row is, what the file says of the same ground elsewhere, and what the database holds of it. */
const COMPARED = `
  create temporary table staged on commit drop as
  with found as (
    select f.*, coalesce(s.id, n.student_id) as student_id, ${wholeFact("grounds", "f")} as fact
    from file_row f
    left join student s on s.institution_id = current_institution() and s.student_no = f.student_no
    left join former_number n on n.institution_id = current_institution() and n.student_no = f.student_no
  ),
  numbered as (
    select *, row_number() over (partition by ${SAME} order by row_no) as place,
      min(fact) over (partition by ${SAME}) <> max(fact) over (partition by ${SAME}) as conflict
    from found
  ),
  groups as (select ${SAME}, ${rowsNamed()} as rows from numbered where conflict group by ${SAME}),
  compared as (
    select t.*, c.rows, g.id as known_id, case when g.id is not null then ${CHANGES} end as differences,
      case
        when not t.fine then 'wrong'
        when t.student_id is null then 'unknownStudent'
        when t.conflict then 'wrong'
        when t.place > 1 then 'repeated'
      end as fault
    from numbered t
    left join groups c on t.conflict and c.student_id = t.student_id and c.kind = t.kind and c.number = t.number
      and c.valid_from = t.valid_from
    left join ground g on g.institution_id = current_institution() and g.student_id = t.student_id
      and g.kind = t.kind and g.number = t.number and g.valid_from = t.valid_from
  )
  select row_no, part, student_id, kind, number, valid_from, valid_to, address, status, visa_type,
    case when fault is null then known_id end as known_id,
    coalesce(fault, case
      when known_id is null then 'new' when differences = '[]' then 'unchanged' else 'changed' end) as outcome,
    case when fine and student_id is not null and conflict then ${remarkOf("conflictingRows", "number", { rows: "rows" })} end as issues,
    case when fault is null then nullif(differences, '[]') end as changes
  from compared
  order by student_id, valid_from, row_no`;

/** What would become of each row of a list of grounds, in order. */
export const COMPARE_GROUNDS = [COMPARED, "analyze staged"];
