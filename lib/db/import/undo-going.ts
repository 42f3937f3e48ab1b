import "server-only";
import { UNTOLD } from "./undo-plan";

const group = (what: string, rows: string, fields: string) => `
  select '${what}' as what, g.entity, count(*)::int as "studentCount", (array_agg(g.student_id))[1:1000] as "studentIds",
    coalesce((${fields}), '[]') as fields
  from (select distinct entity, student_id from ${rows}) g group by g.entity`;

/** By kind of row: whose rows go, whose get back what they were, and which columns of how many rows; after planUndo. */
export const GOING_GROUPS = `
  ${group("removed", "undo_removed", "null::jsonb")}
  union all
  ${group(
    "restored",
    `undo_patch where fields - ${UNTOLD} <> '{}'`,
    `select jsonb_agg(jsonb_build_object('field', f.key, 'count', f.count) order by f.key) from (
      select o.key, count(*)::int as count from undo_patch p cross join lateral jsonb_each(p.fields - ${UNTOLD}) o
      where p.entity = g.entity group by 1) f`,
  )}`;

/** Whether the crossing next to it is the other half of the stay. */
const isPaired = (row: string) =>
  `coalesce(case ${row}.direction when 'exit' then ${row}.before = 'entry' else ${row}.after = 'exit' end, false)`;

/** The crossings next to each, of one student, in order of time. */
const beside = (rows: string) => `
  select id, student_id, by_hand, direction, lag(direction) over at_student as before, lead(direction) over at_student as after
  from ${rows} window at_student as (partition by student_id order by day, minute nulls first, id)`;

/**
 * Students with crossings that the office entered, that stay, and whose other half (the entry of an exit, the exit of an
 * entry) goes with the import; after planUndo.
 */
export const LEFT_ALONE = `
  with by_hand as (
    select distinct c.student_id from crossing c join undo_touched t on t.student_id = c.student_id
    where c.institution_id = current_institution() and c.recorded_at is not null and c.import_id is null
      and c.set_aside_at is null
  ),
  all_now as (
    select c.id, c.student_id, c.day, c.minute, c.direction, c.recorded_at is not null and c.import_id is null as by_hand,
      exists (select from undo_removed r where r.entity = 'crossing' and r.id = c.id) as goes
    from crossing c join by_hand h on h.student_id = c.student_id
    where c.institution_id = current_institution() and c.set_aside_at is null
  ),
  now as (${beside("all_now")}),
  later as (${beside("(select * from all_now where not goes) s")})
  select count(*)::int as count, count(distinct l.student_id)::int as "studentCount",
    coalesce((array_agg(distinct l.student_id))[1:1000], '{}') as "studentIds"
  from later l join now n on n.id = l.id
  where l.by_hand and ${isPaired("n")} and not ${isPaired("l")}`;
