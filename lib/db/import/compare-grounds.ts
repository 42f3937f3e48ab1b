import "server-only";
import { change, remarkOf, rowsNamed, wholeFact } from "./change-sql";
import { tellSharedNumbers } from "./doubtful-numbers";
import { changeOrErase, keptWhereEmpty } from "./empty-cells";
import type { EmptyColumns } from "./empty-columns";
import { findGivenAtSplit, joinGivenAtSplit, toldAtSplit } from "./given-at-split";

const SAME = "student_id, kind, number, valid_from";
const VALID_TO = ["t.valid_to::text", "g.valid_to::text"] as const;
const ADDRESS = ["t.address", "g.address"] as const;
const VISA_TYPE = ["t.visa_type", "g.visa_type"] as const;

const changesOf = (empty: EmptyColumns) => `${change("validTo", ...VALID_TO)}
  || ${changeOrErase(empty, { field: "address", key: "address" }, ...ADDRESS)} || ${change("status", "t.status", "g.status")}
  || ${changeOrErase(empty, { field: "visa_type", key: "visaType" }, ...VISA_TYPE)}`;
const keptOf = (empty: EmptyColumns) => `nullif(${keptWhereEmpty(empty, "valid_to", ...VALID_TO)}
  || ${keptWhereEmpty(empty, "address", ...ADDRESS)} || ${keptWhereEmpty(empty, "visa_type", ...VISA_TYPE)}, '[]')`;

/** Whose each row is (what a split gave to another record is that one's), what the file says of the same ground elsewhere, and what the database holds of it. */
const compared = (empty: EmptyColumns) => `
  create temporary table staged on commit drop as
  with found as (
    select f.*, coalesce(g.to_id, s.id, n.student_id) as student_id, ${wholeFact("grounds", "f")} as fact,
      g.from_no, g.to_no, g.given_at
    from file_row f
    left join student s on s.institution_id = current_institution() and s.student_no = f.student_no
    left join former_number n on n.institution_id = current_institution() and n.student_no = f.student_no
    ${joinGivenAtSplit("ground", "f", "coalesce(s.id, n.student_id)")}
  ),
  numbered as (
    select *, row_number() over (partition by ${SAME} order by row_no) as place,
      min(fact) over (partition by ${SAME}) <> max(fact) over (partition by ${SAME}) as conflict
    from found
  ),
  groups as (select ${SAME}, ${rowsNamed()} as rows from numbered where conflict group by ${SAME}),
  compared as (
    select t.*, c.rows, g.id as known_id, case when g.id is not null then ${changesOf(empty)} end as differences,
      case when g.id is not null then ${keptOf(empty)} end as kept,
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
    case
      when fine and student_id is not null and conflict then ${remarkOf("conflictingRows", "number", { rows: "rows" })}
      when fault is null and given_at is not null then ${toldAtSplit("compared")} || coalesce(kept, '[]')
      when fault is null then kept
    end as issues,
    case when fault is null then nullif(differences, '[]') end as changes
  from compared
  order by student_id, valid_from, row_no`;

/** What would become of each row of a list of grounds, in order. */
export const compareGrounds = (empty: EmptyColumns): readonly string[] => [
  ...findGivenAtSplit("ground"),
  compared(empty),
  "analyze staged",
  ...tellSharedNumbers("number"),
];
