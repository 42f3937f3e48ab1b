import "server-only";
import { change, differs, remarkOf } from "./change-sql";
import { changeOrErase, isErased, keptWhereEmpty } from "./empty-cells";
import type { EmptyColumns } from "./empty-columns";
import {
  findGivenAtSplit,
  joinGivenAtSplit,
  TELL_LEFT_AT_SPLIT,
  toldAtSplit,
} from "./given-at-split";
import { madeAs, type StagedTable } from "./staged-table";
import { CROSSINGS_BY_HAND } from "./write";

const CHECKPOINT = ["checkpoint", "t.checkpoint", "c.checkpoint"] as const;
const DOCUMENT = ["document_no", "t.document_no", "c.document_no"] as const;

function changesOf(empty: EmptyColumns): string {
  const [field, said, held] = CHECKPOINT;
  return `${changeOrErase(empty, { field, key: field }, said, held)} || ${change("documentNo", DOCUMENT[1], DOCUMENT[2])}`;
}
const isChanged = (empty: EmptyColumns) => `(${isErased(empty, ...CHECKPOINT)}
  or ${differs(CHECKPOINT[1], CHECKPOINT[2])} or ${differs(DOCUMENT[1], DOCUMENT[2])})`;
const keptOf = (empty: EmptyColumns) =>
  `nullif(${keptWhereEmpty(empty, ...CHECKPOINT)} || ${keptWhereEmpty(empty, ...DOCUMENT)}, '[]')`;

/** The number of the student whose document it is. */
const OWNER = `(select o.student_no from student o
    where o.institution_id = current_institution() and o.id = t.document_of)`;

/**
 * In one pass, so that a million rows are written once: whose each row is (by its student number, or by any document
 * that is known of a student; what a split gave to another record is that one's), which row stands in the file before, and which crossing is held
 * already. The order is that of the table's own key, in which the new ones are written.
 */
const compared = (empty: EmptyColumns) => `
  with named as (
    select f.row_no, f.part, f.block, f.original, f.issues as read_issues, f.fine, f.day, f.minute, f.direction, f.checkpoint, f.document_no,
      coalesce(s.id, n.student_id) as numbered_id, d.student_id as document_of
    from file_row f
    left join student s on s.institution_id = current_institution() and s.student_no = f.student_no
      and f.student_no <> ''
    left join former_number n on n.institution_id = current_institution() and n.student_no = f.student_no
      and f.student_no <> ''
    left join identity_document d on d.institution_id = current_institution()
      and f.document_folded <> '' and d.number_folded = f.document_folded
  ),
  found as (
    select t.*, coalesce(g.to_id, t.numbered_id, t.document_of) as student_id,
      coalesce(t.document_of <> coalesce(g.to_id, t.numbered_id), false) as of_another,
      g.from_no, g.to_no, g.given_at
    from named t
    ${joinGivenAtSplit("crossing", "t", "coalesce(t.numbered_id, t.document_of)")}
  ),
  numbered as (
    select *, row_number() over (
      partition by student_id, day, minute, direction, of_another order by row_no, part) as place
    from found
  )
  select t.row_no, t.part, t.block, t.original, t.read_issues, t.student_id, t.day, t.minute, t.direction, t.checkpoint, t.document_no,
    case when t.place = 1 and not t.of_another then c.id end as known_id,
    case
      when not t.fine or t.of_another then 'wrong'
      when t.student_id is null then 'unknownStudent'
      when t.place > 1 then 'repeated'
      when c.id is null then 'new'
      when ${isChanged(empty)} then 'changed'
      else 'unchanged'
    end as outcome,
    case
      when t.of_another then ${remarkOf("documentOfAnother", "document_no", { student: OWNER })}
      when t.given_at is not null then ${toldAtSplit("t")}
        || case when t.place = 1 and c.id is not null then coalesce(${keptOf(empty)}, '[]') else '[]' end
      when t.place = 1 and c.id is not null then ${keptOf(empty)}
    end as issues,
    case when t.place = 1 and not t.of_another and c.id is not null and ${isChanged(empty)} then ${changesOf(empty)} end as changes
  from numbered t
  left join crossing c on c.institution_id = current_institution() and c.student_id = t.student_id
    and c.day = t.day and c.direction = t.direction and c.minute is not distinct from t.minute
  order by t.student_id, t.day, t.minute, t.direction, t.of_another, t.row_no, t.part`;

/** One of two (row t, crossing `held`) has no minute; all SQL. */
const oneHasTime = (held: string) => `(t.minute is null) <> (${held}.minute is null)`;

/** What the office entered by hand may be without a minute that a log has, or the other way round. */
const byHand = (held: string) => `${held}.recorded_at is not null and ${held}.import_id is null`;

/** A workbook's midnight without a shown time was once read without a minute; lists without times say midnight, or nothing. */
const MIDNIGHT = "minute is null or minute = 0";
const NEW_AT_MIDNIGHT = `(select exists (select from staged where outcome = 'new' and (${MIDNIGHT})))`;

/**
 * What is held and the log tells too, one of the two without a minute: one row of the log for one crossing, and only where
 * neither has its very like. `rows` and `crossings` are of which it may be; where not `any`, none of a million rows need be looked at.
 */
const heldWithoutTime = (
  empty: EmptyColumns,
  { any, rows, crossings }: { any: string; rows: string; crossings: string },
) => `
  with alike as (
    select t.row_no, t.part, c.id as known_id, ${keptOf(empty)} as issues, ${changesOf(empty)}
      || case when c.minute is null then jsonb_build_array(jsonb_build_object('field', 'at', 'old', '',
          'new', to_char(make_interval(mins => t.minute), 'HH24:MI'))) else '[]' end as changes,
      row_number() over (partition by c.id order by t.row_no, t.part) as row_place,
      row_number() over (partition by t.row_no, t.part order by c.id) as crossing_place
    from (select * from crossing c where c.institution_id = current_institution() and (${crossings})) c
    join (select * from staged where outcome = 'new' and (${rows})) t on t.student_id = c.student_id and t.day = c.day
      and t.direction = c.direction and ${oneHasTime("c")}
    where ${any} and not exists (select from staged o where o.known_id = c.id)
  )
  update staged t set outcome = case when a.changes = '[]' then 'unchanged' else 'changed' end,
    changes = nullif(a.changes, '[]'),
    issues = nullif(coalesce(t.issues, '[]') || coalesce(a.issues, '[]'), '[]'), known_id = a.known_id
  from alike a where a.row_no = t.row_no and a.part = t.part and a.row_place = 1 and a.crossing_place = 1`;

/** What a split gave to another record, without a minute or with one, is that one's also where the log has it the other way round. */
const GIVEN_WITHOUT_TIME = `
  with given as (
    select t.row_no, t.part, g.to_id, g.from_no, g.to_no, g.given_at,
      row_number() over (partition by g.from_id, g.day, g.direction, g.minute order by t.row_no, t.part) as row_place,
      row_number() over (partition by t.row_no, t.part order by g.minute) as given_place
    from given_at_split g
    join staged t on t.student_id = g.from_id and t.day = g.day and t.direction = g.direction and ${oneHasTime("g")}
    where t.outcome = 'new' and (${byHand("g")} or coalesce(t.minute, g.minute) = 0)
      and not exists (select from staged o where o.student_id = g.to_id and o.day = g.day and o.direction = g.direction
        and o.minute is not distinct from g.minute)
  )
  update staged t set student_id = g.to_id, issues = coalesce(t.issues, '[]') || ${toldAtSplit("g")}
  from given g where g.row_no = t.row_no and g.part = t.part and g.row_place = 1 and g.given_place = 1`;

/** A row that repeats another one but for the checkpoint says so, and which one is read. */
const OTHER_CHECKPOINT = `
  with again as materialized (
    select row_no, part, student_id, day, minute, direction, checkpoint from staged
    where outcome = 'repeated' and checkpoint <> ''
  )
  update staged t set issues = coalesce(t.issues, '[]') || ${remarkOf("otherCheckpoint", "checkpoint", { rows: "o.row_no::text" })}
  from again a
  join staged o on o.student_id = a.student_id and o.day = a.day and o.direction = a.direction
    and o.minute is not distinct from a.minute and o.outcome in ('new', 'changed', 'unchanged')
    and o.checkpoint not in ('', a.checkpoint)
  where t.row_no = a.row_no and t.part = a.part`;

/** What would become of each row of a crossing log, in order. */
export const compareCrossings = (empty: EmptyColumns, staged: StagedTable): readonly string[] => [
  ...findGivenAtSplit("crossing"),
  ...madeAs(staged, compared(empty)),
  GIVEN_WITHOUT_TIME,
  heldWithoutTime(empty, { any: CROSSINGS_BY_HAND, rows: "true", crossings: byHand("c") }),
  heldWithoutTime(empty, { any: NEW_AT_MIDNIGHT, rows: MIDNIGHT, crossings: MIDNIGHT }),
  TELL_LEFT_AT_SPLIT,
  OTHER_CHECKPOINT,
];
