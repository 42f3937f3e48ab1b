import "server-only";
import { remarkOf, rowsNamed } from "./change-sql";

/** A registration has one series of numbers whatever its route. */
const series = (kind: string) =>
  `case when ${kind} in ('dormitory', 'address', 'employment') then 'registration' else ${kind} end`;

/** Rows that are read, with a number: «б/н» and the like are none. */
const NUMBERED = `t.outcome in ('new', 'changed', 'unchanged') and t.number ~ '\\d'`;

const twiceInFile = (field: string, only: string) => `
  with numbered as (
    select t.row_no, t.student_id, ${series("t.kind")} as series, t.number,
      row_number() over (partition by ${series("t.kind")}, t.number order by t.row_no) as place
    from staged t where ${NUMBERED} and ${only}
  ),
  groups as (
    select series, number, ${rowsNamed()} as rows from numbered
    group by 1, 2 having min(student_id) <> max(student_id)
  )
  update staged t set issues = coalesce(t.issues, '[]') || ${remarkOf("numberTwice", field, { rows: "g.rows" })}
  from numbered n join groups g on g.series = n.series and g.number = n.number
  where n.row_no = t.row_no`;

const heldByAnother = (field: string, only: string) => `
  with held as (
    select t.row_no, min(s.student_no) as student
    from staged t
    join ground g on g.institution_id = current_institution() and g.number = t.number
      and ${series("g.kind")} = ${series("t.kind")} and g.student_id <> t.student_id
    join student s on s.institution_id = current_institution() and s.id = g.student_id
    where ${NUMBERED} and ${only}
    group by 1
  )
  update staged t set issues = coalesce(t.issues, '[]') || ${remarkOf("numberOfAnother", field, { student: "h.student" })}
  from held h where h.row_no = t.row_no`;

/**
 * Tells which rows have the number of another student's ground, of the file or of the database; they are written all the
 * same. `field`: the column of numbers; `only`: SQL of the staged rows `t` that are grounds.
 */
export const tellSharedNumbers = (field: string, only = "true"): readonly string[] => [
  twiceInFile(field, only),
  heldByAnother(field, only),
];
