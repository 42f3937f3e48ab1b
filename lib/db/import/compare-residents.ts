import "server-only";
import { type Day, formatDay } from "@/lib/civil-date/day";
import { differs, remark, remarkOf, rowsNamed } from "./change-sql";
import { changeOrErase, erases, keptWhereEmpty } from "./empty-cells";
import type { EmptyColumns } from "./empty-columns";
import { PEOPLE_OUTCOMES, stagedPeople } from "./staged-people";

/** Whose rows they are is found first; then they are compared. */
export const STAGE_RESIDENTS = stagedPeople("residents", "false as new_stay");

const holdsOn = (table: string, day: string) =>
  `coalesce(${table}.lives_from <= ${day}, true) and coalesce(${table}.lives_to >= ${day}, true)`;

const begins = (code: string) =>
  remarkOf(code, "lives_from", { day: "to_char(t.lives_from, 'DD.MM.YYYY')" });

/** Where a student lives somewhere today, by another row or by our records, a stay to come does not take its place before it begins. */
const staysToCome = (today: string) => `
  update staged t set outcome = 'unchanged', issues = coalesce(t.issues, '[]') || ${begins("stayToCome")}
  where t.outcome is null and t.fine and t.student_id is not null and t.lives_from > ${today} and (
    exists (select from staged o where o.outcome is null and o.fine and o.student_id = t.student_id and ${holdsOn("o", today)})
    or exists (select from residence r where r.institution_id = current_institution() and r.student_id = t.student_id
      and ${holdsOn("r", today)}))`;

const beginsLater = (today: string) => `
  update staged t set issues = coalesce(t.issues, '[]') || ${begins("stayBeginsLater")}
  where t.outcome in ('new', 'changed') and t.lives_from > ${today}`;

/**
 * Of two stays of a student in one file the one that was over when the other began, or is over while the other is not,
 * is history: the other one tells where the student lives.
 */
const EARLIER_STAYS = `
  update staged t set outcome = 'repeated', issues = coalesce(t.issues, '[]') || ${remark("earlierStay", "lives_to")}
  from staged o
  where t.outcome is null and o.outcome is null and o.student_id = t.student_id and o.row_no <> t.row_no
    and t.lives_to is not null and (o.lives_to is null or o.lives_to > t.lives_to)
    and (o.lives_from >= t.lives_to or t.ended = 'yes' and o.ended = '')`;

const SAME_STAY = "row(dormitory_id, room, lives_from, lives_to)::text";

/** A student lives in one room: rows that say different ones are for the office to settle. */
const SAME_STUDENT_TWICE = `
  with numbered as (
    select row_no, student_id, row_number() over (partition by student_id order by row_no) as place,
      min(${SAME_STAY}) over (partition by student_id) <> max(${SAME_STAY}) over (partition by student_id) as conflict
    from staged where outcome is null and student_id is not null
  ),
  groups as (select student_id, ${rowsNamed()} as rows from numbered where conflict group by 1)
  update staged t set
    outcome = case when conflict then 'conflict' else 'repeated' end,
    issues = case when conflict
      then coalesce(t.issues, '[]') || ${remarkOf("conflictingRows", "room", { rows: "g.rows" })} else t.issues end
  from numbered n left join groups g on g.student_id = n.student_id
  where n.row_no = t.row_no and (conflict or place > 1)`;

const SAME_HALL = "(r.route = 'dormitory' and r.dormitory_id = t.dormitory_id)";

/** Another hall, or the same one after a stay that had ended: what was said of the earlier stay is not of this one. */
const NEW_STAY = `
  update staged t set known_id = r.id,
    new_stay = not coalesce(${SAME_HALL}, false) or coalesce(t.lives_from > r.lives_to, false)
  from residence r
  where t.outcome is null and r.institution_id = current_institution() and r.student_id = t.student_id`;

/** Of a hall that the student has left, and does not live in by our records either, there is nothing to write. */
const LEFT_BEFORE = `
  update staged t set outcome = 'unchanged', known_id = null,
    issues = coalesce(t.issues, '[]') || ${remark("livesThereNoMore", "lives_to")}
  where t.outcome is null and t.student_id is not null and t.ended = 'yes' and not exists (
    select from residence r where r.institution_id = current_institution() and r.student_id = t.student_id and ${SAME_HALL})`;

/** In a new stay an empty cell is no old value either. */
const ofStay = (
  empty: EmptyColumns,
  name: { field: "room" | "lives_from" | "lives_to"; key: string },
  said: string,
  held: string,
) => `
  case when t.new_stay and coalesce(${said}, '') <> coalesce(${held}, '')
    then jsonb_build_array(jsonb_build_object('field', '${name.key}', 'old', coalesce(${held}, ''), 'new', coalesce(${said}, '')))
    when t.new_stay then '[]' else ${changeOrErase(empty, name, said, held)} end`;

const HELD_HALL = "case r.route when 'dormitory' then o.name else r.address end";

const ROOM = ["t.room", "r.room"] as const;
const FROM = ["t.lives_from::text", "r.lives_from::text"] as const;
const TO = ["t.lives_to::text", "r.lives_to::text"] as const;

/** Within one stay an empty cell leaves what is recorded; of its end that is said also where the file has no column for it. */
function keptOf(empty: EmptyColumns): string {
  const hasEnds = empty.told.some(({ field }) => field === "lives_to");
  const end = hasEnds
    ? keptWhereEmpty(empty, "lives_to", ...TO)
    : `case when t.lives_to is null and r.lives_to is not null then ${remark("endStays", "lives_to")} else '[]' end`;
  return `case when t.new_stay then '[]' else ${keptWhereEmpty(empty, "room", ...ROOM)}
    || ${keptWhereEmpty(empty, "lives_from", ...FROM)} || ${end} end`;
}

const differencesOf = (empty: EmptyColumns) => `
  with compared as (
    select t.row_no,
      case when ${SAME_HALL} then '[]' else jsonb_build_array(jsonb_build_object(
        'field', 'dormitory', 'old', coalesce(${HELD_HALL}, ''), 'new', d.name)) end
      || ${ofStay(empty, { field: "room", key: "room" }, ...ROOM)}
      || ${ofStay(empty, { field: "lives_from", key: "livesFrom" }, ...FROM)}
      || ${ofStay(empty, { field: "lives_to", key: "livesTo" }, ...TO)} as changes,
      case when r.route <> 'dormitory' then ${remark("livesElsewhere", "dormitory")} else '[]' end
      || ${keptOf(empty)} as remarks
    from staged t
    join residence r on r.institution_id = current_institution() and r.id = t.known_id
    join dormitory d on d.institution_id = current_institution() and d.id = t.dormitory_id
    left join dormitory o on o.institution_id = current_institution() and o.id = r.dormitory_id
    where t.outcome is null
  )
  update staged t set changes = nullif(c.changes, '[]'),
    issues = nullif(coalesce(t.issues, '[]') || c.remarks, '[]')
  from compared c where c.row_no = t.row_no`;

/** What would become of each row of a dormitory list, once it is known whose it is; `asOf` is today. */
export function compareResidents(empty: EmptyColumns, asOf: Day): readonly string[] {
  const today = `date '${formatDay(asOf)}'`;
  return [
    staysToCome(today),
    EARLIER_STAYS,
    SAME_STUDENT_TWICE,
    LEFT_BEFORE,
    NEW_STAY,
    differencesOf(empty),
    PEOPLE_OUTCOMES,
    beginsLater(today),
  ];
}

const NEW_RESIDENCES = `
  insert into residence (institution_id, student_id, route, dormitory_id, room, lives_from, lives_to)
  select current_institution(), t.student_id, 'dormitory', t.dormitory_id, t.room, t.lives_from, t.lives_to
  from staged t where t.outcome = 'new' order by t.student_id`;

const changedResidences = (empty: EmptyColumns) => `
  update residence r set route = 'dormitory', dormitory_id = t.dormitory_id,
    room = case when t.new_stay or ${erases(empty, "room")} or ${differs("t.room", "r.room")} then t.room else r.room end,
    lives_from = case when t.new_stay or ${erases(empty, "lives_from")} then t.lives_from
      else coalesce(t.lives_from, r.lives_from) end,
    lives_to = case when t.new_stay or ${erases(empty, "lives_to")} then t.lives_to
      else coalesce(t.lives_to, r.lives_to) end
  from staged t
  where t.outcome = 'changed' and r.institution_id = current_institution() and r.id = t.known_id`;

/** Where students live, and nothing else: living in a dormitory is no registration. */
export const writeResidents = (empty: EmptyColumns): readonly string[] => [
  NEW_RESIDENCES,
  changedResidences(empty),
];
