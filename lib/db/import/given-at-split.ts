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
export const toldAtSplit = (row: string) =>
  remarkOf("givenAtSplit", "student_no", {
    from: `${row}.from_no`,
    to: `${row}.to_no`,
    day: `to_char(${row}.given_at at time zone 'Asia/Bishkek', 'DD.MM.YYYY')`,
  });
