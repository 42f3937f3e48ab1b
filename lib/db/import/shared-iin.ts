import "server-only";
import { remarkOf, rowsNamed } from "./change-sql";

const IIN = "iin ~ '^\\d{12}$'";
const READ = "t.outcome in ('new', 'changed', 'unchanged')";

const TWICE_IN_FILE = `
  with said as (
    select row_no, iin, number_now from staged where fine and ${IIN} and outcome <> 'repeated'
  ),
  numbered as (
    select row_no, iin, row_number() over (partition by iin order by row_no) as place
    from said where iin in (select iin from said group by 1 having count(distinct number_now) > 1)
  ),
  groups as (select iin, ${rowsNamed()} as rows from numbered group by 1)
  update staged t set issues = coalesce(t.issues, '[]') || ${remarkOf("numberTwice", "iin", { rows: "g.rows" })}
  from groups g where g.iin = t.iin and ${READ}`;

const HELD_BY_ANOTHER = `
  with held as (
    select t.row_no, min(s.student_no) as student
    from staged t
    join student s on s.institution_id = current_institution() and s.iin = t.iin and s.id is distinct from t.student_id
    where t.${IIN} and ${READ}
    group by 1
  )
  update staged t set issues = coalesce(t.issues, '[]') || ${remarkOf("numberOfAnother", "iin", { student: "h.student" })}
  from held h where h.row_no = t.row_no`;

/**
 * Tells which rows of a compared roster have the ИИН of another student, of the file or of the database, and are written
 * all the same: one that is mistyped tells nobody apart, but two people who have it are likelier one mistake than two.
 */
export const TELL_SHARED_IIN = [TWICE_IN_FILE, HELD_BY_ANOTHER];
