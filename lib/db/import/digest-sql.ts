import "server-only";
import { WINDOW } from "./grid-words";
import { codesOf } from "./severity";

/** Rows that want something before they are written. */
export const WRONG = ["wrong", "conflict", "unknownStudent", "toConfirm"] as const;
/** Outcomes whose rows are a group of their own. */
export const GROUPED_OUTCOMES = ["unknownStudent", "toConfirm"] as const;
const WORD_CODES = [
  "unknownCitizenship",
  "unknownCheckpoint",
  "unknownDirection",
  "unknownSex",
  "unknownGroundKind",
  "unknownGroundStatus",
  "unknownDormitory",
  "unknownResult",
  "unknownFaculty",
  "newFaculty",
  "decidedWord",
];
const WORDS = 200;
const EXAMPLES = 3;

const listed = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(", ");
const OF_IMPORT = "b.institution_id = current_institution() and b.import_id = $1::uuid";

/** By block, because what is sorted is then two hundred rows; each grouping tells the rows that have it. */
const SAID = `
  select b.first_row, g.*
  from import_block b cross join lateral (
    select case when grouping(i.word) = 0 then 'word' when grouping(i.column_no) = 0 then 'problem'
        when grouping(i.severity) = 0 then 'severity' else 'remark' end as told,
      i.code, case when grouping(i.column_no) = 1 then i.field end as own_field, min(i.field collate "C") as field, i.column_no, i.word,
      i.meaning, i.severity, count(*) as times, array_agg(distinct i.row_no) as rows, min(i.value collate "C") as low_value,
      max(i.value collate "C") as high_value, min(i.params collate "C") as low_params, max(i.params collate "C") as high_params
    from (
      select r.row_no, issue->>'code' as code, issue->>'field' as field, (issue->>'column')::int as column_no,
        issue->>'value' as value, (issue->'params')::text as params,
        case when issue->>'code' in (${listed(WORD_CODES)}) then trim(issue->>'value') end as word,
        case when issue->>'code' in (${listed(WORD_CODES)}) then issue->'params'->>'meaning' end as meaning,
        case when issue->>'code' in (${listed(codesOf("warning"))}) then 'warnings'
          when issue->>'code' in (${listed(codesOf("note"))}) then 'notes' end as severity
      from unnest(b.row_nos, b.issues) r(row_no, issues), jsonb_array_elements(r.issues) issue
    ) i
    group by grouping sets ((i.code, i.column_no), (i.code, i.field), (i.field, i.word, i.meaning), (i.severity))
  ) g
  where ${OF_IMPORT} and b.remarked and (g.told <> 'word' or g.word is not null) and (g.told <> 'severity' or g.severity is not null)`;

/** Rows of a block by what became of them: a row of two crossings may be in two groups, and once in those that are wrong. */
const BECAME = `
  select b.first_row, g.*
  from import_block b cross join lateral (
    select k.key, array_agg(distinct r.row_no) as rows
    from unnest(b.row_nos, b.outcomes) r(row_no, outcome)
    cross join lateral (values
      (case when r.outcome in (${listed(WRONG)}) then 'wrong' end),
      (case when r.outcome in (${listed(GROUPED_OUTCOMES)}) then r.outcome end),
      (case when r.outcome = 'leftOut' then r.outcome end)) k(key)
    where k.key is not null group by 1
  ) g
  where ${OF_IMPORT} and b.kinds && array[${listed([...WRONG, "leftOut"])}]`;

/** The rows of each part that can be shown, in their order. */
const PARTS = `
  select b.first_row, 'all' as key, case when b.parts && '{1}' then
    (select array_agg(distinct n) from unnest(b.row_nos) n) else b.row_nos end as rows
  from import_block b where ${OF_IMPORT}
  union all
  select b.first_row, 'mended', (select array_agg(distinct r.row_no) from unnest(b.row_nos, b.originals) r(row_no, original)
    where r.original is not null)
  from import_block b where ${OF_IMPORT} and cardinality(array_remove(b.originals, null)) > 0
  union all
  select first_row, key, rows from became
  union all
  select first_row, severity, rows from said where told = 'severity'
  union all
  select first_row, concat(code, '@', column_no), rows from said where told = 'problem'`;

const EACH = "told, code, own_field, column_no, word, meaning";
const SAME_OR = (low: string, high: string, same: string, none: string) =>
  `case when min(${low}) = max(${high}) then ${same} else ${none} end`;

/** The first rows of the blocks that hold the first five. */
const FIRST_ROWS = `(string_to_array(string_agg(array_to_string(rows[1:5], ','), ',' order by first_row)
    filter (where place <= 5), ',')::int[])[1:5]`;

/** The different texts of the column in rows of the group's first block for which \`also\` holds. */
const examplesIn = (column: string, also: string) => `(
  select (array_agg(distinct left(r.cells::jsonb->>${column}, 60)))[1:${EXAMPLES}] from import_row r
  where r.institution_id = current_institution() and r.import_id = $1::uuid and r.first_row = g.first_block and ${also})`;

/**
 * What the rows of an import ($1) come to, in one row: groups, places and widest, as import_digest has them. $2: the column that says
 * whose a row is, or null.
 */
export const DIGEST = `
  with said as materialized (${SAID}), became as materialized (${BECAME}), parts as materialized (${PARTS}),
  grouped as (
    select told, code, min(field) as field, column_no, word, meaning, sum(cardinality(rows))::int as count, sum(times)::int as times,
      ${SAME_OR("low_value", "high_value", "left(min(low_value), 60)", "''")} as value,
      ${SAME_OR("low_params", "high_params", "min(low_params)::jsonb", "'{}'")} as params,
      ${FIRST_ROWS} as rows, min(first_row) as first_block
    from (select *, row_number() over (partition by ${EACH} order by first_row) as place from said where told <> 'severity') s
    group by ${EACH}
    union all
    select 'problem', key, null, $2::int, null, null, sum(cardinality(rows))::int, sum(cardinality(rows))::int, '', '{}', ${FIRST_ROWS},
      min(first_row)
    from (select *, row_number() over (partition by key order by first_row) as place from became
      where key in (${listed(GROUPED_OUTCOMES)})) s
    group by key
  ),
  chosen as (
    select * from grouped where told = 'remark' or told = 'problem' and code not in (${listed(codesOf("note"))})
    union all
    (select * from grouped where told = 'word' order by times desc, field, word limit ${WORDS})
  ),
  shown as (
    select g.told, g.code, g.field, g.column_no as column, g.word, g.meaning, g.count, g.times, g.value, g.params, g.rows,
      case when g.told <> 'problem' or g.column_no is null then null
        when g.code in (${listed(GROUPED_OUTCOMES)}) then ${examplesIn("g.column_no", "r.outcome = g.code")}
        else ${examplesIn("g.column_no", "r.issues @> jsonb_build_array(jsonb_build_object('code', g.code, 'column', g.column_no))")}
      end as examples
    from chosen g
  ),
  counted as (
    select key, rows, sum(cardinality(rows)) over (partition by key order by first_row)::int - cardinality(rows) as before from parts
  ),
  placed as (
    select c.key, max(c.before + cardinality(c.rows)) as total,
      coalesce(jsonb_agg(c.rows[k * ${WINDOW} - c.before + 1] order by k) filter (where k is not null), '[]') as anchors
    from counted c
    left join lateral generate_series((c.before + ${WINDOW - 1}) / ${WINDOW}, (c.before + cardinality(c.rows) - 1) / ${WINDOW}) k on true
    group by 1
  )
  select
    (select coalesce(jsonb_agg(to_jsonb(s) order by s.count desc, s.code, s.field, s.times desc, s.word), '[]') from shown s) as groups,
    (select coalesce(jsonb_object_agg(key, jsonb_build_object('total', total, 'anchors', anchors)), '{}') from placed) as places,
    (select coalesce(max(jsonb_array_length(r.cells::jsonb)), 0)::int from import_row r
      where r.institution_id = current_institution() and r.import_id = $1::uuid
        and r.first_row = any(array(select first_row from said where told = 'remark' and code = 'rowLength'))
        and r.issues @> '[{"code":"rowLength"}]') as widest`;
