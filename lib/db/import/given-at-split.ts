import "server-only";
import { remarkOf } from "./change-sql";

/** What makes two rows of a table one fact, beside the student; the first two are never null. */
const SAME = {
  crossing: [
    ["day", "date"],
    ["direction", "text"],
    ["minute", "smallint"],
  ],
  ground: [
    ["kind", "text"],
    ["number", "text"],
    ["valid_from", "date"],
  ],
} as const;
type GivenTable = keyof typeof SAME;

/** What else is to be known of the rows that a split gave away. */
const BESIDE: Readonly<Record<GivenTable, readonly (readonly [string, string])[]>> = {
  crossing: [
    ["recorded_at", "timestamptz"],
    ["import_id", "uuid"],
  ],
  ground: [],
};

const sameAs = (table: GivenTable, one: string, other: string) =>
  SAME[table]
    .map(([column], place) =>
      place < 2
        ? `${one}.${column} = ${other}.${column}`
        : `${one}.${column} is not distinct from ${other}.${column}`,
    )
    .join(" and ");

/**
 * Makes the table `given_at_split`: rows of `table` that a standing split gave to another record, by what a file says of
 * them, with the record that they were taken from (as it is found today: `from_id`, `from_no`), the one that has them
 * (`to_id`, `to_no`) and when. Not where the first record has such a row again, which is counted for each of these few rows: of
 * "not exists" the planner would make a join with all that the institution has.
 */
export function findGivenAtSplit(table: GivenTable): readonly string[] {
  const kept = [...SAME[table], ...BESIDE[table]];
  const columns = kept.map(([column]) => `r.${column}`).join(", ");
  const same = SAME[table].map(([column]) => `g.${column}`).join(", ");
  return [
    `create temporary table given_at_split on commit drop as
    select distinct on (g.from_id, ${same}) g.*, k.student_no as from_no, s.student_no as to_no
    from (
      select person_of(p.student_id) as from_id, person_of(p.other_id) as to_id, p.done_at as given_at, ${columns}
      from person_change p
      cross join lateral jsonb_to_recordset(p.after->'${table}')
        r(student_id integer, ${kept.map((column) => column.join(" ")).join(", ")})
      where p.institution_id = current_institution() and p.kind = 'split' and p.undone_at is null
        and r.student_id = p.other_id
    ) g
    join student k on k.institution_id = current_institution() and k.id = g.from_id
    join student s on s.institution_id = current_institution() and s.id = g.to_id
    where g.from_id <> g.to_id and 0 = (
      select count(*) from ${table} x where x.institution_id = current_institution() and x.student_id = g.from_id
        and ${sameAs(table, "x", "g")})
    order by g.from_id, ${same}, g.given_at desc`,
    "analyze given_at_split",
  ];
}

/** Joins given_at_split as g to the row `row` of a file, which without it would be of `student`; all SQL. */
export const joinGivenAtSplit = (table: GivenTable, row: string, student: string) =>
  `left join given_at_split g on g.from_id = ${student} and ${sameAs(table, "g", row)}`;

/** What is told of a row that has the columns of given_at_split. */
export const toldAtSplit = (row: string) => toldOf("givenAtSplit", row);

function toldOf(code: "givenAtSplit" | "leftAtSplit", row: string): string {
  return remarkOf(code, "student_no", {
    from: `${row}.from_no`,
    to: `${row}.to_no`,
    day: `to_char(${row}.given_at at time zone 'Asia/Bishkek', 'DD.MM.YYYY')`,
  });
}

const SPLITS = `(select exists (select from person_change p
    where p.institution_id = current_institution() and p.kind = 'split' and p.undone_at is null))`;

/** A new crossing that stands in the record too which the student's was split off from: its day would count for both. */
export const TELL_LEFT_AT_SPLIT = `
  with pairs as materialized (
    select person_of(p.student_id) as from_id, person_of(p.other_id) as to_id, max(p.done_at) as given_at
    from person_change p
    where p.institution_id = current_institution() and p.kind = 'split' and p.undone_at is null
    group by 1, 2
  ),
  left_there as (
    select t.row_no, t.part, k.student_no as from_no, s.student_no as to_no, p.given_at
    from pairs p
    join student k on k.institution_id = current_institution() and k.id = p.from_id
    join student s on s.institution_id = current_institution() and s.id = p.to_id
    join staged t on t.student_id = p.to_id and t.outcome = 'new'
    join crossing c on c.institution_id = current_institution() and c.student_id = p.from_id and c.day = t.day
      and c.direction = t.direction and c.minute is not distinct from t.minute and c.set_aside_at is null
    where ${SPLITS} and p.from_id <> p.to_id
      and (c.document_no = t.document_no or '' in (c.document_no, t.document_no))
  )
  update staged t set issues = coalesce(t.issues, '[]') || ${toldOf("leftAtSplit", "l")}
  from left_there l where l.row_no = t.row_no and l.part = t.part`;
